import { at, expect, test } from './fixtures';

test.describe('a plan of 佐藤 美咲’s issues', () => {
  test.beforeEach(async ({ hoshikawa, issues, as }) => {
    await hoshikawa.lastSeq();
    await as('demo-admin-key');
    await issues.composeHandover(at('issues'));
  });

  test('rows that a person leaves out are not written', async ({ hoshikawa, issues, plan, run }) => {
    await issues.buildPreview();
    await plan.expectOpen();
    await plan.grid.getByRole('checkbox', { name: 'WEB-856 を含める' }).click();
    await plan.grid.getByRole('checkbox', { name: 'OPS-245 を含める' }).click();
    await run.choosePace('上限内');
    await plan.approveAll(39);
    await run.expectDone();
    expect((await hoshikawa.get<{ assignee: { userId: string } }>('/issues/WEB-856')).assignee.userId).toBe(
      'sato',
    );
    expect((await hoshikawa.get<{ assignee: { userId: string } }>('/issues/OPS-245')).assignee.userId).toBe(
      'sato',
    );
    expect(await hoshikawa.writes()).toHaveLength(39);
  });

  test('somebody else’s edit after the preview is shown, blocks approval, and reading again takes it in', async ({
    page,
    hoshikawa,
    issues,
    plan,
    run,
  }) => {
    await issues.buildPreview();
    await plan.expectOpen();
    await expect(plan.approve).toBeEnabled();
    await hoshikawa.edit('WEB-856', { assigneeId: '2005' }, 'tanaka');
    await page.reload();
    await expect(page.getByText('プレビューのあとに1件が更新されました')).toBeVisible();
    await expect(plan.approve).toBeDisabled();
    await page.getByRole('button', { name: '読み直す' }).first().click();
    await expect(plan.approve).toBeEnabled();
    // Somebody is at work on it: it is left out until this person includes it.
    await expect(plan.row('WEB-856')).toContainText('更新直後');
    await expect(plan.approve).toHaveText(/^40件を更新する/);
    await run.choosePace('上限内');
    await plan.approve.click();
    await page.waitForURL(/\/runs\//);
    await run.expectDone();
    expect((await hoshikawa.writes()).filter((write) => write.status !== 200)).toEqual([]);
  });

  test('an edit between approval and its turn is a conflict: nothing is sent, and the page says who', async ({
    page,
    hoshikawa,
    issues,
    plan,
    run,
  }) => {
    await issues.buildPreview();
    await plan.expectOpen();
    await run.choosePace('ゆっくり');
    await plan.approveAll(41);
    await page.getByRole('button', { name: '一時停止' }).click();
    await expect(page.getByRole('button', { name: '再開' })).toBeVisible();
    const done = new Set((await hoshikawa.writes()).map((write) => write.path));
    const waiting = await lastWaiting(done);
    await hoshikawa.edit(waiting.issueKey, { assigneeId: '2001' }, 'nguyen');
    await page.getByRole('button', { name: '再開' }).click();
    await run.choosePace('上限内');
    await run.expectDone();
    await expect(page.getByText('競合').first()).toBeVisible();
    await expect(page.getByText(waiting.issueKey).first()).toBeVisible();
    await expect(page.getByText(/上書きしていません/).first()).toBeVisible();
    expect((await hoshikawa.writes()).some((write) => write.path === `/api/v2/issues/${waiting.id}`)).toBe(
      false,
    );

    async function lastWaiting(written: ReadonlySet<string>): Promise<{ id: number; issueKey: string }> {
      const held = await hoshikawa.get<{ id: number; issueKey: string }[]>(
        '/issues?projectId[]=501&projectId[]=502&projectId[]=503&assigneeId[]=2002&statusId[]=1&statusId[]=2&statusId[]=3&count=100',
      );
      const open = held.filter((issue) => !written.has(`/api/v2/issues/${issue.id}`));
      const last = open.at(-1);
      if (!last) throw new Error('nothing is waiting');
      return last;
    }
  });

  test('cancelling names what stays, sends nothing more, and every item has an outcome', async ({
    page,
    hoshikawa,
    issues,
    plan,
    run,
  }) => {
    await issues.buildPreview();
    await plan.expectOpen();
    await run.choosePace('ゆっくり');
    await plan.approveAll(41);
    await page.getByRole('button', { name: '中止' }).click();
    await expect(page.getByText(/はそのまま残ります/)).toBeVisible();
    await page.getByRole('button', { name: '中止する' }).click();
    await expect(page.getByText(/で中止。/).first()).toBeVisible();
    const written = (await hoshikawa.writes()).length;
    await expect(page.getByText('中止').first()).toBeVisible();
    expect(written).toBeLessThan(41);
    await page.reload();
    await expect(page.getByText(/で中止。/).first()).toBeVisible();
    expect(await hoshikawa.writes()).toHaveLength(written);
  });

  test('row 45: the tab may be closed: the run goes on, and the list of runs shows it ended', async ({
    page,
    context,
    hoshikawa,
    issues,
    plan,
    run,
  }) => {
    await issues.buildPreview();
    await plan.expectOpen();
    await run.choosePace('上限内');
    await plan.approveAll(41);
    await page.close();
    await expect.poll(async () => (await hoshikawa.writes()).length, { timeout: 30_000 }).toBe(41);
    const later = await context.newPage();
    await later.goto(at('runs'));
    await expect(later.getByText(/41\s*\/\s*41/).first()).toBeVisible();
  });

  test('row 46: no events, then no network at all: the page asks instead, says what it knows, and never “failed”', async ({
    page,
    context,
    hoshikawa,
    issues,
    plan,
    run,
  }) => {
    // A proxy that lets no stream through.
    await page.route(/\/events$/, (route) => route.abort());
    await hoshikawa.faults([{ match: { method: 'PATCH' }, effect: { kind: 'delay', ms: 400 } }]);
    await issues.buildPreview();
    await plan.expectOpen();
    await run.choosePace('上限内');
    await plan.approveAll(41);
    const progress = async () => Number(await run.progress.getAttribute('aria-valuenow'));
    await expect.poll(progress).toBeGreaterThan(0);

    await context.setOffline(true);
    await expect(page.getByText(/接続が切れました。最後に受け取った状態/).first()).toBeVisible({
      timeout: 30_000,
    });
    await expect.poll(async () => (await hoshikawa.writes()).length, { timeout: 60_000 }).toBe(41);
    await expect(page.getByText(/で完了。|失敗/)).toHaveCount(0);
    await context.setOffline(false);
    await run.expectDone();
    await expect(page.getByText(/接続が切れました/)).toHaveCount(0);
    await run.expectOutcomes({ 更新済み: 41 });
  });

  test('going back to the changes keeps selection and values, and rows left out stay out', async ({
    page,
    issues,
    plan,
  }) => {
    await issues.buildPreview();
    await plan.expectOpen();
    await plan.grid.getByRole('checkbox', { name: 'WEB-856 を含める' }).click();
    await expect(plan.approve).toHaveText(/40件を更新する/);
    await expect(plan.approve).toBeEnabled();
    await page.getByRole('link', { name: '変更に戻る' }).click();
    await issues.expectSelected(40);
    await expect(issues.box('WEB-856')).toHaveCount(0);
    await expect(issues.composer.getByText('鈴木 健太')).toBeVisible();
  });
});
