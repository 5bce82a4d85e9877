import { expect, type Locator, type Page } from '@playwright/test';

/** The issue table with its filters, selection and composer. */
export class IssuesPage {
  readonly grid: Locator;
  readonly filters: Locator;
  readonly bar: Locator;
  readonly composer: Locator;

  constructor(private readonly page: Page) {
    this.grid = page.getByRole('grid');
    this.filters = page.getByRole('toolbar', { name: '絞り込み' });
    this.bar = page.getByRole('toolbar', { name: '選択中の課題への操作' });
    this.composer = page
      .getByRole('complementary', { name: '変更を組み立てる' })
      .or(page.getByRole('dialog', { name: '変更を組み立てる' }));
  }

  /** The number of matching issues above the table, once it is known. */
  async expectCount(count: number): Promise<void> {
    await expect(this.page.getByText(new RegExp(`^${count.toLocaleString('ja')}件$`)).first()).toBeVisible();
  }

  /** Opens the list (`query` without `?`) and waits until it takes clicks and keys. */
  async open(path: string, query = ''): Promise<void> {
    await this.page.goto(query ? `${path}?${query}` : path);
    await this.listens();
  }

  /** Waits until the page listens to keys: React has taken over the markup of the server. */
  private async listens(): Promise<void> {
    await this.page.waitForFunction(() =>
      Object.keys(document.querySelector('[role=grid]') ?? {}).some((name) =>
        name.startsWith('__reactProps'),
      ),
    );
  }

  /** Ticks values in the popover of a filter chip and applies them. */
  async filterBy(field: string, ...values: (string | RegExp)[]): Promise<void> {
    await this.filters
      .getByRole('button', { name: new RegExp(`^${field}`) })
      .first()
      .click();
    const popover = this.page.getByRole('dialog', { name: field });
    for (const value of values) await popover.getByRole('option', { name: value }).click();
    await popover.getByRole('button', { name: /絞り込む|条件を外す/ }).click();
    await expect(popover).toBeHidden();
  }

  row(issueKey: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(issueKey, { exact: true }) });
  }

  box(issueKey: string): Locator {
    return this.grid.getByRole('checkbox', { name: `${issueKey} を選択` });
  }

  async selectAllLoaded(): Promise<void> {
    await this.grid.getByRole('checkbox', { name: 'すべて選択' }).click();
  }

  /** Said by the bar, or by the composer while that is open. */
  async expectSelected(count: number): Promise<void> {
    const text = new RegExp(`${count.toLocaleString('ja')}件\\s?を選択中`);
    await expect(this.bar.or(this.composer).filter({ hasText: text }).first()).toBeVisible();
  }

  /** Picks a value in the list that opens with a block of the composer. */
  async pickValue(field: string, value: string | RegExp): Promise<void> {
    const popover = this.page.getByRole('dialog', { name: field });
    await popover.getByRole('option', { name: value }).click();
  }

  /** Opens the composer at a field from the selection bar. */
  async compose(field: string): Promise<void> {
    await this.bar.getByRole('button', { name: new RegExp(`^${field}`) }).click();
  }

  /** One field of the composer. */
  block(field: string): Locator {
    return this.composer.getByRole('region', { name: field, exact: true });
  }

  /** Adds a block from the list of fields. */
  async addField(field: string): Promise<void> {
    await this.composer.getByRole('button', { name: field, exact: true }).click();
    await expect(this.block(field)).toBeVisible();
  }

  /** Ticks values in the list of a block that takes several. */
  async tickValues(field: string, ...values: (string | RegExp)[]): Promise<void> {
    for (const value of values) await this.pickValue(field, value);
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog', { name: field })).toBeHidden();
  }

  /** 佐藤 美咲's 41 open issues (`path` of the list), selected and about to go to 鈴木 健太. */
  async composeHandover(path: string): Promise<void> {
    await this.open(path, 'assignee=2002');
    await this.expectCount(41);
    await this.selectAllLoaded();
    await this.compose('担当者');
    await this.pickValue('担当者', /鈴木 健太/);
  }

  async buildPreview(): Promise<void> {
    await this.page.getByRole('button', { name: /^プレビューを作る/ }).click();
  }
}
