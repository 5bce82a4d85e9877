import { beforeEach, describe, expect, test } from 'vitest';
import { createDemoSpace, type DemoSpace } from '@/lib/demo-space/app';
import type { DemoSpaceOptions } from '@/lib/demo-space/runtime';
import { buildSeed } from '@/lib/demo-space/seed';
import { type BacklogClient, createBacklogClient } from './create-backlog-client';
import { createRateBudget } from './rate-budget';
import type { BacklogIssue } from './schemas/issue';

const origin = 'http://127.0.0.1:4010';
const build = (seed: 'small' | 'standard') => () =>
  buildSeed(seed, { today: '2026-11-24', spaceName: 'hoshikawa' });

let space: DemoSpace;

/** A space and its time, which passes only while the client sleeps. */
function open(options: Partial<DemoSpaceOptions> = {}, apiKey = 'demo-admin-key'): BacklogClient {
  let now = Date.UTC(2026, 10, 24, 1, 0, 0);
  const clock = { now: () => now };
  space = createDemoSpace({ buildState: build('small'), clock: clock.now, ...options });
  return createBacklogClient({
    origin,
    credential: async () => ({ kind: 'apiKey', apiKey }),
    fetch: (input, init) => space.handle(new Request(input, init)),
    clock,
    sleep: async (ms) => {
      now += ms;
    },
    random: () => 0,
    budget: createRateBudget({ clock }),
  });
}

interface LogLine {
  method: string;
  path: string;
  query: string;
  body: string | null;
  contentType: string | null;
  status: number | null;
}

async function log(): Promise<LogLine[]> {
  const response = await space.handle(new Request(`${origin}/_demo/log`));
  return response.json();
}

async function control(path: string, body: object): Promise<void> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await space.handle(new Request(`${origin}/_demo/${path}`, init));
  expect(response.status).toBeLessThan(300);
}

async function allProjects(client: BacklogClient): Promise<number[]> {
  return (await client.projects.list()).map((project) => project.id);
}

async function collect(walk: AsyncIterable<BacklogIssue[]>): Promise<BacklogIssue[]> {
  const issues: BacklogIssue[] = [];
  for await (const page of walk) issues.push(...page);
  return issues;
}

describe('every read is parsed', () => {
  let client: BacklogClient;
  beforeEach(() => {
    client = open();
  });

  test('space, person, priorities and resolutions', async () => {
    expect((await client.space.get()).timezone).toBe('Asia/Tokyo');
    expect(await client.users.myself()).toMatchObject({ userId: 'takahashi', roleType: 1 });
    expect((await client.priorities.list()).map((priority) => priority.id)).toEqual([2, 3, 4]);
    expect((await client.resolutions.list()).map((resolution) => resolution.id)).toContain(0);
  });

  test('the reference data of every project', async () => {
    for (const projectId of await allProjects(client)) {
      expect((await client.projects.users(projectId)).length).toBeGreaterThan(0);
      expect((await client.projects.statuses(projectId)).map((status) => status.id)).toContain(4);
      expect((await client.projects.issueTypes(projectId)).length).toBeGreaterThan(0);
      await client.projects.categories(projectId);
      await client.projects.versions(projectId);
      await client.projects.customFields(projectId);
    }
    expect((await client.projects.list({ archived: true })).every((project) => project.archived)).toBe(true);
  });

  test('count, list, single issue and comments agree', async () => {
    const projectIds = await allProjects(client);
    const count = await client.issues.count({ projectIds });
    const page = await client.issues.list({ projectIds, count: 5, offset: 1 });
    expect(count).toBeGreaterThan(page.length);
    expect(page).toHaveLength(5);
    for (const listed of page) {
      const issue = await client.issues.get(listed.issueKey);
      expect(issue.id).toBe(listed.id);
      expect(await client.issues.get(issue.id)).toMatchObject({ issueKey: listed.issueKey });
      await client.issues.comments(issue.id, { order: 'asc' });
    }
  });

  test('the quota of all classes is learnt with one call', async () => {
    await client.rateLimit.get();
    expect(client.budget.snapshot('update')).toMatchObject({ limit: 150, remaining: 150 });
    expect(client.budget.snapshot('read')).toMatchObject({ limit: 600 });
  });
});

describe('issues by id', () => {
  test('come in the order asked for, 100 per call, always with their projects; what is gone is missing', async () => {
    const client = open({ buildState: build('standard') });
    const projectIds = await allProjects(client);
    const first = await client.issues.list({ projectIds, count: 100 });
    const second = await client.issues.list({ projectIds, count: 60, offset: 100 });
    const ids = [...second, ...first].map((issue) => issue.id);
    const before = (await log()).length;
    const found = await client.issues.byIds([...ids, 999_999_999, ...ids.slice(0, 3)], projectIds);
    expect(found.map((issue) => issue.id)).toEqual(ids);
    const calls = (await log()).slice(before);
    expect(calls).toHaveLength(2);
    expect(calls.every((call) => decodeURIComponent(call.query).includes('projectId[]='))).toBe(true);
  });

  test('no ids, no call', async () => {
    const client = open();
    expect(await client.issues.byIds([], [1])).toEqual([]);
    expect(await log()).toEqual([]);
  });
});

describe('a walk', () => {
  test('reads each issue once, in order of creation, with as many calls as needed', async () => {
    const client = open({ buildState: build('standard'), limits: { search: 600 } });
    const projectIds = await allProjects(client);
    const before = (await log()).length;
    const issues = await collect(client.issues.walk({ projectIds }));
    const calls = (await log()).slice(before);
    const count = await client.issues.count({ projectIds });
    expect(issues).toHaveLength(count);
    expect(new Set(issues.map((issue) => issue.id)).size).toBe(count);
    const created = issues.map((issue) => issue.created);
    expect(created).toEqual([...created].sort());
    expect(calls.map((call) => call.path)[0]).toBe('/api/v2/issues/count');
    expect(calls).toHaveLength(1 + Math.ceil(count / 100));
  });

  test('that is too long is refused before the first page, with the numbers', async () => {
    const client = open({ buildState: build('standard') });
    const projectIds = await allProjects(client);
    const before = (await log()).length;
    const count = await client.issues.count({ projectIds });
    const walking = collect(client.issues.walk({ projectIds }, { maxCalls: 3 }));
    await expect(walking).rejects.toMatchObject({
      code: 'WALK_TOO_LONG',
      details: { count, calls: Math.ceil(count / 100) },
    });
    expect((await log()).slice(before).map((call) => call.path)).not.toContain('/api/v2/issues');
  });

  test('misses nothing when issues leave the query on the way', async () => {
    const client = open({ buildState: build('standard'), limits: { search: 600 } });
    const projectIds = await allProjects(client);
    const open1 = { projectIds, statusIds: [1, 2, 3] };
    const all = await collect(client.issues.walk(open1));
    const leaving = all.slice(0, 5);
    const walked: BacklogIssue[] = [];
    for await (const page of client.issues.walk(open1, { inFlight: 1 })) {
      walked.push(...page);
      for (const issue of leaving.splice(0)) await client.issues.update(issue.id, { statusId: 4 });
    }
    const ids = walked.map((issue) => issue.id);
    expect(new Set(ids).size).toBe(ids.length);
    const stillOpen = await collect(client.issues.walk(open1));
    expect(ids).toEqual(expect.arrayContaining(stillOpen.map((issue) => issue.id)));
  });

  test('a consumer that stops asks for no further page than was in flight', async () => {
    const client = open({ buildState: build('standard') });
    const projectIds = await allProjects(client);
    const before = (await log()).length;
    for await (const page of client.issues.walk({ projectIds })) {
      expect(page).toHaveLength(100);
      break;
    }
    const pages = (await log()).slice(before).filter((call) => call.path === '/api/v2/issues');
    expect(pages.length).toBeLessThanOrEqual(3);
  });

  test('without a project nothing is asked', async () => {
    const client = open();
    await expect(client.issues.count({ projectIds: [] })).rejects.toMatchObject({
      code: 'FILTER_NEEDS_PROJECT',
    });
    await expect(collect(client.issues.walk({ projectIds: [] }))).rejects.toMatchObject({
      code: 'FILTER_NEEDS_PROJECT',
    });
    expect(await log()).toEqual([]);
  });
});

describe('an update', () => {
  let client: BacklogClient;
  let issue: BacklogIssue;
  beforeEach(async () => {
    client = open();
    const projectIds = await allProjects(client);
    const issues = await client.issues.list({ projectIds, statusIds: [1, 2, 3], count: 100 });
    const found = issues.find(
      (each) => each.milestone.length > 0 && each.category.length > 0 && each.assignee,
    );
    if (found === undefined)
      throw new Error('the small seed holds no issue with assignee, milestone and category');
    issue = found;
  });

  test('is one form-encoded PATCH, and the answer is the issue as stored', async () => {
    const answer = await client.issues.update(issue.id, {
      statusId: 3,
      resolutionId: 0,
      priorityId: 2,
      dueDate: '2026-12-24',
      comment: '年内に対応します & 完了予定 😀',
    });
    expect(answer).toMatchObject({
      status: { id: 3 },
      resolution: { id: 0 },
      priority: { id: 2 },
      dueDate: '2026-12-24T00:00:00Z',
    });
    const patches = (await log()).filter((call) => call.method === 'PATCH');
    expect(patches).toHaveLength(1);
    expect(patches[0]?.contentType).toContain('application/x-www-form-urlencoded');
    expect(patches[0]?.query).toBe('');
    const [latest] = await client.issues.comments(issue.id, { count: 1 });
    expect(latest?.content).toBe('年内に対応します & 完了予定 😀');
  });

  test('clears scalars with null and lists with an empty list, and leaves the rest alone', async () => {
    const cleared = await client.issues.update(issue.id, {
      assigneeId: null,
      dueDate: null,
      startDate: null,
      milestoneId: [],
      categoryId: [],
      comment: 'clear',
    });
    expect(cleared).toMatchObject({
      assignee: null,
      dueDate: null,
      startDate: null,
      milestone: [],
      category: [],
      summary: issue.summary,
      status: { id: issue.status.id },
    });
  });

  test('that Backlog refuses carries its own sentence', async () => {
    await expect(client.issues.update(issue.id, { assigneeId: 987_654 })).rejects.toMatchObject({
      code: 'BACKLOG_REFUSED',
      backlogCode: 7,
      backlogMessage: expect.stringMatching(/\S/),
      mayHaveApplied: false,
    });
  });

  test('of an issue that is gone is not found', async () => {
    await expect(client.issues.update(999_999_999, { statusId: 2 })).rejects.toMatchObject({
      code: 'BACKLOG_NOT_FOUND',
      backlogCode: 6,
    });
  });

  test('whose answer was lost is not sent again, and says that it may have been carried out', async () => {
    const fault = { match: { method: 'PATCH' }, effect: { kind: 'reset-after' }, times: 1 };
    await control('faults', [fault]);
    const failing = client.issues.update(issue.id, { priorityId: issue.priority.id === 2 ? 4 : 2 });
    await expect(failing).rejects.toMatchObject({ code: 'NETWORK', mayHaveApplied: true });
    expect((await log()).filter((call) => call.method === 'PATCH')).toHaveLength(1);
    expect((await client.issues.get(issue.id)).priority.id).not.toBe(issue.priority.id);
  });
});

describe('who may what', () => {
  test('a wrong key', async () => {
    await expect(open({}, 'no-such-key').users.myself()).rejects.toMatchObject({ code: 'SIGN_IN_AGAIN' });
  });

  test('a guest reads but may not change', async () => {
    const guest = open({}, 'demo-guest-key');
    const projectIds = await allProjects(guest);
    const [issue] = await guest.issues.list({ projectIds, count: 1 });
    if (issue === undefined) throw new Error('the guest of the seed sees no issue');
    await expect(guest.issues.update(issue.id, { priorityId: 2 })).rejects.toMatchObject({
      code: 'BACKLOG_FORBIDDEN',
      backlogCode: 5,
    });
  });
});

describe.each(['first-request', 'clock-minute'] as const)('the quota of a %s window', (window) => {
  test('is used to the last call and never overdrawn: reads wait for the reset', async () => {
    const client = open({ limits: { read: 5 }, window });
    for (let call = 0; call < 12; call += 1) await client.space.get({ waitForResetMs: 90_000 });
    const answers = (await log()).map((line) => line.status);
    expect(answers).toHaveLength(12);
    expect(answers).not.toContain(429);
  });

  test('writes are held back before they are sent, and the time of the reset is named', async () => {
    const client = open({ limits: { update: 2 }, window });
    const projectIds = await allProjects(client);
    const [issue] = await client.issues.list({ projectIds, count: 1, statusIds: [1, 2, 3] });
    if (issue === undefined) throw new Error('the seed holds no open issue');
    await client.issues.update(issue.id, { comment: '1' });
    await client.issues.update(issue.id, { comment: '2' });
    const held = client.issues.update(issue.id, { comment: '3' });
    await expect(held).rejects.toMatchObject({
      code: 'BACKLOG_RATE_LIMITED',
      sent: 'no',
      mayHaveApplied: false,
    });
    expect((await log()).filter((line) => line.method === 'PATCH')).toHaveLength(2);
    expect(client.budget.waitMs('update', { reserve: 0 })).toBeGreaterThan(0);
  });
});
