import { expect, type Locator, type Page } from '@playwright/test';

type Destination = 'Sprint 25' | '外す' | '完了';

/** マイルストーンを締める: the three columns, what is done beside them, and the way to the preview. */
export class ClosurePage {
  readonly submit: Locator;
  readonly picker: Locator;

  constructor(private readonly page: Page) {
    this.submit = page.getByRole('button', { name: /^プレビューを作る/ });
    this.picker = page.getByRole('button', { name: /^締めるマイルストーン/ });
  }

  /** One column by its title. */
  lane(title: '処理済み' | '未完了' | '判断待ち'): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${title}`) });
  }

  /** Keys of the issues in a column, in its order. */
  async keysIn(title: '処理済み' | '未完了' | '判断待ち'): Promise<string[]> {
    const links = await this.lane(title).getByRole('listitem').getByRole('link').allTextContents();
    return links.map((text) => text.trim());
  }

  row(issueKey: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: issueKey, exact: true }) });
  }

  /** Waits until the change logs are read: the burndown stands there. */
  async expectFigures(): Promise<void> {
    await expect(this.page.getByRole('img', { name: /件から.*件まで減り/ })).toBeVisible({ timeout: 30_000 });
  }

  async resolvedIsDone(done: boolean): Promise<void> {
    const radio = this.lane('処理済み').getByRole('radio', {
      name: done ? '完了にする' : '未完了として送る',
    });
    await radio.click();
    await expect(radio).toBeChecked();
  }

  /** Sends an issue that waits for a decision somewhere. */
  async decide(issueKey: string, to: Destination): Promise<void> {
    const choice = this.page.getByRole('radiogroup', { name: `${issueKey} の行き先` });
    await choice.getByRole('radio', { name: to }).click();
    await expect(choice.getByRole('radio', { name: to })).toBeChecked();
  }

  /** Opens everything that can be decided about one issue. */
  async openDecision(issueKey: string): Promise<Locator> {
    await this.page.getByRole('button', { name: new RegExp(`^${issueKey} の行き先と担当者`) }).click();
    return this.page.getByRole('dialog', { name: issueKey });
  }

  /** Picks a value in a list of the decision that is open. */
  async pick(dialog: Locator, field: string, value: string): Promise<void> {
    await dialog.getByRole('button', { name: new RegExp(`^${field}`) }).click();
    await this.page.getByRole('option', { name: value }).click();
  }

  async closeDecision(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  async switchOn(name: string): Promise<void> {
    await this.page.getByRole('switch', { name }).click();
    await expect(this.page.getByRole('switch', { name })).toBeChecked();
  }

  /** A line of 締めの内容. */
  async expectCount(name: string, count: number): Promise<void> {
    const term = this.page.locator('dl > div').filter({ has: this.page.getByText(name, { exact: true }) });
    await expect(term.getByRole('definition')).toHaveText(`${count}件`);
  }
}
