import { expect, type Locator, type Page } from '@playwright/test';

/** The preview: what will happen to every issue, and the one button that writes. */
export class PlanPage {
  readonly approve: Locator;
  readonly grid: Locator;

  constructor(private readonly page: Page) {
    this.approve = page.getByRole('button', { name: /件を更新する/ });
    this.grid = page.getByRole('grid');
  }

  async expectOpen(): Promise<void> {
    await this.page.waitForURL(/\/plans\//);
    await expect(this.page.getByRole('heading', { level: 1, name: 'プレビュー' })).toBeVisible();
  }

  /** One of the four figures: 変更, 変更なし, 警告, 実行不可. */
  pile(name: string): Locator {
    return this.page
      .getByRole('group', { name: 'プランの内訳' })
      .getByRole('button', { name: new RegExp(name) });
  }

  row(issueKey: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(issueKey, { exact: true }) });
  }

  async approveAll(count: number): Promise<void> {
    const button = this.page.getByRole('button', { name: `${count}件を更新する` });
    await expect(button).toBeEnabled();
    await button.click();
    await this.page.waitForURL(/\/runs\//);
  }
}
