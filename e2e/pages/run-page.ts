import { expect, type Locator, type Page } from '@playwright/test';

/** A run: progress, outcomes, pause and cancel. */
export class RunPage {
  readonly progress: Locator;

  constructor(private readonly page: Page) {
    this.progress = page.getByRole('progressbar');
  }

  /** Waits for the end of a run by what the page says. */
  async expectDone(timeoutMs = 60_000): Promise<void> {
    await expect(this.page.getByText(/で完了。/).first()).toBeVisible({ timeout: timeoutMs });
  }

  async choosePace(name: '上限内' | 'ゆっくり'): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(name) }).click();
  }

  /** Figures under the bar, by their words. */
  async expectOutcomes(counts: Record<string, number>): Promise<void> {
    for (const [name, count] of Object.entries(counts)) {
      const figure = this.page
        .locator('dl > div')
        .filter({ has: this.page.getByText(name, { exact: true }) });
      await expect(figure.first().getByText(String(count), { exact: true })).toBeVisible();
    }
  }

  /** Makes the plan that takes this run back and opens its preview. */
  async undo(count: number): Promise<void> {
    await this.page.getByRole('button', { name: `元に戻す（${count}件）` }).click();
    await this.page.waitForURL(/\/plans\//);
  }
}
