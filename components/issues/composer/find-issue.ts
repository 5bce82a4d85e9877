import type { IssueRow } from '@/lib/columns/issue-row';
import { PAGE_SIZE } from '../issue-reads';

const issueKey = /^([A-Z][A-Z0-9_]*)-([1-9]\d{0,8})$/;

/** Project and number of an issue key as somebody types it (small letters, full width); null when it is none. */
export function readIssueKey(text: string): { key: string; projectKey: string; number: number } | null {
  const key = text.normalize('NFKC').trim().toUpperCase();
  const [, projectKey, number] = issueKey.exec(key) ?? [];
  return projectKey && number ? { key, projectKey, number: Number(number) } : null;
}

/**
 * Looks an issue of a project up by its number. Backlog numbers issues as they are created, so in that order number n
 * stands at place n, or before it where issues were deleted: mostly one page is read.
 *
 * @param count issues of the project
 * @param page reads up to 100 issues of the project from an offset, oldest first
 */
export async function findIssue(
  wanted: { key: string; number: number },
  count: number,
  page: (offset: number) => Promise<{ rows: IssueRow[] }>,
): Promise<IssueRow | null> {
  const last = Math.min(wanted.number, count) - 1;
  for (let offset = last - (last % PAGE_SIZE); offset >= 0; offset -= PAGE_SIZE) {
    const { rows } = await page(offset);
    const found = rows.find((row) => row.issueKey === wanted.key);
    if (found) return found;
    const first = readIssueKey(rows[0]?.issueKey ?? '')?.number;
    // Older pages hold smaller numbers only.
    if (first !== undefined && first < wanted.number) return null;
  }
  return null;
}
