import { expect, it } from 'vitest';
import { inWeb } from './plan-fixtures';
import { titleParts } from './title-parts';

it('a title is made of data, one part per change', () => {
  expect(
    titleParts([
      { field: 'assignee', verb: 'swap', from: { id: 1, label: '佐藤' }, to: { id: 2, label: '田中' } },
      { field: 'dueDate', verb: 'set', to: '2026-11-27' },
      { field: 'milestone', verb: 'set', to: [inWeb('Sprint 25', 23), inWeb('リリース 3.0', 24)] },
      { field: 'category', verb: 'add', values: [inWeb('認証', 31)] },
      { field: 'resolution', verb: 'clear' },
      { field: 'comment', verb: 'add', text: '長い文章' },
    ]),
  ).toEqual([
    { field: 'assignee', verb: 'swap', from: '佐藤', labels: ['田中'] },
    { field: 'dueDate', verb: 'set', from: null, labels: ['2026-11-27'] },
    { field: 'milestone', verb: 'set', from: null, labels: ['Sprint 25', 'リリース 3.0'] },
    { field: 'category', verb: 'add', from: null, labels: ['認証'] },
    { field: 'resolution', verb: 'clear', from: null, labels: [] },
    { field: 'comment', verb: 'add', from: null, labels: [] },
  ]);
});
