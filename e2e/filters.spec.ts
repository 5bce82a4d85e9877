import { at, expect, test } from './fixtures';

test('every filter change stands in the URL; back, forward and reload restore it', async ({
  page,
  hoshikawa,
  issues,
  as,
}) => {
  await as('demo-admin-key');
  await issues.open(at('issues'));
  const counts: string[] = [];
  const count = page.getByText(/^[\d,]+件$/).first();
  const remember = async () => {
    await expect(page.getByRole('progressbar')).toBeHidden();
    counts.push((await count.textContent()) ?? '');
  };
  await expect(count).toBeVisible();
  await remember();

  await issues.filterBy('担当者', /佐藤 美咲/);
  await expect(page).toHaveURL(/assignee=\d+/);
  await issues.expectCount(41);
  await remember();

  await issues.filterBy('優先度', /高/);
  await expect(page).toHaveURL(/priority=2/);
  await expect(count).not.toHaveText('41件');
  await remember();
  const narrow = page.url();

  await page.goBack();
  await expect(page).not.toHaveURL(/priority/);
  await issues.expectCount(41);
  await page.goBack();
  await expect(page).not.toHaveURL(/assignee/);
  await expect(count).toHaveText(counts[0] ?? '');
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(narrow);
  await expect(count).toHaveText(counts[2] ?? '');

  await page.reload();
  await expect(page).toHaveURL(narrow);
  await expect(count).toHaveText(counts[2] ?? '');
  await expect(issues.filters.getByText('佐藤 美咲')).toBeVisible();
  expect(await hoshikawa.writes()).toEqual([]);
});

test('keyword, sort and due dates are part of the address too', async ({ page, hoshikawa, issues, as }) => {
  await as('demo-admin-key');
  await issues.open(at('issues'), 'assignee=2002');
  const keyword = issues.filters.getByRole('searchbox').or(issues.filters.getByRole('textbox')).first();
  await keyword.fill('Safari');
  await keyword.press('Enter');
  await expect(page).toHaveURL(/q=Safari/);
  await issues.grid.getByRole('columnheader', { name: '件名' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=-?summary/);
  await page.reload();
  await expect(keyword).toHaveValue('Safari');
  await expect(issues.grid.getByRole('columnheader', { name: '件名' })).toHaveAttribute(
    'aria-sort',
    /ascending|descending/,
  );
  const asked = (await hoshikawa.log()).filter((entry) => entry.path === '/api/v2/issues');
  expect(asked.some((entry) => String(entry.query).includes('keyword=Safari'))).toBe(true);
});

test('unreadable parameters are dropped with a note, the rest of the view stays', async ({
  page,
  hoshikawa,
  issues,
  as,
}) => {
  await as('demo-admin-key');
  await issues.open(at('issues'), 'assignee=2002&project=abc&due=yesterday&sort=colour');
  await issues.expectCount(41);
  await expect(page.getByText(/は読めないため外しました/)).toBeVisible();
  expect(await hoshikawa.writes()).toEqual([]);
});
