import { expectAccessible } from './accessible';
import { at, expect, test } from './fixtures';

for (const [language, theme] of [
  ['ja', 'light'],
  ['en', 'dark'],
] as const) {
  test(`axe finds nothing on any page, ${language} and ${theme}`, async ({
    page,
    choose,
    hoshikawa,
    issues,
    plan,
    as,
  }) => {
    test.setTimeout(120_000);
    await hoshikawa.lastSeq();
    await choose(language, theme);
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, 'sign-in');

    await as('demo-admin-key');
    await issues.open(at('issues'), 'assignee=2002');
    await expect(issues.grid.getByRole('row')).not.toHaveCount(1);
    await expectAccessible(page, 'issues');

    await issues.grid.getByRole('checkbox').nth(1).click();
    await page.keyboard.press('s');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page
      .getByRole('option', { name: /処理中|In Progress/ })
      .first()
      .click();
    await expect(page.getByRole('option')).toHaveCount(0);
    await expectAccessible(page, 'composer');

    await page.getByRole('button', { name: /^(プレビューを作る|Build preview)/ }).click();
    await page.waitForURL(/plans/);
    await expect(plan.grid).toBeVisible();
    await expectAccessible(page, 'plan');

    const approve = page.getByRole('button', { name: /件を更新する|Update \d+ issue/ });
    if (await approve.isEnabled()) {
      await approve.click();
      await page.waitForURL(/runs\//);
      await expect(page.getByRole('progressbar')).toBeVisible();
      await expectAccessible(page, 'run');
    }
    await page.goto(at('runs'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, 'runs');
    await page.goto(at('settings'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, 'settings');
  });
}
