import type { Page } from '@playwright/test';

/** The page that asks for the space, then for OAuth or a key. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/sign-in');
  }

  async chooseSpace(name: 'hoshikawa' | 'mikazuki'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(name) }).click();
  }

  /** OAuth: the demo space asks who one is. */
  async byBacklog(person: RegExp, answer: '許可する' | '拒否する' = '許可する'): Promise<void> {
    await this.page.getByRole('button', { name: 'Backlogでログイン' }).click();
    await this.page.getByRole('radio', { name: person }).check();
    await this.page.getByRole('button', { name: answer }).click();
  }

  async byKey(apiKey: string): Promise<void> {
    const toggle = this.page.getByRole('button', { name: /APIキーを使う/ });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
    await this.page.getByLabel('APIキー', { exact: true }).fill(apiKey);
    await this.page.getByRole('button', { name: 'APIキーでログイン' }).click();
  }
}
