import { describe, expect, it } from 'vitest';
import type { IssueRow } from '../rows';
import { IDS, issueRow, smallState, testSpace } from '../testing';

type Given = Partial<IssueRow>;

function spaceWith(rows: Given[]) {
  return testSpace({
    buildState: () => {
      const state = smallState();
      for (const id of [IDS.issue, IDS.second]) {
        const row = state.issues.get(id);
        if (row) state.deleteIssue(row);
      }
      rows.forEach((row, at) => {
        state.addIssue(issueRow({ id: 2000 + at, keyId: 100 + at, ...row }));
      });
      return state;
    },
  });
}

async function found(rows: Given[], query: string): Promise<number[]> {
  const { space, call } = spaceWith(rows);
  const response = await call('GET', `/issues?projectId[]=10&sort=created&order=asc&${query}`);
  const issues: { id: number }[] = await response.json();
  const { count } = await (await call('GET', `/issues/count?projectId[]=10&${query}`)).json();
  expect(count).toBe(issues.length);
  expect(space.state.issues.size).toBe(rows.length + 1);
  return issues.map((issue) => issue.id - 2000);
}

const JST_MIDNIGHT = Date.parse('2026-11-09T15:00:00Z');

describe('GET /issues', () => {
  it.each<[string, Given[], number[]]>([
    ['statusId[]=1&statusId[]=2', [{ statusId: 1 }, { statusId: 2 }, { statusId: 4 }], [0, 1]],
    ['assigneeId[]=2', [{ assigneeId: 2 }, {}, { assigneeId: 3 }], [0]],
    ['assigneeId[]=2&statusId[]=1', [{ assigneeId: 2 }, { assigneeId: 2, statusId: 4 }], [0]],
    ['resolutionId[]=0', [{ resolutionId: 0 }, {}], [0]],
    ['categoryId[]=300&categoryId[]=301', [{ categoryIds: [301] }, {}, { categoryIds: [300, 301] }], [0, 2]],
    ['milestoneId[]=400', [{ milestoneIds: [400, 401] }, { versionIds: [400] }], [0]],
    ['id[]=2001&id[]=1002&id[]=77', [{}, {}], [1]],
    ['parentIssueId[]=2000', [{}, { parentIssueId: 2000 }], [1]],
    ['parentChild=3', [{}, { parentIssueId: 2000 }, {}], [2]],
    ['parentChild=4', [{}, { parentIssueId: 2000 }, {}], [0]],
    ['parentChild=6', [{}, { parentIssueId: 2000 }, { parentIssueId: 2001 }], [1]],
    ['parentChild=5', [{}, { parentIssueId: 2000 }, { parentIssueId: 2001 }], [2]],
    [
      'dueDateSince=2026-12-01&dueDateUntil=2026-12-01',
      [{ dueDate: '2026-12-01' }, {}, { dueDate: '2026-12-02' }],
      [0],
    ],
    ['hasDueDate=false', [{ dueDate: '2026-12-01' }, {}], [1]],
    [
      'createdSince=2026-11-10&createdUntil=2026-11-10',
      [{ created: JST_MIDNIGHT - 1000 }, { created: JST_MIDNIGHT }, { created: JST_MIDNIGHT + 86_400_000 }],
      [1],
    ],
    [
      'keyword=%EF%BD%B6%EF%BE%85%20abc',
      [{ summary: 'カナ', description: 'ＡＢＣ' }, { summary: 'カナ' }],
      [0],
    ],
    ['keyword=%3D1%2B1', [{ summary: '=1+1' }, {}], [0]],
    [
      'customField_3_min=2&customField_3_max=3',
      [3, 4, null].map((value) => ({ customFields: { 3: { value, otherValue: null } } })),
      [0],
    ],
    [
      'customField_4_min=2026-12-01',
      [{ customFields: { 4: { value: '2026-12-01', otherValue: null } } }, {}],
      [0],
    ],
    ['customField_6[]=2', [{ customFields: { 6: { value: [1, 2], otherValue: null } } }, {}], [0]],
    ['customField_5[][0]=1', [{ customFields: { 5: { value: 1, otherValue: null } } }, {}], [0]],
    ['customField_2=x', [{ customFields: { 2: { value: 'aXb', otherValue: null } } }, {}], [0]],
    ['statusId=1', [{ statusId: 1 }, { statusId: 2 }], [0, 1]],
  ])('selects by %s', async (query, rows, expected) => {
    expect(await found(rows, query)).toEqual(expected);
  });

  it('finds words in comments', async () => {
    const { call, json } = testSpace();
    await call('POST', '/issues/DEMO-1/comments', { form: 'content=%E5%90%88%E8%A8%80%E8%91%89' });
    const query = `projectId[]=10&keyword=${encodeURIComponent('見積 合言葉')}`;
    expect(await json('GET', `/issues/count?${query}`)).toEqual({ count: 1 });
  });

  it.each([
    '',
    'projectId[]=10&count=101',
    'projectId[]=10&count=0',
    'projectId[]=10&sort=name',
    'projectId[]=10&offset=-1',
  ])('refuses %j with code 7', async (query) => {
    const { call } = testSpace();
    const response = await call('GET', `/issues?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ code: 7 }] });
  });

  it('pages in a stable order, twenty at a time unless asked otherwise', async () => {
    const { json } = spaceWith(Array.from({ length: 45 }, () => ({})));
    expect(await json('GET', '/issues?projectId[]=10')).toHaveLength(20);
    const ids = new Set<number>();
    for (const offset of [0, 15, 30]) {
      const page = await json(
        'GET',
        `/issues?projectId[]=10&sort=created&order=asc&count=15&offset=${offset}`,
      );
      for (const issue of page as { id: number }[]) ids.add(issue.id);
    }
    expect(ids.size).toBe(45);
  });

  it.each([
    'status',
    'dueDate',
    'assignee',
    'milestone',
    'customField_3',
    'updatedUser',
    'childIssue',
    'summary',
  ])('sorts by %s both ways', async (sort) => {
    const rows: Given[] = [
      { summary: 'b' },
      { summary: 'a', statusId: 3, dueDate: '2026-12-01', assigneeId: 2 },
    ];
    const { json } = spaceWith(rows);
    const order = async (way: string) => {
      const issues = await json('GET', `/issues?projectId[]=10&sort=${sort}&order=${way}`);
      return (issues as { id: number }[]).map((issue) => issue.id);
    };
    expect(await order('asc')).toEqual((await order('desc')).reverse());
  });
});
