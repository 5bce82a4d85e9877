import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parseCsv } from '@/lib/testing/read-csv';
import { readWorkbook } from '@/lib/testing/read-workbook';
import { expectAccessible } from './accessible';
import { at, expect, hostOf, test } from './fixtures';
import { appUrl } from './stack';

const REFUSAL = '必須のカスタム属性がありません。';

async function downloaded(page: Page, click: () => Promise<void>): Promise<{ file: Buffer; name: string }> {
  const waiting = page.waitForEvent('download');
  await click();
  const download = await waiting;
  return { file: await readFile(await download.path()), name: download.suggestedFilename() };
}

test.describe('the record of a run', () => {
  test.describe.configure({ timeout: 120_000 });

  test('CSV, Excel and page say what was approved, what was written, and what was not and why', async ({
    page,
    context,
    choose,
    hoshikawa,
    issues,
    plan,
    run,
    as,
  }) => {
    await as('demo-admin-key');
    await issues.composeHandover(at('issues'));
    await issues.buildPreview();
    await plan.expectOpen();
    await plan.grid.getByRole('checkbox', { name: 'WEB-856 を含める' }).click();
    const { id } = await hoshikawa.get<{ id: number }>('/issues/OPS-245');
    await hoshikawa.faults([
      {
        match: { method: 'PATCH', path: `/api/v2/issues/${id}` },
        effect: {
          kind: 'status',
          status: 400,
          body: { errors: [{ message: REFUSAL, code: 7, moreInfo: '' }] },
        },
        times: 1,
      },
    ]);
    await run.choosePace('上限内');
    await plan.approveAll(40);
    await run.expectDone();
    const runId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const menu = async (name: string) => {
      await page.getByRole('button', { name: '証跡' }).click();
      await page.getByRole('menuitem', { name }).click();
    };

    await test.step('CSV', async () => {
      const { file, name } = await downloaded(page, () => menu('CSV'));
      expect(name).toMatch(/^ikkatsu-\d+-\d{4}-\d\d-\d\d\.csv$/);
      expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      const lines = parseCsv(file.toString('utf8').slice(1));
      const text = (label: string) => lines.find((line) => line[1] === label)?.[2];
      expect(text('承認者')).toBe('高橋 彩');
      expect(text('変更')).toBe('担当者を鈴木 健太に変更');
      expect(text('選び方')).toBe('一覧で選んだ41件');
      const rows = lines.slice(lines.findIndex((line) => line[0] === '番号') + 1);
      const updated = rows.filter((row) => row[7] === '更新済み');
      expect(updated).toHaveLength(39);
      const written = new Set<unknown>((await hoshikawa.writes()).map((write) => write.path));
      expect(written.size).toBe(40);
      for (const row of updated) {
        expect(row.slice(4, 9)).toEqual(['担当者', '佐藤 美咲', '鈴木 健太', '更新済み', '鈴木 健太']);
        const issue = await hoshikawa.get<{ id: number; assignee: { name: string } }>(`/issues/${row[1]}`);
        expect(issue.assignee.name).toBe('鈴木 健太');
        expect(written.has(`/api/v2/issues/${issue.id}`)).toBe(true);
      }
      const others = rows.filter((row) => row[7] !== '更新済み').map((row) => [row[1], row[7], row[9]]);
      expect(others.toSorted()).toEqual([
        ['OPS-245', '失敗', `Backlogの理由：${REFUSAL}（コード 400 / 7）`],
        ['WEB-856', '対象外', '承認の前に、対象から外しました。送信していません。'],
      ]);
    });

    await test.step('Excel', async () => {
      const { file, name } = await downloaded(page, () => menu('Excel'));
      expect(name).toMatch(/^ikkatsu-\d+-\d{4}-\d\d-\d\d\.xlsx$/);
      const { sheets } = readWorkbook(file);
      expect([...sheets.keys()]).toEqual(['概要', '明細']);
      expect(sheets.get('明細')).toHaveLength(42);
      expect((sheets.get('概要') ?? []).map((row) => row[2])).toContain('実行の対象外：外した 1件');
    });

    await test.step('page', async () => {
      await menu('ページで見る');
      await page.waitForURL(/\/evidence$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/証跡/);
      const table = page.getByRole('table', { name: '証跡の明細' });
      await expect(table.locator('tbody')).toHaveCount(41);
      const left = table.locator('tbody').filter({ hasText: 'WEB-856' });
      await expect(left).toContainText('対象外');
      await expect(left).toContainText('承認の前に、対象から外しました。');
      await expect(table.locator('tbody').filter({ hasText: 'OPS-245' })).toContainText(REFUSAL);
      await expectAccessible(page, 'evidence, ja');
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('link', { name: 'Excel' })).toBeHidden();
      await expect(page.getByRole('navigation')).toHaveCount(0);
      // Nothing is cut off at the height of the window.
      const last = await table.locator('tbody').last().boundingBox();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height).toBeGreaterThanOrEqual((last?.y ?? Number.POSITIVE_INFINITY) + (last?.height ?? 0));
      await page.emulateMedia({ media: null });
    });

    await test.step('in English, and dark', async () => {
      await choose('en', 'dark');
      await page.reload();
      await expect(page.getByText('Left out before the approval. Nothing was sent.')).toBeVisible();
      await expectAccessible(page, 'evidence, en');
      const { file } = await downloaded(page, () => page.getByRole('link', { name: 'CSV' }).click());
      expect(file.toString('utf8')).toContain('Approved by');
    });

    await test.step('nobody else’s', async () => {
      const path = `/api/spaces/${encodeURIComponent(hostOf('hoshikawa'))}/runs/${runId}/evidence`;
      const own = await page.request.get(`${appUrl}${path}?format=xlsx`);
      expect(own.headers()).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      });
      expect(own.headers()['content-disposition']).toMatch(
        /^attachment; filename="ikkatsu-.*\.xlsx"; filename\*=UTF-8''ikkatsu-.*\.xlsx$/,
      );
      expect((await page.request.get(`${appUrl}${path}?format=exe`)).status()).toBe(400);
      await context.clearCookies();
      expect((await page.request.get(`${appUrl}${path}?format=csv`)).status()).toBe(401);
      await as('demo-member-key');
      for (const format of ['csv', 'xlsx']) {
        expect((await page.request.get(`${appUrl}${path}?format=${format}`)).status()).toBe(404);
      }
      await page.goto(at(`runs/${runId}/evidence`));
      await expect(page.getByRole('table')).toHaveCount(0);
    });
  });

  test('of a run under way says what is left, and more once it has ended', async ({
    page,
    hoshikawa,
    issues,
    plan,
    run,
    as,
  }) => {
    await hoshikawa.lastSeq();
    await as('demo-admin-key');
    await issues.composeHandover(at('issues'));
    await issues.buildPreview();
    await plan.expectOpen();
    await run.choosePace('ゆっくり');
    await plan.approveAll(41);
    await page.getByRole('button', { name: '一時停止' }).click();
    await expect(page.getByRole('button', { name: '再開' })).toBeVisible();
    const runPath = new URL(page.url()).pathname;
    await page.goto(`${runPath}/evidence`);
    await expect(page.getByText(/この実行はまだ終わっていません。残り\d+件です。/)).toBeVisible();
    await expect(page.getByText('まだ終わっていません。').first()).toBeVisible();

    await page.goto(runPath);
    await page.getByRole('button', { name: '再開' }).click();
    await run.choosePace('上限内');
    await run.expectDone();
    await page.goto(`${runPath}/evidence`);
    await expect(page.getByText(/この実行はまだ終わっていません/)).toHaveCount(0);
    await expect(page.getByText('更新済み 41件')).toBeVisible();
  });
});
