import { expect, type Locator, type Page } from '@playwright/test';

/** The form that marks overdue issues. */
export class OverduePage {
  readonly submit: Locator;
  readonly foot: Locator;
  /** How many change, are marked already, are left out. */
  readonly figures: Locator;

  constructor(private readonly page: Page) {
    this.submit = page.getByRole('button', { name: /^プレビューを作る/ });
    this.foot = page.getByRole('region', { name: '対象と所要時間' });
    this.figures = page.getByRole('region', { name: '変わる課題' });
  }

  /** Opens the form and waits until every overdue issue has been read. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole('heading', { level: 1, name: '期限切れ' })).toBeVisible();
    await expect(this.page.getByRole('list', { name: '期限切れの課題' })).toBeVisible();
    await expect(this.page.getByText(/読み込みました|数えています/)).toHaveCount(0);
  }

  /** A project by its key, in the scope. */
  project(key: string): Locator {
    return this.page.getByRole('checkbox', { name: new RegExp(`^${key} \\d+$`) });
  }

  issue(issueKey: string): Locator {
    return this.page.getByRole('checkbox', { name: `${issueKey}を対象にする` });
  }

  async late(preset: string): Promise<void> {
    await this.page.getByRole('radio', { name: preset, exact: true }).click();
  }

  statusOf(project: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${project}の状態:`) });
  }

  async markStatus(project: string, status: string): Promise<void> {
    await this.statusOf(project).click();
    await this.page.getByRole('option', { name: status }).click();
    await expect(this.statusOf(project)).toHaveAccessibleName(new RegExp(`${status}$`));
  }

  async comment(text: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: 'コメントを付ける' }).click();
    await this.page.getByRole('textbox', { name: 'コメント', exact: true }).fill(text);
  }

  async expectFigures(figures: Record<string, number>): Promise<void> {
    for (const [name, count] of Object.entries(figures)) {
      const figure = this.figures
        .locator('dl > div')
        .filter({ has: this.page.getByText(name, { exact: true }) });
      await expect(figure.getByText(String(count), { exact: true })).toBeVisible();
    }
  }
}
