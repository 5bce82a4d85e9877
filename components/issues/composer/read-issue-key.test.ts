import { describe, expect, it } from 'vitest';
import { readIssueKey } from './read-issue-key';

describe('an issue key as it is typed', () => {
  it('is read in small letters and full width, and nothing else passes for one', () => {
    expect(readIssueKey(' ｗｅｂ－１２ ')).toEqual({ key: 'WEB-12', projectKey: 'WEB' });
    expect(readIssueKey('my_2-7')).toMatchObject({ key: 'MY_2-7' });
    for (const text of ['', 'WEB', 'WEB-', 'WEB-0', '12', 'WEB-1 2', '2WEB-1']) {
      expect(readIssueKey(text)).toBeNull();
    }
  });
});
