import { isCalendarDay } from '@/lib/backlog/schemas/date-only';
import { isStorableText } from '@/lib/backlog/schemas/storable-text';
import { emptyIssueFilter, type IssueFilter, type IssueView, sortFields } from './issue-filter';
import { type IssueFilterField, issueFilterFields } from './issue-filter-fields';

/** What the table shows without any parameter: everything, due first. */
export const defaultIssueView: IssueView = {
  filter: emptyIssueFilter,
  sort: { field: 'dueDate', order: 'asc' },
};

/** A piece of the URL that made no sense, for a notice; the value is cut to a readable length. */
export interface IgnoredParam {
  param: string;
  value: string;
}

type SearchParams = URLSearchParams | Record<string, string | string[] | undefined>;

const MAX_IDS = 200;
const MAX_KEYWORD = 200;
const MAX_PARAM_LENGTH = 4_000;
const MAX_SHOWN = 60;
const MAX_IGNORED = 20;
const fields: readonly IssueFilterField[] = Object.values(issueFilterFields);

/**
 * Reads a view from URL parameters. Never throws: a value that is malformed, too long or one too many is dropped and
 * listed, the rest counts. Unknown parameters are left alone. Ids come out sorted and once each.
 */
export function parseIssueView(params: SearchParams): { view: IssueView; ignored: IgnoredParam[] } {
  const ignored: IgnoredParam[] = [];
  const filter: IssueFilter = { ...emptyIssueFilter };
  const reader = (param: string) => ({
    values: valuesOf(params, param),
    ignore: (value: string) => {
      if (ignored.length < MAX_IGNORED) ignored.push({ param, value: shown(value) });
    },
  });

  for (const field of fields) {
    const { values, ignore } = reader(field.urlParam);
    if (field.kind === 'ids') filter[field.key] = parseIds(values, ignore);
    else if (field.kind === 'dateRange') Object.assign(filter, parseRange(values, ignore));
    else filter.keyword = parseKeyword(values, ignore);
  }
  const { values, ignore } = reader('sort');
  return { view: { filter, sort: parseSort(values, ignore) }, ignored };
}

/**
 * Writes a view as a query string without `?`: canonical (fixed order, sorted ids) and short (defaults are left out).
 * `parseIssueView` of the result gives the same view.
 */
export function formatIssueView({ filter, sort }: IssueView): string {
  const parts = fields.flatMap((field) => {
    const value = formatField(field, filter);
    return value === '' ? [] : [`${field.urlParam}=${value}`];
  });
  const byDefault = defaultIssueView.sort;
  if (sort.field !== byDefault.field || sort.order !== byDefault.order) {
    parts.push(`sort=${sort.order === 'desc' ? '-' : ''}${sort.field}`);
  }
  return parts.join('&');
}

function formatField(field: IssueFilterField, filter: IssueFilter): string {
  switch (field.kind) {
    case 'ids':
      return sortedIds(filter[field.key]).join(',');
    case 'dateRange': {
      const { dueDateSince, dueDateUntil } = filter;
      return dueDateSince === null && dueDateUntil === null
        ? ''
        : `${dueDateSince ?? ''}..${dueDateUntil ?? ''}`;
    }
    case 'text':
      return new URLSearchParams([['', filter.keyword.trim()]]).toString().slice(1);
  }
}

function valuesOf(params: SearchParams, name: string): string[] {
  if (params instanceof URLSearchParams) return params.getAll(name);
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return value === undefined ? [] : [value].flat();
}

type Ignore = (value: string) => void;

/** The first value of a parameter that is meant once; empty and over-long values count as absent. */
function single(values: string[], ignore: Ignore): string | null {
  const [first, ...rest] = values.filter((value) => value !== '');
  rest.forEach(ignore);
  if (first === undefined) return null;
  if (first.length <= MAX_PARAM_LENGTH) return first;
  ignore(first);
  return null;
}

function parseIds(values: string[], ignore: Ignore): number[] {
  const ids = new Set<number>();
  for (const value of values) {
    if (value.length > MAX_PARAM_LENGTH) {
      ignore(value);
      continue;
    }
    for (const part of value.split(',')) {
      if (part === '') continue;
      const valid = /^\d{1,15}$/.test(part);
      if (valid && (ids.size < MAX_IDS || ids.has(Number(part)))) ids.add(Number(part));
      else ignore(part);
    }
  }
  return sortedIds(ids);
}

const sortedIds = (ids: Iterable<number>): number[] => [...new Set(ids)].sort((a, b) => a - b);

type Range = Pick<IssueFilter, 'dueDateSince' | 'dueDateUntil'>;
const noRange: Range = { dueDateSince: null, dueDateUntil: null };

/** `2026-11-13..`, `..2026-11-30`, both, or one day. */
function parseRange(values: string[], ignore: Ignore): Range {
  const value = single(values, ignore);
  if (value === null) return noRange;
  const [since = '', until = since, ...rest] = value.split('..');
  const wellFormed = [since, until].every((day) => day === '' || isCalendarDay(day));
  const inOrder = since === '' || until === '' || since <= until;
  if (rest.length > 0 || !wellFormed || !inOrder || since + until === '') {
    ignore(value);
    return noRange;
  }
  return { dueDateSince: since || null, dueDateUntil: until || null };
}

function parseKeyword(values: string[], ignore: Ignore): string {
  const keyword = single(values, ignore)?.trim() ?? '';
  if (keyword.length <= MAX_KEYWORD && isStorableText(keyword)) return keyword;
  ignore(keyword);
  return '';
}

function parseSort(values: string[], ignore: Ignore): IssueView['sort'] {
  const value = single(values, ignore);
  if (value === null) return defaultIssueView.sort;
  const order = value.startsWith('-') ? 'desc' : 'asc';
  const name = order === 'desc' ? value.slice(1) : value;
  const field = sortFields.find((candidate) => candidate === name);
  if (field !== undefined) return { field, order };
  ignore(value);
  return defaultIssueView.sort;
}

function shown(value: string): string {
  const characters = [...value.slice(0, MAX_SHOWN + 1)];
  return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN).join('')}…` : value;
}
