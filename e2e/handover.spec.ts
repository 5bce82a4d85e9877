import { at, expect, test } from './fixtures';

interface Person {
  id: number;
  userId: string;
}
interface Issue {
  id: number;
  issueKey: string;
  assignee: Person | null;
}

test('by OAuth, 41 issues change hands: each approved issue gets exactly one form-encoded PATCH, none before approval', async ({
  page,
  hoshikawa,
  signIn,
  issues,
  plan,
  run,
}) => {
  await signIn.open();
  await signIn.chooseSpace('hoshikawa');
  await signIn.byBacklog(/高橋 彩/);
  await page.waitForURL(new RegExp(at('issues')));

  await issues.filterBy('担当者', /佐藤 美咲/);
  await issues.expectCount(41);
  const sato = await personOf('sato');
  const suzuki = await personOf('suzuki');
  const planned = await hoshikawa.get<Issue[]>(`/issues?${openIssuesOf(sato.id)}`);
  expect(planned).toHaveLength(41);

  await issues.selectAllLoaded();
  await issues.expectSelected(41);
  await issues.compose('担当者');
  await issues.pickValue('担当者', /鈴木 健太/);
  await issues.buildPreview();
  await plan.expectOpen();
  await expect(plan.pile('変更').first()).toContainText('41');
  await expect(plan.row('WEB-856')).toContainText('鈴木 健太');
  expect(await hoshikawa.writes()).toEqual([]);

  await run.choosePace('上限内');
  await plan.approveAll(41);
  await run.expectDone();
  await expect(page.getByRole('definition').filter({ hasText: '41' }).first()).toBeVisible();

  const writes = await hoshikawa.writes();
  expect(writes.map((write) => write.path).sort()).toEqual(
    planned.map((issue) => `/api/v2/issues/${issue.id}`).sort(),
  );
  for (const write of writes) {
    expect(write).toMatchObject({
      method: 'PATCH',
      status: 200,
      query: '',
      body: `assigneeId=${suzuki.id}`,
      contentType: expect.stringContaining('application/x-www-form-urlencoded'),
    });
  }
  const after = await hoshikawa.get<Issue[]>(
    `/issues?${allProjects}&count=100&${planned.map((issue) => `id[]=${issue.id}`).join('&')}`,
  );
  expect(after.map((issue) => issue.assignee?.id)).toEqual(planned.map(() => suzuki.id));
  expect(await hoshikawa.get<Issue[]>(`/issues?${openIssuesOf(sato.id)}`)).toEqual([]);

  async function personOf(userId: string): Promise<Person> {
    const people = await hoshikawa.get<Person[]>('/users');
    const person = people.find((one) => one.userId === userId);
    if (!person) throw new Error(`${userId} is not in the seed`);
    return person;
  }
});

const allProjects = [501, 502, 503, 504].map((id) => `projectId[]=${id}`).join('&');

/** Not closed issues of a person over all projects, as a query of the API. */
function openIssuesOf(userId: number): string {
  const open = [1, 2, 3, 5001, 5002, 5003, 5004, 5005].map((id) => `statusId[]=${id}`);
  return [allProjects, ...open, `assigneeId[]=${userId}`, 'count=100'].join('&');
}
