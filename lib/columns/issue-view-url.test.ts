import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyIssueFilter, type IssueView, sortFields } from './issue-filter';
import { clearFilter, type IssueFilterName, isFilterSet, issueFilterFields } from './issue-filter-fields';
import { issueFilterSchema } from './issue-filter-schema';
import { defaultIssueView, formatIssueView, parseIssueView } from './issue-view-url';

const parse = (query: string) => parseIssueView(new URLSearchParams(query));

const view: IssueView = {
  filter: {
    ...emptyIssueFilter,
    projectIds: [1, 2],
    statusIds: [1, 11],
    dueDateSince: '2026-11-13',
    keyword: '決済 & "請求"',
  },
  sort: { field: 'updated', order: 'desc' },
};

describe('a view in the URL', () => {
  it('is short and readable', () => {
    expect(formatIssueView(view)).toBe(
      'project=1,2&status=1,11&due=2026-11-13..&q=%E6%B1%BA%E6%B8%88+%26+%22%E8%AB%8B%E6%B1%82%22&sort=-updated',
    );
    expect(formatIssueView(defaultIssueView)).toBe('');
  });

  it('reads the same from a query string and from a page’s parameters', () => {
    const expected = { view, ignored: [] };
    expect(parse(formatIssueView(view))).toEqual(expected);
    const params = { project: ['1', '2'], status: '1,11', due: '2026-11-13..', q: view.filter.keyword };
    expect(parseIssueView({ ...params, sort: '-updated', other: undefined })).toEqual(expected);
  });

  it.each([
    ['2026-11-13..2026-11-30', '2026-11-13', '2026-11-30'],
    ['2026-11-13..', '2026-11-13', null],
    ['..2026-11-30', null, '2026-11-30'],
    ['2026-11-13', '2026-11-13', '2026-11-13'],
  ])('due=%s', (due, dueDateSince, dueDateUntil) => {
    expect(parse(`due=${due}`)).toMatchObject({
      view: { filter: { dueDateSince, dueDateUntil } },
      ignored: [],
    });
  });

  it('comes back from its own URL, for any view', () => {
    const idList = fc
      .uniqueArray(fc.nat({ max: 2_147_483_647 }), { maxLength: 200 })
      .map((list) => list.sort((a, b) => a - b));
    const day = fc.option(
      fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`),
    );
    const filter = fc
      .record({
        projectIds: idList,
        statusIds: idList,
        assigneeIds: idList,
        milestoneIds: idList,
        categoryIds: idList,
        issueTypeIds: idList,
        priorityIds: idList,
        dueDateSince: day,
        dueDateUntil: day.map((value) => value?.replace('-02-', '-03-') ?? null),
        keyword: fc
          .string({ unit: 'grapheme', maxLength: 20 })
          .map((text) => text.replaceAll('\0', '').trim()),
      })
      .filter((value) => issueFilterSchema.safeParse(value).success);
    const sort = fc.record({
      field: fc.constantFrom(...sortFields),
      order: fc.constantFrom('asc' as const, 'desc' as const),
    });
    fc.assert(
      fc.property(filter, sort, (one, by) => {
        const query = formatIssueView({ filter: one, sort: by });
        const back = parse(query);
        expect(back).toEqual({ view: { filter: one, sort: by }, ignored: [] });
        expect(formatIssueView(back.view)).toBe(query);
      }),
    );
  });
});

describe('a malformed URL', () => {
  it.each([
    ['status=1,abc,-2,1.5,3', { statusIds: [1, 3] }, ['abc', '-2', '1.5']],
    ['status=99999999999999999999', {}, ['99999999999999999999']],
    ['project=3,3,1&project=3', { projectIds: [1, 3] }, []],
    ['due=2026-02-30..', {}, ['2026-02-30..']],
    ['due=2026-11-30..2026-11-13', {}, ['2026-11-30..2026-11-13']],
    ['due=..', {}, ['..']],
    ['due=2026-11-13..2026-11-14..2026-11-15', {}, ['2026-11-13..2026-11-14..2026-11-15']],
    ['due=', {}, []],
    ['sort=password', {}, ['password']],
    ['sort=-', {}, ['-']],
    ['q=a%00b', {}, ['a\u0000b']],
    ['q=one&q=two', { keyword: 'one' }, ['two']],
    [`q=${'あ'.repeat(201)}`, {}, [`${'あ'.repeat(60)}…`]],
  ])('%s loses only what makes no sense, and says so', (query, filter, values) => {
    const parsed = parse(query);
    expect(parsed.view).toEqual({ ...defaultIssueView, filter: { ...emptyIssueFilter, ...filter } });
    expect(parsed.ignored.map((one) => one.value)).toEqual(values);
  });

  it('is capped: 200 ids per list, 20 notices', () => {
    const many = parse(`status=${Array.from({ length: 300 }, (_, n) => n).join(',')}`);
    expect(many.view.filter.statusIds).toHaveLength(200);
    expect(many.ignored).toHaveLength(20);
    const long = parse(`status=${'1,'.repeat(5_000)}`);
    expect(long.view.filter.statusIds).toEqual([]);
    expect(long.ignored).toHaveLength(1);
  });

  it('never throws and always gives a filter that the schema takes', () => {
    const params = fc.dictionary(
      fc.constantFrom('project', 'status', 'due', 'q', 'sort', '__proto__', 'toString'),
      fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string())),
    );
    fc.assert(
      fc.property(params, (record) => {
        const parsed = parseIssueView(record);
        expect(issueFilterSchema.safeParse(parsed.view.filter).success).toBe(true);
        expect(parse(formatIssueView(parsed.view)).view).toEqual(parsed.view);
      }),
    );
  });
});

describe('one condition of a filter', () => {
  const names = Object.keys(issueFilterFields).filter(
    (name): name is IssueFilterName => name in issueFilterFields,
  );

  it('is known to be set, and can be taken away alone', () => {
    expect(names.filter((name) => isFilterSet(view.filter, name))).toEqual([
      'project',
      'status',
      'dueDate',
      'keyword',
    ]);
    let filter = view.filter;
    for (const name of names) filter = clearFilter(filter, name);
    expect(filter).toEqual(emptyIssueFilter);
  });
});
