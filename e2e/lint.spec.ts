import { expectAccessible } from './accessible';
import type { DemoSpace, LoggedRequest } from './demo-space';
import { at, expect, test } from './fixtures';

interface Issue {
  id: number;
  issueKey: string;
  parentIssueId: number | null;
  status: { id: number };
}
interface Member {
  id: number;
  userId: string;
  name: string;
}

const WEB = 501;
/** 高橋 彩, who approves. */
const ME = 2001;

/** 処理済み issues of Sprint 24: two of them are parents of an open child. */
async function resolvedOfSprint(space: DemoSpace) {
  const versions = await space.get<{ id: number; name: string }[]>(`/projects/${WEB}/versions`);
  const sprint = versions.find((version) => version.name === 'Sprint 24')?.id ?? 0;
  const query = `projectId[]=${WEB}&milestoneId[]=${sprint}&statusId[]=3&count=100`;
  const issues = await space.get<Issue[]>(`/issues?${query}`);
  const parents = issues.map((issue) => `parentIssueId[]=${issue.id}`).join('&');
  const children = await space.get<Issue[]>(`/issues?projectId[]=${WEB}&${parents}&count=100`);
  return { sprint, issues, children: children.filter((child) => child.status.id !== 4) };
}

const keyOf = ({ userId }: Member) =>
  ({ takahashi: 'demo-admin-key', sato: 'demo-member-key', morita: 'demo-guest-key' })[userId] ??
  `demo-${userId}-key`;

/** Notices that people have from the approver, by name. */
async function noticesOf(space: DemoSpace, members: readonly Member[]): Promise<Record<string, number>> {
  const counts = await Promise.all(
    members.map(async (member) => {
      const list = await space.get<unknown[]>(`/notifications?senderId=${ME}&count=100`, keyOf(member));
      return [member.name, list.length] as const;
    }),
  );
  return Object.fromEntries(counts);
}

const sent = ({ path, body }: LoggedRequest) => [path, Object.fromEntries(new URLSearchParams(String(body)))];

/** A Saturday that is no holiday, years ahead of any data. */
const SATURDAY = '2031-03-08';

test('closing parents is put right in place, and exactly what the preview then shows is sent and told', async ({
  page,
  hoshikawa,
  issues,
  plan,
  run,
  as,
}) => {
  test.setTimeout(120_000);
  const { sprint, issues: resolved, children } = await resolvedOfSprint(hoshikawa);
  expect(children).toHaveLength(2);
  const members = await hoshikawa.get<Member[]>(`/projects/${WEB}/users`);
  const before = await noticesOf(hoshikawa, members);

  await as('demo-admin-key');
  await issues.open(at('issues'), `project=${WEB}&status=3&milestone=${sprint}`);
  await issues.expectCount(resolved.length);
  await issues.selectAllLoaded();
  await issues.compose('状態');
  await issues.pickValue('状態', /完了/);
  await issues.addField('期限日');
  await issues.block('期限日').getByRole('textbox', { name: '期限日' }).fill(SATURDAY);
  await issues.buildPreview();
  await plan.expectOpen();
  await expect(plan.pile('警告')).toContainText(String(resolved.length));
  await expect(plan.approve).toBeDisabled();

  const warnings = page.getByRole('region', { name: '警告と修正' });
  await test.step('each warning names what puts it right', async () => {
    await warnings.getByRole('button', { name: `次の営業日にする（${resolved.length}件）` }).click();
    await warnings.getByRole('button', { name: '子課題も完了にする（2件）' }).click();
    const all = resolved.length + children.length;
    await warnings.getByRole('button', { name: `完了理由を対応済みにする（${all}件）` }).click();
    await expect(plan.pile('変更').first()).toContainText(String(all));
    await expect(plan.row(children[0]?.issueKey ?? '')).toContainText('修正済み');
    await expect(plan.approve).toHaveText(new RegExp(`^${all}件を更新する`));
  });

  await test.step('a fix is taken back in place, and given again', async () => {
    await warnings.getByRole('button', { name: /^期限日を.+に変更を取り消す$/ }).click();
    await expect(warnings.getByRole('button', { name: /^次の営業日にする/ })).toBeVisible();
    await expect(plan.pile('警告')).toContainText(String(resolved.length));
    await warnings.getByRole('button', { name: /^次の営業日にする/ }).click();
    await expect(plan.pile('警告').getByText('0', { exact: true })).toBeVisible();
  });

  const forecast = page.getByRole('region', { name: '通知予報' });
  await test.step('people are chosen to be told, and the forecast counts them', async () => {
    await forecast.getByRole('button', { name: 'お知らせする人を選ぶ' }).click();
    await page.getByRole('option', { name: /小林 誠/ }).click();
    await page.getByRole('button', { name: 'この人たちにお知らせする' }).click();
    const row = forecast.getByRole('listitem').filter({ hasText: '小林 誠' });
    await expect(row).toContainText(`${resolved.length + children.length}通`);
  });
  await expect(plan.approve).toBeEnabled();
  await expectAccessible(page, 'plan');
  const expected = await forecast.getByRole('listitem').evaluateAll((rows) =>
    rows.map((row) => {
      const [name = '', count = ''] = [...row.querySelectorAll('span:not([aria-hidden])')].flatMap(
        ({ textContent }) => (textContent === '' ? [] : [textContent]),
      );
      return [name, Number.parseInt(count, 10)] as const;
    }),
  );
  expect(await hoshikawa.writes()).toEqual([]);

  await run.choosePace('上限内');
  await plan.approveAll(resolved.length + children.length);
  await run.expectDone();

  const closed = { statusId: '4', resolutionId: '0', 'notifiedUserId[]': '2011' };
  const writes = (await hoshikawa.writes()).map(sent);
  expect(writes).toHaveLength(resolved.length + children.length);
  for (const { id } of resolved) {
    expect(writes).toContainEqual([`/api/v2/issues/${id}`, { ...closed, dueDate: '2031-03-10' }]);
  }
  for (const { id } of children) expect(writes).toContainEqual([`/api/v2/issues/${id}`, closed]);

  const after = await noticesOf(hoshikawa, members);
  const told = Object.entries(after).flatMap(([name, count]) => {
    const more = count - (before[name] ?? 0);
    return more === 0 ? [] : [[name, more]];
  });
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
});

test('what only a person knows is asked for in place: a status of the project, the value of a required field', async ({
  page,
  hoshikawa,
  issues,
  plan,
  run,
  as,
}) => {
  const [ops] = await hoshikawa.get<Issue[]>('/issues?projectId[]=503&statusId[]=1&count=1');
  const keys = ['WEB-816', ops?.issueKey ?? ''];
  for (const key of keys) await hoshikawa.edit(key, { summary: `棚卸しの対象 ${key}` }, 'takahashi');

  await as('demo-admin-key');
  await issues.open(at('issues'), `q=${encodeURIComponent('棚卸しの対象')}`);
  await issues.expectCount(2);
  await issues.selectAllLoaded();
  await issues.compose('状態');
  await issues.pickValue('状態', /レビュー待ち/);
  await issues.buildPreview();
  await plan.expectOpen();
  await expect(plan.pile('実行不可')).toContainText('1');

  const warnings = page.getByRole('region', { name: '警告と修正' });
  await test.step('from the list, for a blocked row', async () => {
    await warnings.getByRole('button', { name: '状態を選ぶ' }).click();
    await warnings.getByRole('button', { name: /^状態/ }).click();
    await page.getByRole('option', { name: '保留' }).click();
    await warnings.getByRole('button', { name: '適用する' }).click();
    await expect(plan.approve).toHaveText(/^1件を更新する/);
  });

  await test.step('from the table, by keyboard', async () => {
    await page.keyboard.press('n');
    await expect(plan.row('WEB-816')).toBeFocused();
    await page.keyboard.press('Enter');
    const notes = page.getByRole('dialog', { name: 'WEB-816 の警告と修正' });
    await expect(notes).toBeVisible();
    await notes.getByRole('button', { name: '起票元を入力する' }).press('Enter');
    await notes.getByRole('button', { name: /^起票元/ }).press('Enter');
    await page.getByRole('option', { name: '社内' }).click();
    await notes.getByRole('button', { name: '適用する' }).press('Enter');
    await expect(plan.approve).toHaveText(/^2件を更新する/);
    await page.keyboard.press('Escape');
    await expect(plan.row('WEB-816')).toContainText('修正済み');
  });

  await run.choosePace('上限内');
  await plan.approveAll(2);
  await run.expectDone();
  const bodies = (await hoshikawa.writes()).map((write) => sent(write)[1]);
  expect(bodies).toContainEqual({ statusId: '5004' });
  expect(bodies).toContainEqual({ statusId: '5001', customField_71008: expect.any(String) });
  expect(await hoshikawa.get('/issues/WEB-816')).toMatchObject({
    status: { name: 'レビュー待ち' },
    customFields: expect.arrayContaining([
      expect.objectContaining({ name: '起票元', value: expect.objectContaining({ name: '社内' }) }),
    ]),
  });
});
