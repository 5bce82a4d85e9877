import { expect, it } from 'vitest';
import { compareWithAnswer } from './compare-with-answer';
import { customOn, webField } from './custom-fixtures';
import type { IssueUpdateParams } from './plan';
import { issueWith, milestone } from './plan-fixtures';

const answer = issueWith({
  dueDate: '2014-07-29T15:00:00Z',
  estimatedHours: 8.33,
  actualHours: null,
  versions: [milestone(22, 'Sprint 24')],
  parentIssueId: 9,
  customFields: [
    customOn(webField(1), 'メモ'),
    customOn(webField(2), '一行目\r\n二行目'),
    customOn(webField(3), 1.2346),
    customOn(webField(4), '2026-10-01'),
    customOn(webField(5), { id: 1, name: '選択1' }),
    customOn(webField(6), [
      { id: 1, name: '選択1' },
      { id: 2, name: '選択2' },
    ]),
    customOn(webField(7), [], '自由'),
  ],
});

it.each<[string, IssueUpdateParams, string[]]>([
  ['hours to two decimals', { estimatedHours: 8.3333 }, []],
  ['other hours', { estimatedHours: 8.34 }, ['estimatedHours']],
  ['hours that were to go', { estimatedHours: null, actualHours: null }, ['estimatedHours']],
  ['0 hours are not none', { actualHours: 0 }, ['actualHours']],
  ['a day of an old record', { dueDate: '2014-07-30' }, []],
  ['versions as a set', { versionId: [22] }, []],
  ['a list that was to be emptied', { versionId: [] }, ['version']],
  ['the parent', { parentIssueId: 9 }, []],
  ['another parent', { parentIssueId: 8 }, ['parent']],
  ['the type', { issueTypeId: 62 }, ['issueType']],
  ['a text', { customField_701: 'メモ' }, []],
  ['another text', { customField_701: 'めも' }, ['customField_701']],
  ['line ends of either kind', { customField_702: '一行目\n二行目' }, []],
  ['a number to four decimals', { customField_703: 1.23456 }, []],
  ['another number', { customField_703: 1.2345 }, ['customField_703']],
  ['a day of a custom field', { customField_704: '2026-10-01' }, []],
  ['a choice', { customField_705: 1 }, []],
  ['another choice', { customField_705: 2 }, ['customField_705']],
  ['choices in another order', { customField_706: [2, 1] }, []],
  ['fewer choices', { customField_706: [2] }, ['customField_706']],
  ['no choices', { customField_707: [], customField_707_otherValue: '自由' }, []],
  ['free text that was to go', { customField_707_otherValue: null }, ['customField_707_otherValue']],
  ['a field that the issue does not have', { customField_708: 1 }, ['customField_708']],
  ['a field that was cleared and is not there', { customField_708: null }, []],
  ['what is said beside the fields', { comment: 'はい', notifiedUserId: [1] }, []],
])('%s', (_name, sent, differs) => {
  expect(compareWithAnswer(sent, answer)).toEqual(differs);
});
