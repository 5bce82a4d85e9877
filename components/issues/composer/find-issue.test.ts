import { describe, expect, it, vi } from 'vitest';
import { rowWith } from '@/lib/columns/column-fixtures';
import { findIssue, readIssueKey } from './find-issue';

/** A project as Backlog lists it: oldest first, 100 at a time, without the deleted numbers. */
function projectOf(numbers: readonly number[]) {
  const page = vi.fn(async (offset: number) => ({
    rows: numbers
      .slice(offset, offset + 100)
      .map((number) => rowWith({ id: number, issueKey: `WEB-${number}` })),
  }));
  return {
    page,
    find: (number: number) => findIssue({ key: `WEB-${number}`, number }, numbers.length, page),
  };
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('an issue key as it is typed', () => {
  it('is read in small letters and full width, and nothing else passes for one', () => {
    expect(readIssueKey(' ｗｅｂ－１２ ')).toEqual({ key: 'WEB-12', projectKey: 'WEB', number: 12 });
    expect(readIssueKey('my_2-7')).toMatchObject({ key: 'MY_2-7' });
    for (const text of ['', 'WEB', 'WEB-', 'WEB-0', '12', 'WEB-1 2', '2WEB-1']) {
      expect(readIssueKey(text)).toBeNull();
    }
  });
});

describe('looking an issue up', () => {
  it('reads one page where nothing was deleted', async () => {
    const { find, page } = projectOf(upTo(350));
    for (const number of [1, 100, 101, 350]) expect((await find(number))?.id).toBe(number);
    expect(page.mock.calls.map(([offset]) => offset)).toEqual([0, 0, 100, 300]);
  });

  it('finds an issue that deletions moved forward', async () => {
    const { find } = projectOf(upTo(600).filter((number) => number % 2 === 0));
    expect((await find(598))?.id).toBe(598);
    expect((await find(202))?.id).toBe(202);
  });

  it('says that a deleted or a future issue is not there without reading the whole project', async () => {
    const { find, page } = projectOf(upTo(500).filter((number) => number !== 250));
    expect(await find(250)).toBeNull();
    expect(await find(9_999)).toBeNull();
    expect(page).toHaveBeenCalledTimes(2);
  });

  it('an empty project has no issues', async () => {
    expect(await projectOf([]).find(1)).toBeNull();
  });
});
