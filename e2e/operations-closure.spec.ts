import { expectAccessible } from './accessible';
import {
  type Issue,
  orderOf,
  paramsOf,
  sprint24,
  TANAKA,
  versionOf,
  WEB,
  type Wiki,
  wikisOf,
} from './closure-state';
import { expectFitsWindow } from './fits-window';
import { at, expect, test } from './fixtures';
import { ClosurePage } from './pages/closure-page';

// Long journeys: a slow machine needs more than the usual minute.
test.describe.configure({ timeout: 240_000 });

test('Sprint 24 is closed: every issue goes where it was decided, other milestones stay, the archive comes last, and all of it is undone', async ({
  page,
  hoshikawa,
  plan,
  run,
  as,
}) => {
  const closure = new ClosurePage(page);
  const { version, open } = await sprint24(hoshikawa);
  expect(open).toHaveLength(15);
  await as('demo-admin-key');
  await page.goto(at('operations'));
  await page.getByRole('link', { name: /Sprint 24 は .* で終了/ }).click();
  await closure.expectFigures();

  await test.step('how it stands, and what 処理済み means is said in numbers', async () => {
    await expect(page.getByText(/計 33件 ・ 追加 \d+件/)).toBeVisible();
    await expect(closure.lane('処理済み').getByRole('radio', { name: '未完了として送る' })).toBeChecked();
    await expect(page.getByText('完了にする 0件 / 行き先を決める 15件')).toBeVisible();
    await closure.resolvedIsDone(true);
    await expect(page.getByText('完了にする 3件 / 行き先を決める 12件')).toBeVisible();
    await page.getByRole('button', { name: '表で見る' }).click();
    await expect(page.getByRole('columnheader', { name: '理想' })).toBeVisible();
    await page.getByRole('button', { name: '図で見る' }).click();
  });

  const waiting = await closure.keysIn('判断待ち');
  const unfinished = await closure.keysIn('未完了');
  const resolved = await closure.keysIn('処理済み');
  expect([waiting.length, unfinished.length, resolved.length]).toEqual([5, 7, 3]);
  expect([...waiting, ...unfinished, ...resolved].sort()).toEqual(
    open.map(({ issueKey }) => issueKey).sort(),
  );
  const parents: string[] = [];
  for (const key of waiting) {
    const text = (await closure.row(key).textContent()) ?? '';
    if (text.includes('子課題が1件残っている')) parents.push(key);
    else expect(text).toMatch(/[23]回持ち越し/);
  }
  expect(parents).toHaveLength(2);
  const [dropped, wontFix, ...onwards] = waiting.filter((key) => !parents.includes(key));
  const [reassigned] = unfinished;
  if (!dropped || !wontFix || !reassigned) throw new Error('another seed');

  await test.step('one decision per destination; what is missing is named', async () => {
    await expect(
      page.getByText(`${waiting[0]}ほか4件の行き先を選ぶと、プレビューを作れます。`),
    ).toBeVisible();
    await expect(closure.submit).toBeDisabled();
    await closure.decide(dropped, '外す');
    await closure.decide(wontFix, '完了');
    const dialog = await closure.openDecision(wontFix);
    await closure.pick(dialog, '完了理由', '対応しない');
    await closure.closeDecision();
    const other = await closure.openDecision(reassigned);
    await closure.pick(other, '担当者を替える', '田中 直樹');
    await closure.closeDecision();
    await expect(closure.row(reassigned)).toContainText('担当者 → 田中 直樹');
    for (const key of [...onwards, ...parents]) await closure.decide(key, 'Sprint 25');
    await closure.expectCount('完了にする', 4);
    await closure.expectCount('Sprint 25へ移す', 10);
    await closure.expectCount('マイルストーンから外す', 1);
  });

  await test.step('the next milestone: a name that is taken and reversed days are found while typing', async () => {
    await page.getByRole('button', { name: '新しいマイルストーンを直す' }).click();
    const name = page.getByLabel('名前', { exact: true });
    await expect(name).toHaveValue('Sprint 25');
    const [start, due] = [page.getByLabel('開始日'), page.getByLabel('期限日', { exact: true })];
    await name.fill('Sprint 23');
    await expect(page.getByText('「Sprint 23」は、このプロジェクトにもうあります')).toBeVisible();
    await name.fill('Sprint 25');
    const day = await due.inputValue();
    await due.fill('2020-01-01');
    await expect(page.getByText('期限日が開始日より前です。')).toBeVisible();
    await expect(closure.submit).toBeDisabled();
    await due.fill(day);
    expect((await start.inputValue()) > (version.releaseDueDate ?? '').slice(0, 10)).toBe(true);
    await page.getByRole('button', { name: '決める' }).click();
  });

  await test.step('the report is a wiki page; it can be rewritten', async () => {
    await closure.switchOn('Wikiに追加');
    await page.getByRole('button', { name: '全文を開く' }).click();
    const text = page.getByRole('textbox', { name: 'レポートの文' });
    await expect(text).toHaveValue(/# Sprint 24 ふりかえり[\s\S]*\| 持ち越し \| 10件 \|/);
    await text.fill(`${await text.inputValue()}\n\n**次も見る**`);
    await page.getByRole('button', { name: '閉じる' }).last().click();
    await expect(page.getByText('課題 15件、マイルストーン 2件、Wiki 1件を変更する予定')).toBeVisible();
    await expectAccessible(page, 'closure');
    await expectFitsWindow(page, 'closure');
  });

  await test.step('the preview names its stages; going back finds everything as it was', async () => {
    await page.keyboard.press('Control+Enter');
    await plan.expectOpen();
    const stages = page.getByRole('list', { name: '実行の順番' }).getByRole('listitem');
    await expect(stages).toHaveText([
      /マイルストーン「Sprint 25」を作成/,
      /課題 15件/,
      /Wiki「Sprint 24 ふりかえり」を追加/,
      /「Sprint 24」をアーカイブ/,
    ]);
    await expect(page.getByText('①②③に失敗があれば、④は実行しません。')).toBeVisible();
    await expectAccessible(page, 'plan');
    await expectFitsWindow(page, 'plan');
    await page.getByRole('link', { name: '変更に戻る' }).click();
    await page.waitForURL(/operations\/closure\?plan=/);
    await closure.expectFigures();
    await closure.expectCount('マイルストーンから外す', 1);
    await expect(closure.row(reassigned)).toContainText('担当者 → 田中 直樹');
    await expect(page.getByText('編集済み')).toBeVisible();
  });

  await test.step('what is left out in the preview stays out, and is said to hold the archive back, until it is taken in again', async () => {
    const held = page.getByText(/^課題1件が未完了のまま「Sprint 24」に残ります。/);
    await closure.submit.click();
    await plan.expectOpen();
    await expect(held).toHaveCount(0);
    await page.getByRole('checkbox', { name: `${reassigned} を含める` }).click();
    await expect(held).toBeVisible();
    const reportHeld = page.getByText(/^レポートの本文と違う課題が1件あるため、レポートは保留します。/);
    await expect(reportHeld).toBeVisible();
    await expect(page.getByRole('button', { name: '14件と手順3件を実行する' })).toBeEnabled();
    await expectAccessible(page, 'plan with an issue left out');
    await page.getByRole('link', { name: '変更に戻る' }).click();
    await page.waitForURL(/operations\/closure\?plan=/);
    await closure.expectFigures();
    await expect(closure.row(reassigned)).toContainText('対象外（そのまま残す）');
    await closure.expectCount('対象外（そのまま残す）', 1);
    await closure.expectCount('Sprint 25へ移す', 9);
    await expect(
      page.getByText('対象外の1件が未完了のまま残るため、アーカイブは保留になります'),
    ).toBeVisible();
    // What was written by hand does not know of it.
    await expect(page.getByText(/^書き直したあとで、数字か課題が変わりました。/)).toBeVisible();
    await expectAccessible(page, 'closure with an issue left out');

    await closure.submit.click();
    await plan.expectOpen();
    await expect(plan.row(dropped)).toHaveCount(1);
    await expect(plan.row(reassigned)).toHaveCount(0);
    await expect(held).toBeVisible();
    // Browser Back leads to the same form as the link does.
    await page.goBack();
    await closure.expectFigures();
    await page.getByRole('button', { name: `${reassigned} を対象に戻す` }).click();
    await closure.expectCount('Sprint 25へ移す', 10);
    await expect(closure.row(reassigned)).toContainText('担当者 → 田中 直樹');
    await page.reload();
    await closure.expectFigures();
    await closure.expectCount('Sprint 25へ移す', 10);
    expect(await hoshikawa.writes()).toEqual([]);
  });

  await closure.submit.click();
  await plan.expectOpen();
  await run.choosePace('上限内');
  await page.getByRole('button', { name: '15件と手順3件を実行する' }).click();
  await page.waitForURL(/\/runs\//);
  await run.expectDone();
  await run.expectOutcomes({ 更新済み: 18 });
  await expectFitsWindow(page, 'run');

  const next = await versionOf(hoshikawa, 'Sprint 25');
  if (!next) throw new Error('Sprint 25 was not created');

  await test.step('the requests: milestone, issues, wiki, archive; each once and well formed', async () => {
    const writes = await hoshikawa.writes();
    expect(writes.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
    expect(orderOf(writes)).toEqual(['POST versions', 'PATCH issues', 'POST wikis', 'PATCH versions']);
    expect(writes).toHaveLength(18);
    const archive = writes.at(-1);
    expect(archive?.path).toBe(`/api/v2/projects/${WEB}/versions/${version.id}`);
    expect(Object.fromEntries(archive ? paramsOf(archive) : [])).toMatchObject({
      name: 'Sprint 24',
      archived: 'true',
    });
    const closing = writes.filter((write) => paramsOf(write).get('statusId') === '4');
    expect(closing.map((write) => paramsOf(write).get('resolutionId')).sort()).toEqual(['0', '0', '0', '1']);
  });

  await test.step('the state: リリース 3.0 is kept everywhere, nothing open is left in Sprint 24', async () => {
    const before = new Map(open.map((issue) => [issue.id, issue]));
    const after = await hoshikawa.get<Issue[]>(
      `/issues?projectId[]=${WEB}&count=100&${open.map(({ id }) => `id[]=${id}`).join('&')}`,
    );
    for (const issue of after) {
      const others = before.get(issue.id)?.milestone.filter(({ id }) => id !== version.id) ?? [];
      const names = issue.milestone.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(others.map(({ name }) => name)));
      const closes = [...resolved, wontFix].includes(issue.issueKey);
      const own = closes ? ['Sprint 24'] : issue.issueKey === dropped ? [] : ['Sprint 25'];
      expect(names.sort()).toEqual([...others.map(({ name }) => name), ...own].sort());
      expect(issue.status.id === 4).toBe(closes);
      if (closes) expect(issue.resolution?.id).toBe(issue.issueKey === wontFix ? 1 : 0);
    }
    expect(after.find(({ issueKey }) => issueKey === reassigned)?.assignee?.id).toBe(TANAKA);
    expect(after.some(({ milestone }) => milestone.length === 2)).toBe(true);
    expect((await versionOf(hoshikawa, 'Sprint 24'))?.archived).toBe(true);
    const page24 = (await wikisOf(hoshikawa)).find(({ name }) => name === 'Sprint 24 ふりかえり');
    const wiki = await hoshikawa.get<Wiki>(`/wikis/${page24?.id}`);
    expect(wiki.content).toContain('**次も見る**');
  });

  let recordUrl = '';
  await test.step('the record, to read and to take along', async () => {
    await page.getByRole('link', { name: '締めの記録を見る' }).click();
    await page.waitForURL(/\/record$/);
    recordUrl = page.url();
    await expect(page.getByText('Sprint 24をアーカイブしました。')).toBeVisible();
    await expect(page.getByText('33件中 22件')).toBeVisible();
    await expect(page.getByRole('region', { name: '完了にした課題' }).getByRole('listitem')).toHaveCount(4);
    await expect(
      page.getByRole('region', { name: 'Sprint 25へ移した課題' }).getByRole('listitem'),
    ).toHaveCount(10);
    await expectAccessible(page, 'record');
    await expectFitsWindow(page, 'record');
    const save = page.getByRole('link', { name: 'Markdownで保存' });
    // The name as it reaches the disk depends on the locale of the machine.
    await expect(save).toHaveAttribute('download', 'Sprint 24 締めの記録.md');
    const download = page.waitForEvent('download');
    await save.click();
    expect(await (await download).failure()).toBeNull();
    await page.getByRole('link', { name: /^プラン #\d+ の実行/ }).click();
    await page.waitForURL(/\/runs\/[^/]+$/);
  });

  await test.step('undo goes the way back: archive, wiki page, issues, and the created milestone after its own confirm', async () => {
    const since = await hoshikawa.lastSeq();
    await run.undo(18);
    await plan.expectOpen();
    await expect(page.getByRole('list', { name: '実行の順番' }).getByRole('listitem').first()).toContainText(
      '「Sprint 24」のアーカイブを解除',
    );
    // What deletes something stands under a warning and is left out until a person takes it in.
    for (const box of await page
      .getByRole('checkbox', { name: /「Sprint (24 ふりかえり|25)」を削除/ })
      .all()) {
      if (!(await box.isChecked())) await box.click();
    }
    await run.choosePace('上限内');
    const approve = page.getByRole('button', { name: '15件と手順3件を実行する' });
    await expect(approve).toBeEnabled();
    await approve.click();
    await expect(page.getByRole('dialog')).toContainText('マイルストーン「Sprint 25」');
    await page.getByRole('button', { name: '削除も含めて18件を実行する' }).click();
    await page.waitForURL(/\/runs\//);
    await run.expectDone();
    const writes = await hoshikawa.writes(since);
    expect(orderOf(writes)).toEqual(['PATCH versions', 'DELETE wikis', 'PATCH issues', 'DELETE versions']);
    expect(await versionOf(hoshikawa, 'Sprint 25')).toBeUndefined();
    expect((await versionOf(hoshikawa, 'Sprint 24'))?.archived).toBe(false);
    const again = await sprint24(hoshikawa);
    const shape = ({ id, status, resolution, assignee, milestone }: Issue) => ({
      id,
      status: status.id,
      resolution: resolution?.id ?? null,
      assignee: assignee?.id ?? null,
      milestones: milestone.map((one) => one.id).sort(),
    });
    expect(again.open.map(shape)).toEqual(open.map(shape));
    expect((await wikisOf(hoshikawa)).some(({ name }) => name === 'Sprint 24 ふりかえり')).toBe(false);
  });

  await test.step('the record of the closing tells that it was taken back', async () => {
    await page.goto(recordUrl);
    await expect(page.getByText('Sprint 24のアーカイブは元に戻しました。')).toBeVisible();
    await expect(page.getByText('33件中 18件')).toBeVisible();
    await expect(page.getByRole('region', { name: '元に戻した課題' }).getByRole('listitem')).toHaveCount(15);
    await expect(page.getByRole('link', { name: /^元に戻す実行：プラン #\d+/ })).toBeVisible();
    await expectAccessible(page, 'record of what was taken back');
  });
});
