import type { Page } from '@playwright/test';
import type { DemoSpace, LoggedRequest } from './demo-space';
import { at } from './fixtures';
import type { ClosurePage } from './pages/closure-page';

export interface Version {
  id: number;
  name: string;
  archived: boolean;
  startDate: string | null;
  releaseDueDate: string | null;
}
export interface Issue {
  id: number;
  issueKey: string;
  status: { id: number };
  resolution: { id: number } | null;
  assignee: { id: number } | null;
  milestone: { id: number; name: string }[];
}
export interface Wiki {
  id: number;
  name: string;
  content: string;
}

export const WEB = 501;
export const TANAKA = 2004;

export const versionsOf = (space: DemoSpace) => space.get<Version[]>(`/projects/${WEB}/versions`);
export async function versionOf(space: DemoSpace, name: string): Promise<Version | undefined> {
  return (await versionsOf(space)).find((version) => version.name === name);
}
export const issuesOf = (space: DemoSpace, version: number) =>
  space.get<Issue[]>(`/issues?projectId[]=${WEB}&milestoneId[]=${version}&count=100`);
export const wikisOf = (space: DemoSpace) => space.get<Wiki[]>(`/wikis?projectIdOrKey=${WEB}`);

/** `PATCH /issues/1` → what kind of request it is, for the order in which they came. */
export function kindOf({ method, path }: LoggedRequest): string {
  return `${method} ${/\/(versions|wikis|issues)/.exec(path)?.[1]}`;
}
export const orderOf = (writes: readonly LoggedRequest[]) =>
  writes.map(kindOf).filter((kind, index, all) => kind !== all[index - 1]);
export const paramsOf = ({ body }: LoggedRequest) => new URLSearchParams(String(body));

export async function sprint24(space: DemoSpace): Promise<{ version: Version; open: Issue[] }> {
  const version = await versionOf(space, 'Sprint 24');
  if (!version) throw new Error('another seed');
  const issues = await issuesOf(space, version.id);
  return { version, open: issues.filter(({ status }) => status.id !== 4) };
}

/** Opens the page from the operations and decides about every issue that asks for it. */
export async function prepare(page: Page, closure: ClosurePage): Promise<void> {
  await page.goto(at('operations'));
  await page.getByRole('link', { name: /Sprint 24 は .* で終了/ }).click();
  await page.waitForURL(/operations\/closure\?project=501&milestone=\d+/);
  await closure.expectFigures();
  await closure.resolvedIsDone(true);
  for (const key of await closure.keysIn('判断待ち')) await closure.decide(key, 'Sprint 25');
}
