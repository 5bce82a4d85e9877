import { describe, expect, it } from 'vitest';
import { changesSchema } from './changes';
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

it('a request with a comment is not repeated', () => {
  expect(isClassA({ statusId: 4 })).toBe(true);
  expect(isClassA({ statusId: 4, comment: '完了' })).toBe(false);
});
