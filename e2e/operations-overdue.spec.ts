import { expectAccessible } from './accessible';
import { at, expect, test } from './fixtures';
import { OverduePage } from './pages/overdue-page';

// One long journey: a slow machine needs more than the usual minute.
test.describe.configure({ timeout: 180_000 });

interface Issue {
  id: number;
  issueKey: string;
  projectId: number;
  status: { id: number; name: string };
  dueDate: string | null;
}
interface Status {
  id: number;
  name: string;
}

const WEB = 501;
const OPS = 503;
const dayMs = 24 * 60 * 60 * 1000;
/** Today at the space, as the product writes days. */
const dayOf = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(at);
const daysLate = ({ dueDate }: Issue) =>
  Math.round((Date.parse(dayOf(Date.now())) - Date.parse((dueDate ?? '').slice(0, 10))) / dayMs);

test('overdue issues of two projects get the status of their project and one comment; a second time nothing changes; undo puts the statuses back', async ({
  page,
  hoshikawa,
  plan,
  run,
  as,
}) => {
  const overdue = new OverduePage(page);
  const statusIn = async (projectId: number, name: string) => {
    const statuses = await hoshikawa.get<Status[]>(`/projects/${projectId}/statuses`);
    return statuses.find((one) => one.name === name)?.id ?? 0;
  };
  const marks = new Map([
    [WEB, await statusIn(WEB, '顧客確認中')],
    [OPS, await statusIn(OPS, '保留')],
  ]);
  const until = dayOf(Date.now() - 30 * dayMs);
  const open = [1, 2, 3, 5001, 5002, 5003, 5004, 5005].map((id) => `statusId[]=${id}`).join('&');
  const query = `projectId[]=${WEB}&projectId[]=${OPS}&${open}&dueDateUntil=${until}&count=100`;
  const late = await hoshikawa.get<Issue[]>(`/issues?${query}`);
  const [leftOut, ...meant] = late.toSorted((a, b) => daysLate(b) - daysLate(a) || a.id - b.id);
  if (!leftOut) throw new Error('another seed');
  const isMarked = (issue: Issue) => issue.status.id === marks.get(issue.projectId);
  const toMark = meant.filter((issue) => !isMarked(issue));
  const marked = meant.length - toMark.length;

  await as('demo-admin-key');
  await overdue.open(at('operations/overdue'));
  await expect(overdue.submit).toBeDisabled();
  await expect(page.getByText('印か、新しい期限日を選んでください。')).toBeVisible();

  const decide = async () => {
    await overdue.late('30日以上');
    for (const key of ['APP', 'CS']) await overdue.project(key).click();
    await overdue.issue(leftOut.issueKey).click();
    await overdue.markStatus('WEB', '顧客確認中');
    await overdue.markStatus('OPS', '保留');
    await overdue.comment('{課題キー}は{遅れ日数}日遅れています。');
  };

  await test.step('what would happen is told while it is decided', async () => {
    await decide();
    await overdue.expectFigures({ 変更: toMark.length, すでに印あり: marked, 対象外: 1 });
    await expect(overdue.foot).toContainText(`状態 ${toMark.length}`);
    await expect(page.getByRole('region', { name: 'コメントの見え方' })).toContainText(
      /(WEB|OPS)-\d+は\d+日遅れています。/,
    );
    await page.getByRole('radio', { name: '営業日', exact: true }).click();
    await overdue.expectFigures({ 変更: meant.length, すでに印あり: 0 });
    await page.getByRole('textbox', { name: '営業日の数' }).fill('0');
    await expect(page.getByText('営業日の数は、1から60までの数にしてください。').first()).toBeVisible();
    await expect(overdue.submit).toBeDisabled();
    await page.getByRole('radio', { name: 'そのまま', exact: true }).click();
    await expect(overdue.submit).toBeEnabled();
  });
  expect(await hoshikawa.writes()).toEqual([]);

  await test.step('to the preview and back, and a reload: nothing is lost', async () => {
    await page.keyboard.press('Control+Enter');
    await plan.expectOpen();
    await expect(plan.pile('変更').first()).toContainText(String(toMark.length));
    await expect(plan.pile('変更なし')).toContainText(String(marked));
    await expect(plan.row(leftOut.issueKey)).toHaveCount(0);
    await page.getByRole('link', { name: '変更に戻る' }).click();
    await page.waitForURL(/operations\/overdue/);
    await page.reload();
    await expect(overdue.statusOf('WEB')).toHaveAccessibleName(/顧客確認中$/);
    await expect(overdue.issue(leftOut.issueKey)).not.toBeChecked();
    await expect(overdue.project('APP')).not.toBeChecked();
    await expect(page.getByRole('textbox', { name: 'コメント', exact: true })).toHaveValue(
      '{課題キー}は{遅れ日数}日遅れています。',
    );
    await overdue.submit.click();
    await plan.expectOpen();
  });

  await test.step('one request per approved issue, with its own status and comment', async () => {
    await run.choosePace('上限内');
    await plan.approveAll(toMark.length);
    await run.expectDone();
    const writes = await hoshikawa.writes();
    expect(writes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      toMark.map(({ id }) => `PATCH /api/v2/issues/${id}`).sort(),
    );
    for (const write of writes) {
      const issue = toMark.find(({ id }) => write.path.endsWith(`/${id}`));
      if (!issue) throw new Error(`${write.path} was not meant`);
      expect([...new URLSearchParams(String(write.body))]).toEqual([
        ['statusId', String(marks.get(issue.projectId))],
        ['comment', `${issue.issueKey}は${daysLate(issue)}日遅れています。`],
      ]);
    }
  });
  const firstRun = page.url();
  const written = await hoshikawa.lastSeq();

  await test.step('a second time everything is 変更なし', async () => {
    await overdue.open(at('operations/overdue'));
    await decide();
    await overdue.expectFigures({ 変更: 0, すでに印あり: meant.length, 対象外: 1 });
    await overdue.submit.click();
    await plan.expectOpen();
    await expect(plan.pile('変更なし')).toContainText(String(meant.length));
    await expect(page.getByRole('button', { name: '0件を更新する' })).toBeDisabled();
    expect(await hoshikawa.writes(written)).toEqual([]);
  });

  await test.step('undo puts the statuses back; comments stay, and that is said', async () => {
    await page.goto(firstRun);
    await run.undo(toMark.length);
    await plan.expectOpen();
    await expect(page.getByText(`コメント${toMark.length}件は消えません。`)).toBeVisible();
    await run.choosePace('上限内');
    await plan.approveAll(toMark.length);
    await run.expectDone();
    const after = await hoshikawa.get<Issue[]>(`/issues?${query}`);
    const statusesOf = (issues: readonly Issue[]) =>
      Object.fromEntries(issues.map(({ issueKey, status }) => [issueKey, status.id]));
    expect(statusesOf(after)).toEqual(statusesOf(late));
  });
});

for (const [language, theme] of [
  ['ja', 'dark'],
  ['en', 'light'],
] as const) {
  test(`axe finds nothing in the form, ${language} and ${theme}`, async ({ page, choose, hoshikawa, as }) => {
    await hoshikawa.lastSeq();
    await choose(language, theme);
    await as('demo-admin-key');
    await page.goto(at('operations/overdue'));
    await expect(page.getByRole('list', { name: /^(期限切れの課題|Overdue issues)$/ })).toBeVisible();
    await expectAccessible(page, 'overdue');

    await page.getByRole('checkbox', { name: /^(コメントを付ける|Add a comment)$/ }).click();
    await page.getByRole('radio', { name: /^(日付|Date)$/ }).click();
    await page.getByRole('textbox', { name: /^(遅れの日数|Least days overdue)/ }).fill('x');
    await page.getByRole('button', { name: /^(WEBの状態|Status in WEB)/ }).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'form with an error');
  });
}
