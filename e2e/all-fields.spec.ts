import { at, expect, test } from './fixtures';

interface Named {
  id: number;
  name: string;
}
interface Issue {
  id: number;
  issueKey: string;
  issueType: Named;
  versions: Named[];
  estimatedHours: number | null;
  parentIssueId: number | null;
  customFields: { name: string; value: unknown; otherValue?: string | null }[];
}
interface Comment {
  changeLog: { field: string }[];
  notifications: { user: { name: string } }[];
}

/** Tasks of WEB without a parent: the new type changes nothing else about them. */
const keys = ['WEB-981', 'WEB-961', 'WEB-952'];

test.describe('three tasks of WEB', () => {
  test.beforeEach(async ({ hoshikawa, issues, as }) => {
    await hoshikawa.lastSeq();
    await as('demo-admin-key');
    await issues.open(at('issues'), 'assignee=2002&project=501&type=801');
    for (const key of keys) await issues.box(key).click();
    await issues.expectSelected(keys.length);
    await issues.compose('その他の項目');
  });

  test('become bugs with version, hours and custom fields in one request each, and the people are told', async ({
    page,
    hoshikawa,
    issues,
    plan,
    run,
  }) => {
    await issues.addField('種別');
    await issues.pickValue('種別', 'バグ');
    await expect(issues.block('起票元')).toContainText('種別「バグ」の必須項目です。');
    await issues
      .block('起票元')
      .getByRole('button', { name: /^起票元/ })
      .click();
    await issues.pickValue('起票元', '社内');
    await issues.addField('予定時間');
    await issues.block('予定時間').getByRole('textbox').fill('3h');
    await expect(issues.block('予定時間').getByRole('alert')).toHaveText('数値を入れてください。');
    await issues.block('予定時間').getByRole('textbox').fill('3.5');
    await expect(issues.block('予定時間')).toContainText('2件が変わる');
    await issues.addField('発生バージョン');
    await issues.tickValues('発生バージョン', 'リリース 3.0');
    await issues.composer.getByRole('searchbox').fill('環境');
    await issues.composer.getByRole('searchbox').press('Enter');
    await issues.tickValues('確認環境', '検証', '本番');
    await issues.block('確認環境').getByRole('radio', { name: '入力' }).click();
    await issues.block('確認環境').getByRole('textbox').fill('店舗の端末');
    await issues.addField('お知らせ');
    await issues.tickValues('お知らせ', /鈴木 健太/);

    await issues.buildPreview();
    await plan.expectOpen();
    for (const name of [
      '種別',
      '発生バージョン',
      '予定時間',
      '確認環境',
      '確認環境（その他の記入）',
      '起票元',
    ]) {
      await expect(plan.grid.getByRole('columnheader', { name, exact: true })).toHaveCount(1);
    }
    const row = plan.row('WEB-952');
    await expect(row).toContainText('種別、タスクからバグへ');
    await expect(row).toContainText('予定時間、なしから3.5時間へ');
    await expect(row).toContainText('確認環境、本番から本番、検証へ');
    await expect(row).toContainText('起票元、監視から社内へ');
    await expect(page.getByText('1人を、お知らせ先に指定します。')).toBeVisible();
    expect(await hoshikawa.writes()).toEqual([]);

    await run.choosePace('上限内');
    await plan.approveAll(keys.length);
    await run.expectDone();

    const writes = await hoshikawa.writes();
    expect(writes.map(({ method, status }) => [method, status])).toEqual(keys.map(() => ['PATCH', 200]));
    for (const key of keys) {
      const issue = await hoshikawa.get<Issue>(`/issues/${key}`);
      const custom = Object.fromEntries(issue.customFields.map((field) => [field.name, field]));
      expect(issue).toMatchObject({ issueType: { name: 'バグ' }, estimatedHours: 3.5 });
      expect(issue.versions.map(({ name }) => name)).toEqual(['リリース 3.0']);
      expect(custom.起票元).toMatchObject({ value: { name: '社内' } });
      expect(custom.確認環境).toMatchObject({ otherValue: '店舗の端末' });
      expect(custom.確認環境?.value).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ name: '検証' }),
          expect.objectContaining({ name: '本番' }),
        ]),
      );
      const [last] = await hoshikawa.get<Comment[]>(`/issues/${key}/comments?count=1&order=desc`);
      expect(last?.notifications.map(({ user }) => user.name)).toContain('鈴木 健太');
    }
  });

  test('get a parent by its key, and going back from the preview brings every block back', async ({
    page,
    hoshikawa,
    issues,
    plan,
    run,
  }) => {
    const parent = await hoshikawa.get<Issue>('/issues/WEB-895');
    await issues.addField('親課題');
    await issues.block('親課題').getByRole('textbox').fill('WEB-99999');
    await expect(issues.block('親課題')).toContainText('WEB-99999 は見つかりません。');
    await issues.block('親課題').getByRole('textbox').fill('web-895');
    await expect(issues.block('親課題')).toContainText('変わる件数は、プレビューで数えます。');
    await issues.addField('リリースノート');
    await issues
      .block('リリースノート')
      .getByRole('textbox')
      .fill('表示を直しました。\n入力しやすくしました。');
    await issues.addField('検証日');
    await issues.block('検証日').locator('input[type=date]').fill('2026-12-01');
    await issues.addField('実績時間');
    await issues.block('実績時間').getByRole('radio', { name: 'クリア' }).click();

    await issues.buildPreview();
    await plan.expectOpen();
    await page.getByRole('link', { name: '変更に戻る' }).click();
    await issues.expectSelected(keys.length);
    await expect(issues.block('親課題').getByRole('textbox')).toHaveValue('WEB-895');
    await expect(issues.block('リリースノート').getByRole('textbox')).toHaveValue(/入力しやすく/);
    await expect(issues.block('検証日').locator('input[type=date]')).toHaveValue('2026-12-01');
    await expect(issues.block('実績時間').getByRole('radio', { name: 'クリア' })).toBeChecked();
    expect(await hoshikawa.writes()).toEqual([]);

    await issues.buildPreview();
    await plan.expectOpen();
    await run.choosePace('上限内');
    await plan.approveAll(keys.length);
    await run.expectDone();
    for (const key of keys) {
      const issue = await hoshikawa.get<Issue>(`/issues/${key}`);
      expect(issue.parentIssueId).toBe(parent.id);
      expect(issue.customFields).toContainEqual(
        expect.objectContaining({
          name: 'リリースノート',
          value: '表示を直しました。\n入力しやすくしました。',
        }),
      );
    }
  });
});
