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
}
