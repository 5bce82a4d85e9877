import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, type World } from '@/lib/runs/testing';
import { codeOf, contextOf } from '../testing';
import { issuesByKey } from './by-key';

let w: World;
beforeAll(async () => {
  w = await createWorld('pglite', { issues: 1 });
});
afterAll(() => w.close());

const find = (issueKey: string, userId = IDS.admin) =>
  issuesByKey.run({ ctx: contextOf(w, { userId }), input: issuesByKey.input.parse({ issueKey }) });

describe('an issue by its key', () => {
  it('is told with its id, project and subject, in one read', async () => {
    const before = (await w.log()).length;
    expect(await find(`DEMO-${FIRST}`)).toEqual({
      issue: { id: FIRST, issueKey: `DEMO-${FIRST}`, projectId: IDS.demo, summary: `課題 ${FIRST}` },
    });
    expect(await w.log()).toHaveLength(before + 1);
  });

  it('is null when Backlog does not show it, and any other failure is raised', async () => {
    expect(await find('DEMO-999999')).toEqual({ issue: null });
    await w.fault({ effect: { kind: 'status', status: 403 }, times: 1 });
    expect(await codeOf(find(`DEMO-${FIRST}`))).toBe('BACKLOG_FORBIDDEN');
  });

  it('is not looked for under what cannot be a key', () => {
    for (const issueKey of ['', '12', '../users', 'WEB-0', 'web-1'])
      expect(issuesByKey.input.safeParse({ issueKey }).success).toBe(false);
  });
});
