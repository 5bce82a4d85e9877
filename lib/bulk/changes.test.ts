import { describe, expect, it } from 'vitest';
import { changesSchema } from './changes';
import { target } from './custom-fixtures';
import { inWeb } from './plan-fixtures';
import { isClassA } from './update-params';

describe('changes are refused when', () => {
  it.each([
    ['there is none', []],
    ['a list is emptied by setting it', [{ field: 'milestone', verb: 'set', to: [] }]],
    ['a field cannot be cleared', [{ field: 'status', verb: 'clear' }]],
    ['a day is not a day', [{ field: 'dueDate', verb: 'set', to: '11/27' }]],
    ['a comment is blank', [{ field: 'comment', verb: 'add', text: ' \n' }]],
    ['a comment is too long', [{ field: 'comment', verb: 'add', text: 'あ'.repeat(50_001) }]],
    ['a comment cannot be stored', [{ field: 'comment', verb: 'add', text: 'a\u0000b' }]],
    ['a key is unknown', [{ field: 'assignee', verb: 'clear', notify: true }]],
    ['people are told of nothing', [{ field: 'notify', verb: 'add', people: [{ id: 1, label: '佐藤' }] }]],
    ['hours have three decimals', [{ field: 'estimatedHours', verb: 'set', to: 1.005 }]],
    ['hours are negative', [{ field: 'actualHours', verb: 'set', to: -1 }]],
    ['a type is cleared', [{ field: 'issueType', verb: 'clear' }]],
    ['a number is written into a text', [{ field: 'custom', target: target(1), verb: 'set', to: 1 }]],
    [
      'a single list is added to',
      [{ field: 'custom', target: target(5), verb: 'add', values: [inWeb('a', 1)] }],
    ],
    ['a kind does not exist', [{ field: 'custom', target: target(9), verb: 'clear' }]],
    [
      'a custom field comes twice',
      [
        { field: 'custom', target: target(1), verb: 'clear' },
        { field: 'custom', target: target(1), verb: 'set', to: 'メモ' },
      ],
    ],
    [
      'a field comes twice',
      [
        { field: 'assignee', verb: 'clear' },
        { field: 'assignee', verb: 'set', to: { id: 1, label: '佐藤' } },
      ],
    ],
  ])('%s', (_name, changes) => {
    expect(changesSchema.safeParse(changes).success).toBe(false);
  });
});

it('resolution 0 passes', () => {
  const changes = [
    { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } },
    { field: 'status', verb: 'set', to: inWeb('完了', 4) },
  ];
  expect(changesSchema.parse(changes)).toEqual(changes);
});

it('custom fields of one name but of two kinds are two fields', () => {
  const changes = [
    { field: 'custom', target: { ...target(1), label: '原因' }, verb: 'clear' },
    { field: 'custom', target: { ...target(2), label: '原因' }, verb: 'clear' },
  ];
  expect(changesSchema.safeParse(changes).success).toBe(true);
});

it('a request with a comment or people to notify is not repeated', () => {
  expect(isClassA({ statusId: 4 })).toBe(true);
  expect(isClassA({ statusId: 4, comment: '完了' })).toBe(false);
  expect(isClassA({ statusId: 4, notifiedUserId: [1] })).toBe(false);
});
