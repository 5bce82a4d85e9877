import { at, expect, test } from './fixtures';

test.beforeEach(async ({ hoshikawa, issues, as }) => {
  await hoshikawa.lastSeq();
  await as('demo-admin-key');
  await issues.open(at('issues'), 'assignee=2002');
  await issues.expectCount(41);
});

test('Shift extends a range, and the selection survives filtering and says what is out of view', async ({
  issues,
}) => {
  const boxes = issues.grid.getByRole('checkbox');
  await boxes.nth(1).click();
  await boxes.nth(5).click({ modifiers: ['Shift'] });
  await issues.expectSelected(5);
  await issues.filterBy('優先度', /高/);
  await issues.expectSelected(5);
  await expect(issues.bar.getByText(/画面外/)).toBeVisible();
});

test('the keyboard alone selects and builds a preview; letters are off in fields and while composing Japanese', async ({
  page,
  issues,
  plan,
}) => {
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await issues.expectSelected(1);
  await page.keyboard.press('Shift+j');
  await page.keyboard.press('Shift+j');
  await issues.expectSelected(3);
  await page.keyboard.press('Control+a');
  await issues.expectSelected(41);
  await page.keyboard.press('Escape');
  await expect(issues.bar).toBeHidden();

  await page.keyboard.press('/');
  await page.keyboard.type('xj');
  await expect(issues.bar).toBeHidden();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const during = { key: 'x', bubbles: true, isComposing: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', during));
  });
  await expect(issues.bar).toBeHidden();

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await issues.expectSelected(1);
  await page.keyboard.press('a');
  await expect(page.getByRole('option', { name: /鈴木 健太/ })).toBeVisible();
  await page.keyboard.type('鈴木');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await plan.expectOpen();
  await expect(plan.approve).toHaveText(/1件を更新する/);
});

test('“select all” means everything that matches: the server resolves it when the plan is made', async ({
  page,
  hoshikawa,
  issues,
  plan,
}) => {
  await issues.open(at('issues'));
  await expect(issues.grid.getByRole('row').nth(5)).toBeVisible();
  await issues.selectAllLoaded();
  await page.getByRole('button', { name: /件すべてを選択/ }).click();
  await expect(page.getByText(/条件に合う[\d,]+件すべてを選択しています/)).toBeVisible();
  const before = await hoshikawa.lastSeq();
  await page.keyboard.press('d');
  const date = issues.composer.locator('input[type=date]').first();
  await date.fill('2027-03-31');
  await issues.buildPreview();
  await plan.expectOpen();
  await expect(plan.approve).toBeVisible({ timeout: 40_000 });
  const asked = (await hoshikawa.log(before)).filter((entry) => entry.path.startsWith('/api/v2/issues'));
  expect(asked.some((entry) => String(entry.query).includes('offset=100'))).toBe(true);
  expect(await hoshikawa.writes()).toEqual([]);
});
