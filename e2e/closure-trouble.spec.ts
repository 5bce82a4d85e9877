import { expectAccessible } from './accessible';
import { issuesOf, prepare, sprint24, versionOf, WEB } from './closure-state';
import { at, expect, test } from './fixtures';
import { ClosurePage } from './pages/closure-page';

// Long journeys: a slow machine needs more than the usual minute.
test.describe.configure({ timeout: 240_000 });

test('one issue is refused: the archive is held back until a retry went through, and others are not stopped', async ({
  page,
  hoshikawa,
  plan,
  run,
  as,
}) => {
  const closure = new ClosurePage(page);
  const { version, open } = await sprint24(hoshikawa);
  const [refused] = open;
  if (!refused) throw new Error('another seed');
  await as('demo-admin-key');
  await prepare(page, closure);
  await closure.submit.click();
  await plan.expectOpen();
  await hoshikawa.faults([
    {
      match: { method: 'PATCH', path: `/api/v2/issues/${refused.id}` },
      effect: {
        kind: 'status',
        status: 400,
        body: { errors: [{ message: 'この課題は編集できません。', code: 7, moreInfo: '' }] },
      },
      times: 1,
    },
  ]);
  await run.choosePace('上限内');
  await page.getByRole('button', { name: '15件と手順2件を実行する' }).click();
  await page.waitForURL(/\/runs\//);
  await expect(page.getByText(/アーカイブは保留しました|次の段階に進んでいません/).first()).toBeVisible({
    timeout: 60_000,
  });
  const writes = await hoshikawa.writes();
  expect(writes.filter(({ status, path }) => status === 200 && /\/issues\//.test(path))).toHaveLength(14);
  expect(writes.some(({ method, path }) => method === 'PATCH' && /versions/.test(path))).toBe(false);
  expect((await versionOf(hoshikawa, 'Sprint 24'))?.archived).toBe(false);

  const runUrl = page.url();
  await page.goto(`${runUrl}/record`);
  await expect(page.getByText('Sprint 24は、まだアーカイブしていません。')).toBeVisible();
  await expect(page.getByRole('region', { name: '変更できなかった課題' })).toContainText(refused.issueKey);
  await page.goto(runUrl);
  await page
    .getByRole('button', { name: /失敗した1件を再実行|再実行/ })
    .first()
    .click();
  await run.expectDone();
  await run.expectOutcomes({ 更新済み: 17 });
  const last = (await hoshikawa.writes()).at(-1);
  expect(last?.path).toBe(`/api/v2/projects/${WEB}/versions/${version.id}`);
  expect((await versionOf(hoshikawa, 'Sprint 24'))?.archived).toBe(true);
  await page.goto(`${runUrl}/record`);
  await expect(page.getByText('Sprint 24をアーカイブしました。')).toBeVisible();
  await expect(page.getByRole('region', { name: '変更できなかった課題' })).toHaveCount(0);
  expect(
    await issuesOf(hoshikawa, version.id).then((left) => left.filter(({ status }) => status.id !== 4)),
  ).toEqual([]);
});

test('what was entered survives a reload; a milestone that somebody archived meanwhile is named, and nothing is lost', async ({
  page,
  hoshikawa,
  as,
}) => {
  const closure = new ClosurePage(page);
  const { version } = await sprint24(hoshikawa);
  await as('demo-admin-key');
  await prepare(page, closure);
  const [first = ''] = await closure.keysIn('判断待ち');
  await closure.decide(first, '外す');
  await page.reload();
  await closure.expectFigures();
  await closure.expectCount('マイルストーンから外す', 1);

  // Two leads: the other one has archived it in Backlog.
  const archived = await fetch(`${hoshikawa.url}/api/v2/projects/${WEB}/versions/${version.id}`, {
    method: 'PATCH',
    headers: {
      'Backlog-API-Key': 'demo-admin-key',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'name=Sprint%2024&archived=true',
  });
  expect(archived.status).toBe(200);
  await closure.submit.click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Sprint 24はアーカイブされています' }),
  ).toBeVisible();
  await closure.expectCount('マイルストーンから外す', 1);
  expect(await hoshikawa.writes()).toHaveLength(1);
});

for (const [language, theme] of [
  ['ja', 'dark'],
  ['en', 'light'],
] as const) {
  test(`axe finds nothing on the page of a closure, ${language} and ${theme}`, async ({
    page,
    choose,
    hoshikawa,
    as,
  }) => {
    await hoshikawa.lastSeq();
    await choose(language, theme);
    await as('demo-admin-key');
    await page.goto(at('operations'));
    await expect(page.getByRole('link', { name: /Sprint 24/ })).toBeVisible();
    await expectAccessible(page, 'operations');
    await page.goto(at('operations/closure'));
    await expect(page.getByRole('img', { name: /減り|Falls/ })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, 'closure');
    await page
      .getByRole('checkbox', { name: /^WEB-\d+ を選択|^Select WEB/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /担当者や完了理由も変える|Change assignee or resolution/ })
      .click();
    await expectAccessible(page, 'decision');
  });
}
