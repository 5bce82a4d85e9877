import { expect, it } from 'vitest';
import { target } from './custom-fixtures';
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
      { field: 'estimatedHours', verb: 'set', to: 8.5 },
      { field: 'parent', verb: 'set', to: { id: 9, label: 'WEB-9' } },
      { field: 'custom', target: target(3), verb: 'set', to: 0 },
      { field: 'custom', target: target(6), verb: 'remove', values: [inWeb('選択1', 1)] },
      { field: 'comment', verb: 'add', text: '長い文章' },
      { field: 'notify', verb: 'add', people: [{ id: 1, label: '佐藤' }] },
    ]),
  ).toEqual([
    { field: 'assignee', name: null, verb: 'swap', from: '佐藤', labels: ['田中'] },
    { field: 'dueDate', name: null, verb: 'set', from: null, labels: ['2026-11-27'] },
    { field: 'milestone', name: null, verb: 'set', from: null, labels: ['Sprint 25', 'リリース 3.0'] },
    { field: 'category', name: null, verb: 'add', from: null, labels: ['認証'] },
    { field: 'resolution', name: null, verb: 'clear', from: null, labels: [] },
    { field: 'estimatedHours', name: null, verb: 'set', from: null, labels: ['8.5'] },
    { field: 'parent', name: null, verb: 'set', from: null, labels: ['WEB-9'] },
    { field: 'custom', name: '属性3', verb: 'set', from: null, labels: ['0'] },
    { field: 'custom', name: '属性6', verb: 'remove', from: null, labels: ['選択1'] },
    { field: 'comment', name: null, verb: 'add', from: null, labels: [] },
    { field: 'notify', name: null, verb: 'add', from: null, labels: ['佐藤'] },
  ]);
});
