import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, type World } from '@/lib/runs/testing';
import { contextOf } from '../testing';
import { issuesCreatedBy } from './created-by';

let w: World;
beforeAll(async () => {
  w = await createWorld('pglite', {
    issues: 310,
    // 305 of one person's, of which that person holds the latest; the rest is somebody else's.
    issue: (id) => ({
      createdUserId: id < FIRST + 305 ? IDS.english : IDS.admin,
      assigneeId: id === FIRST + 304 ? IDS.english : IDS.normal,
      created: id,
    }),
  });
});
afterAll(() => w.close());

const read = (userId: number) =>
  issuesCreatedBy.run({
    ctx: contextOf(w),
    input: { userId, filter: { ...emptyIssueFilter, projectIds: [IDS.demo], statusIds: [1, 2, 3] } },
  });

describe('issues that a person created and somebody else holds', () => {
  it('leaves out what the person holds, tells when there is more than was looked at, and asks three times at most', async () => {
    const before = (await w.log()).length;
    const { rows, more } = await read(IDS.english);
    expect(more).toBe(true);
    expect(rows).toHaveLength(299);
    expect(rows[0]?.id).toBe(FIRST + 303);
    expect((await w.log()).length - before).toBe(3);
  });

  it('is empty for somebody who created none', async () => {
    expect(await read(IDS.normal)).toEqual({ rows: [], more: false });
  });
});
