import { expect, type Locator, type Page } from '@playwright/test';

/** The form that hands somebody's open issues over. */
export class HandoverPage {
  readonly submit: Locator;
  readonly foot: Locator;

  constructor(private readonly page: Page) {
    this.submit = page.getByRole('button', { name: /^プレビューを作る/ });
    this.foot = page.locator('section').filter({ has: this.submit });
  }

  /** Opens the form and waits until every open issue has been read. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.expectReady();
  }

  async expectReady(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: '担当の引き継ぎ' })).toBeVisible();
    await expect(this.page.getByRole('button', { name: /^引き継ぎ元/ })).toBeVisible();
    await expect(this.page.getByText(/未完了の課題を(数えています|読み込んでいます)/)).toHaveCount(0);
  }

  /** A person in the open list of a picker. */
  person(name: string): Locator {
    return this.page.getByRole('option', { name: new RegExp(name) });
  }

  async chooseFrom(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^引き継ぎ元/ }).click();
    await this.person(name).click();
    await expect(this.page.getByRole('button', { name: new RegExp(`^引き継ぎ元: ${name}`) })).toBeVisible();
  }

  get to(): Locator {
    return this.page.getByRole('group', { name: '引き継ぎ先' });
  }

  async openSuccessors(): Promise<void> {
    await this.to.getByRole('button', { name: /^(引き継ぐ人を選ぶ|足す)$/ }).click();
  }

  async addSuccessors(...names: string[]): Promise<void> {
    await this.openSuccessors();
    for (const name of names) await this.person(name).click();
    await this.page.keyboard.press('Escape');
    for (const name of names) await expect(this.to.getByText(name)).toBeVisible();
  }

  async split(by: string): Promise<void> {
    await this.page.getByRole('radio', { name: by, exact: true }).click();
  }

  /** The rules of a split by category, top down. */
  get rules(): Locator {
    return this.page.getByRole('list', { name: 'カテゴリーごと' }).getByRole('listitem');
  }

  /** Drags a rule to another place, counted from 0. */
  async drag(category: string, place: number): Promise<void> {
    const grip = this.page.getByRole('button', { name: new RegExp(`^${category}を移動`) });
    await grip.scrollIntoViewIfNeeded();
    const from = await grip.boundingBox();
    const to = await this.rules.nth(place).boundingBox();
    if (!from || !to) throw new Error(`${category} is not on screen`);
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Who gets what: a category, a project or an issue by its key. */
  successorOf(what: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${what}の引き継ぎ先:`) });
  }

  async give(what: string, name: string): Promise<void> {
    await this.successorOf(what).click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
    await expect(this.successorOf(what)).toHaveAccessibleName(new RegExp(name));
  }

  /** A line of the list of issues. */
  issue(issueKey: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('checkbox', { name: `${issueKey} を引き継ぐ` }) });
  }

  async showAllIssues(): Promise<void> {
    await this.page.getByRole('button', { name: /^ほか\d+件を表示$/ }).click();
  }
}
