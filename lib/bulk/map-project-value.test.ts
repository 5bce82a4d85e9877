import { expect, it } from 'vitest';
import { type MappableProject, mapCustomChoice, mapCustomField, mapProjectValue } from './map-project-value';

const web: MappableProject = {
  id: 1,
  statuses: [
    { id: 1, name: '未対応' },
    { id: 11, name: 'レビュー待ち' },
  ],
  issueTypes: [{ id: 61, name: 'タスク' }],
  milestones: [{ id: 21, name: 'Sprint 25' }],
  categories: [{ id: 31, name: '認証' }],
  customFields: [
    {
      id: 7,
      typeId: 6,
      name: '影響',
      items: [
        { id: 1, name: '大' },
        { id: 2, name: '小' },
      ],
    },
    { id: 8, typeId: 1, name: '原因', items: [] },
  ],
};
const app: MappableProject = {
  id: 2,
  statuses: [
    { id: 1, name: 'Open' },
    { id: 12, name: 'レビュー待ち' },
  ],
  issueTypes: [{ id: 71, name: 'タスク' }],
  milestones: [
    { id: 41, name: 'Sprint 25' },
    { id: 42, name: 'Sprint 25' },
  ],
  categories: [{ id: 51, name: '認証 ' }],
  customFields: [
    {
      id: 17,
      typeId: 6,
      name: '影響',
      items: [
        { id: 1, name: '小' },
        { id: 5, name: '大' },
      ],
    },
    { id: 18, typeId: 2, name: '原因', items: [] },
  ],
};

it.each([
  ['a default status by id, whatever its name', ['未対応', 'status', 1], { 1: 1, 2: 1 }],
  ['a default status by name', ['未対応', 'status', undefined], { 1: 1, 2: 1 }],
  ['a custom status by its exact name', ['レビュー待ち', 'status', 11], { 1: 11, 2: 12 }],
  ['the chosen one of two that share a name', ['Sprint 25', 'milestone', 42], { 1: 21, 2: 42 }],
  ['nothing where the name is not unique', ['Sprint 25', 'milestone', undefined], { 1: 21 }],
  ['an issue type by its exact name', ['タスク', 'issueType', 61], { 1: 61, 2: 71 }],
  ['a version like a milestone', ['Sprint 25', 'version', 41], { 1: 21, 2: 41 }],
  ['nothing where the name is only similar', ['認証', 'category', 31], { 1: 31 }],
] as const)('maps %s', (_name, [label, field, id], byProject) => {
  expect(mapProjectValue(label, [web, app], field, id)).toEqual({ label, byProject });
});

it('maps a custom field to its namesake of the same kind', () => {
  const impact = { id: 7, name: '影響', typeId: 6 };
  expect(mapCustomField(impact, [web, app])).toEqual({ label: '影響', byProject: { 1: 7, 2: 17 } });
  const cause = { id: 8, name: '原因', typeId: 1 };
  expect(mapCustomField(cause, [web, app])).toEqual({ label: '原因', byProject: { 1: 8 } });
});

it('maps a choice by its name, because its number means something else in every field', () => {
  const fields = { 1: 7, 2: 17 };
  const chosen = { projectId: 1, id: 1 };
  expect(mapCustomChoice('大', [web, app], fields, chosen)).toEqual({
    label: '大',
    byProject: { 1: 1, 2: 5 },
  });
  expect(mapCustomChoice('大', [web, app], { 1: 7 }, chosen)).toEqual({ label: '大', byProject: { 1: 1 } });
});
