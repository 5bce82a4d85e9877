import { type BrowserContext, test as base } from '@playwright/test';
import { DemoSpace } from './demo-space';
import { IssuesPage } from './pages/issues-page';
import { PlanPage } from './pages/plan-page';
import { RunPage } from './pages/run-page';
import { SignInPage } from './pages/sign-in-page';
import { appUrl, spaceUrls } from './stack';

interface Fixtures {
  hoshikawa: DemoSpace;
  mikazuki: DemoSpace;
  signIn: SignInPage;
  issues: IssuesPage;
  plan: PlanPage;
  run: RunPage;
  /** Signs this context in with an API key, without the form's own journey; no page is opened. */
  as: (apiKey: string, space?: 'hoshikawa' | 'mikazuki') => Promise<void>;
  /** What this person has chosen in the settings. */
  choose: (language: 'ja' | 'en', theme: 'light' | 'dark') => Promise<void>;
}

/** Host of a space as it stands in paths. */
export const hostOf = (name: 'hoshikawa' | 'mikazuki') =>
  name === 'hoshikawa' ? spaceUrls[0].host : spaceUrls[1].host;

/** Path of a page of a space. */
export const at = (path: string, name: 'hoshikawa' | 'mikazuki' = 'hoshikawa') => `/${hostOf(name)}/${path}`;

async function signInByKey(context: BrowserContext, apiKey: string, space: 'hoshikawa' | 'mikazuki') {
  const csrf = await context.request.get(`${appUrl}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const answer = await context.request.post(
    `${appUrl}/api/auth/callback/apikey?space=${encodeURIComponent(hostOf(space))}`,
    {
      headers: { origin: appUrl },
      form: { csrfToken, apiKey, json: 'true', callbackUrl: appUrl },
    },
  );
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}: ${await answer.text()}`);
}

export const test = base.extend<Fixtures>({
  hoshikawa: async ({ browserName: _browserName }, use) => {
    const space = new DemoSpace(spaceUrls[0].url);
    await space.reset();
    await use(space);
  },
  mikazuki: async ({ browserName: _browserName }, use) => {
    const space = new DemoSpace(spaceUrls[1].url);
    await space.reset();
    await use(space);
  },
  signIn: async ({ page }, use) => use(new SignInPage(page)),
  issues: async ({ page }, use) => use(new IssuesPage(page)),
  plan: async ({ page }, use) => use(new PlanPage(page)),
  run: async ({ page }, use) => use(new RunPage(page)),
  as: async ({ context }, use) => {
    await use((apiKey, space = 'hoshikawa') => signInByKey(context, apiKey, space));
  },
  choose: async ({ context }, use) => {
    await use((language, theme) =>
      context.addCookies([
        { name: 'ikkatsu-lang', value: language, url: appUrl },
        { name: 'ikkatsu-theme', value: theme, url: appUrl },
      ]),
    );
  },
});

export { expect } from '@playwright/test';
