import { at, expect, test } from './fixtures';

test('two tabs on two spaces each write only to their own', async ({
  page,
  context,
  hoshikawa,
  mikazuki,
  issues,
  plan,
  as,
}) => {
  await as('demo-admin-key', 'hoshikawa');
  await as('demo-admin-key', 'mikazuki');
  const other = await context.newPage();
  await other.goto(`${at('issues', 'hoshikawa')}?assignee=2002`);
  await issues.open(at('issues', 'mikazuki'));
  await expect(other.getByText('ほしかわ開発').first()).toBeVisible();

  await issues.grid.getByRole('checkbox').nth(1).click();
  await issues.grid.getByRole('checkbox').nth(2).click();
  await issues.expectSelected(2);
  await issues.compose('その他の項目');
  await issues.composer.getByRole('button', { name: 'コメント' }).click();
  await issues.composer.getByRole('textbox').fill('二つのタブから');
  await issues.buildPreview();
  await plan.expectOpen();
  await plan.approveAll(2);
  await expect(page.getByText(/で完了。/).first()).toBeVisible();

  expect(await mikazuki.writes()).toHaveLength(2);
  expect(await hoshikawa.writes()).toEqual([]);
  await other.reload();
  await expect(other.getByText('ほしかわ開発').first()).toBeVisible();
});

test('a space this browser is not connected to is not found, whatever stands in the address', async ({
  page,
  mikazuki,
  as,
}) => {
  await as('demo-admin-key', 'hoshikawa');
  const answer = await page.goto(at('issues', 'mikazuki'));
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '見つかりません' })).toBeVisible();
  const api = await page.request.get(`/api/spaces/${encodeURIComponent('evil.backlog.com')}/projects`);
  expect(api.status()).toBe(404);
  expect((await mikazuki.log()).filter((entry) => entry.path.startsWith('/api/v2/issues'))).toEqual([]);
});

test('signing out ends the session on the server: its cookie opens nothing any more', async ({
  page,
  context,
  hoshikawa,
  as,
}) => {
  await as('demo-admin-key');
  await page.goto(`${at('issues')}?assignee=2002`);
  await expect(page.getByRole('grid')).toBeVisible();
  const cookies = await context.cookies();
  await page
    .getByRole('button', { name: /アカウントのメニュー/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'ログアウト' }).click();
  await page.waitForURL(/sign-in/);

  await context.addCookies(cookies);
  const before = await hoshikawa.lastSeq();
  const api = await page.request.get(
    `/api/spaces/${encodeURIComponent(at('').split('/')[1] ?? '')}/projects`,
  );
  expect(api.status()).toBe(401);
  await page.goto(at('issues'));
  await page.waitForURL(/sign-in/);
  expect(await hoshikawa.log(before)).toEqual([]);
});
