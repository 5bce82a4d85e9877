import { at, expect, hostOf, test } from './fixtures';
import { appUrl } from './stack';

test('a session that ended while composing: the message says so, and nothing typed is lost', async ({
  page,
  context,
  hoshikawa,
  issues,
  as,
}) => {
  await as('demo-admin-key');
  await issues.open(at('issues'), 'assignee=2002');
  await issues.expectCount(41);
  await issues.selectAllLoaded();
  await issues.compose('その他の項目');
  await issues.composer.getByRole('button', { name: 'コメント' }).click();
  await issues.composer.getByRole('textbox').fill('引き継ぎの前に書いた文');
  await context.clearCookies();
  await issues.buildPreview();
  await expect(page.getByRole('alert').filter({ hasText: /ログイン|サインイン/ })).toBeVisible();
  await expect(issues.composer.getByRole('textbox')).toHaveValue('引き継ぎの前に書いた文');
  await issues.expectSelected(41);
  expect(await hoshikawa.writes()).toEqual([]);
});

test('an issue that vanished between selection and preview is a blocked row, the others go on', async ({
  hoshikawa,
  issues,
  plan,
  run,
  as,
}) => {
  await as('demo-admin-key');
  await issues.composeHandover(at('issues'));
  const gone = await fetch(`${hoshikawa.url}/api/v2/issues/WEB-856`, {
    method: 'DELETE',
    headers: { 'Backlog-API-Key': 'demo-admin-key' },
  });
  expect(gone.status).toBe(200);
  const ours = await hoshikawa.lastSeq();
  await issues.buildPreview();
  await plan.expectOpen();
  await expect(plan.pile('実行不可')).toContainText('1');
  await run.choosePace('上限内');
  await plan.approveAll(40);
  await run.expectDone();
  expect(await hoshikawa.writes(ours)).toHaveLength(40);
});

test('a plan that got a new revision in another tab cannot be approved from the old one', async ({
  page,
  context,
  hoshikawa,
  issues,
  plan,
  as,
}) => {
  await as('demo-admin-key');
  await issues.composeHandover(at('issues'));
  await issues.buildPreview();
  await plan.expectOpen();
  await expect(plan.approve).toBeEnabled();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('checkbox', { name: 'WEB-856 を含める' }).click();
  await expect(other.getByRole('button', { name: '40件を更新する' })).toBeEnabled();
  await plan.approve.click();
  await expect(page.getByText(/新しい版|別の版|変わりました/).first()).toBeVisible();
  expect(await hoshikawa.writes()).toEqual([]);
});

test('ten megabytes at any door are turned away, and the server goes on answering', async ({
  page,
  hoshikawa,
  as,
}) => {
  await as('demo-admin-key');
  const big = 'x'.repeat(10 * 1024 * 1024);
  const signIn = await page.request.post(
    `/api/auth/callback/apikey?space=${encodeURIComponent(hostOf('hoshikawa'))}`,
    {
      headers: { origin: appUrl },
      form: { apiKey: big },
    },
  );
  expect(signIn.status()).toBe(413);
  const action = await page.request.post(at('issues'), {
    headers: { origin: appUrl, 'next-action': '0'.repeat(42), 'content-type': 'text/plain' },
    data: big,
  });
  expect(action.status()).toBeGreaterThanOrEqual(400);
  const health = await page.request.get('/api/health');
  expect(await health.json()).toMatchObject({ status: 'ok' });
  expect(await hoshikawa.writes()).toEqual([]);
});

test('a mutation from another site, or without an origin, is refused', async ({ page, as }) => {
  await as('demo-admin-key');
  for (const headers of [{ origin: 'https://evil.example' }, {}]) {
    const answer = await page.request.post('/api/auth/signout', {
      headers,
      form: { csrfToken: 'x', json: 'true' },
    });
    expect(answer.status()).toBe(403);
  }
  const still = await page.request.get(`/api/spaces/${encodeURIComponent(hostOf('hoshikawa'))}/projects`);
  expect(still.status()).toBe(200);
});

test('a guest may look and select, but finds every writing control closed with the reason', async ({
  page,
  hoshikawa,
  issues,
  as,
}) => {
  await as('demo-guest-key');
  await issues.open(at('issues'));
  await expect(page.getByText(/閲覧のみ/).first()).toBeVisible();
  await issues.grid.getByRole('checkbox').nth(1).click();
  await expect(issues.bar.getByRole('button', { name: /^プレビュー/ })).toBeDisabled();
  expect(await hoshikawa.writes()).toEqual([]);
});

test('a comment over Backlog’s limit and a year half typed are named, and nothing typed is cut', async ({
  page,
  hoshikawa,
  issues,
  as,
}) => {
  await as('demo-admin-key');
  await issues.open(at('issues'), 'assignee=2002');
  await issues.grid.getByRole('checkbox').nth(1).click();
  await issues.compose('その他の項目');
  await issues.composer.getByRole('button', { name: 'コメント' }).click();
  await issues.composer.getByRole('textbox').fill('長'.repeat(60_000));
  await expect(issues.composer.getByText('いま60,000文字あります。')).toBeVisible();
  await expect(page.getByRole('button', { name: /^プレビューを作る/ })).toBeDisabled();
  expect((await issues.composer.getByRole('textbox').inputValue()).length).toBe(60_000);
  await issues.composer.getByRole('textbox').fill('短い文');
  await issues.composer.getByRole('button', { name: '期限日', exact: true }).click();
  await issues.composer.locator('input[type=date]').fill('0260-12-31');
  await expect(page.getByRole('button', { name: /^プレビューを作る/ })).toBeDisabled();
  await issues.composer.locator('input[type=date]').fill('2027-03-31');
  await expect(page.getByRole('button', { name: /^プレビューを作る/ })).toBeEnabled();
  expect(await hoshikawa.writes()).toEqual([]);
});
