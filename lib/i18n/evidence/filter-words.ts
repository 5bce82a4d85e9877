import type { EvidenceHead, NamedKind } from '@/lib/actions/runs/evidence-schemas';
import { joinNames } from '../join-texts';
import type { Wording } from '../wording';

/** One thing of the summary and what there is to say of it, a text per line. */
export interface Fact {
  label: string;
  lines: string[];
}

/** Ids of a condition; null stands for "none", as of issues without an assignee. */
type Ids = readonly (number | null)[];

/** What a filter or the reach of an operation asks for. */
interface Conditions {
  projectIds?: Ids;
  statusIds?: Ids;
  assigneeIds?: Ids;
  milestoneIds?: Ids;
  categoryIds?: Ids;
  issueTypeIds?: Ids;
  priorityIds?: Ids;
  dueDateSince?: string | null;
  dueDateUntil?: string | null;
  keyword?: string;
}

const kinds = {
  project: 'projectIds',
  status: 'statusIds',
  assignee: 'assigneeIds',
  milestone: 'milestoneIds',
  category: 'categoryIds',
  issueType: 'issueTypeIds',
  priority: 'priorityIds',
} as const satisfies Record<NamedKind, keyof Conditions>;

/** The order in which the issue table offers its filters. */
const order = [
  'project',
  'status',
  'assignee',
  'milestone',
  'category',
  'issueType',
  'priority',
] as const satisfies readonly NamedKind[];

/** Conditions in words, one fact each. Values that no row of the plan has are counted: their names are not known. */
export function conditionFacts(wording: Wording, names: EvidenceHead['names'], of: Conditions): Fact[] {
  const { t } = wording;
  const facts: Fact[] = order.flatMap((kind) => {
    const ids = of[kinds[kind]] ?? [];
    if (ids.length === 0) return [];
    return [{ label: t(`common.field.${kind}`), lines: [idsInWords(wording, names[kind] ?? {}, ids)] }];
  });
  const due = rangeWords(wording, of.dueDateSince ?? null, of.dueDateUntil ?? null);
  if (due !== null) facts.push({ label: t('common.field.dueDate'), lines: [due] });
  if (of.keyword) facts.push({ label: t('common.field.keyword'), lines: [of.keyword] });
  return facts;
}

/** `2026/11/23(月)〜2026/12/04(金)`; a missing end stays open, null without both. */
export function rangeWords({ t, day }: Wording, since: string | null, until: string | null): string | null {
  if (since === null) return until === null ? null : t('issues.filter.due.to', { day: day(until) });
  if (until === null) return t('issues.filter.due.from', { day: day(since) });
  if (since === until) return day(since);
  return t('issues.filter.due.range', { since: day(since), until: day(until) });
}

function idsInWords({ t, locale }: Wording, names: Record<string, string>, ids: Ids): string {
  const known = ids.flatMap((id) => (id === null ? t('common.noAssignee') : (names[id] ?? [])));
  const unknown = ids.filter((id) => id !== null && names[id] === undefined).length;
  const shown = joinNames(locale, [...new Set(known)]);
  if (unknown === 0) return shown;
  return shown === ''
    ? t('evidence.filter.unknown', { count: unknown })
    : t('evidence.filter.andUnknown', { names: shown, count: unknown });
}
