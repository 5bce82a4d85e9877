import { at, expect, test } from './fixtures';

test('refusing at Backlog leads back with the remedy, and a second try works', async ({
  page,
  hoshikawa,
  signIn,
}) => {
  await signIn.open();
  await signIn.chooseSpace('hoshikawa');
  await signIn.byBacklog(/高橋 彩/, '拒否する');
  await page.waitForURL(/sign-in/);
  await expect(page.getByText('ログインが取り消されました')).toBeVisible();
  await signIn.byBacklog(/高橋 彩/);
  await page.waitForURL(new RegExp(at('issues')));
  await expect(page.getByRole('grid')).toBeVisible();
  expect(await hoshikawa.writes()).toEqual([]);
});

test('a wrong key says where to issue a new one, keeps what was typed, and a right key then works', async ({
  page,
  hoshikawa,
  signIn,
}) => {
  await signIn.open();
  await signIn.chooseSpace('hoshikawa');
  await signIn.byKey('not-a-key-of-anybody');
  await expect(page.getByText('このAPIキーは使えません（401）。')).toBeVisible();
  await expect(page.getByText(/個人設定 → API/)).toBeVisible();
  await expect(page.getByLabel('APIキー', { exact: true })).toHaveValue('not-a-key-of-anybody');
  await signIn.byKey('demo-admin-key');
  await page.waitForURL(new RegExp(at('issues')));
  expect((await hoshikawa.log()).some((entry) => String(entry.query).includes('demo-admin-key'))).toBe(false);
});

test('no token or key reaches the browser: pages, routes and cookies are clean of it', async ({
  page,
  context,
  as,
}) => {
  const seen: string[] = [];
  page.on('response', async (response) => {
    if (/text|json|javascript/.test(response.headers()['content-type'] ?? '')) {
      seen.push(await response.text().catch(() => ''));
    }
  });
  await as('demo-admin-key');
  await page.goto(`${at('issues')}?assignee=2002`);
  await expect(page.getByRole('grid')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter((text) => text.includes('demo-admin-key'))).toEqual([]);
  const cookies = await context.cookies();
  expect(cookies.some((cookie) => decodeURIComponent(cookie.value).includes('demo-admin-key'))).toBe(false);
  expect(cookies.filter((cookie) => /session/.test(cookie.name)).every((cookie) => cookie.httpOnly)).toBe(
    true,
  );
});

test('every page carries a nonce policy, and nothing on it breaks that policy', async ({ page, as }) => {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  const answer = await page.goto('/sign-in');
  expect(answer?.headers()['content-security-policy']).toMatch(
    /script-src 'self' 'nonce-[^']+' 'strict-dynamic'/,
  );
  await as('demo-admin-key');
  await page.goto(`${at('issues')}?assignee=2002`);
  await expect(page.getByRole('grid')).toBeVisible();
  await page.goto(at('settings'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(broken).toEqual([]);
});

test('a page asked for without a session comes back after signing in', async ({
  page,
  hoshikawa,
  signIn,
}) => {
  await hoshikawa.lastSeq();
  await page.goto(at('runs'));
  await page.waitForURL(/sign-in/);
  await signIn.byKey('demo-admin-key');
  await page.waitForURL(new RegExp(at('runs')));
  await expect(page.getByRole('heading', { level: 1, name: '実行' })).toBeVisible();
});
