import { expect, it } from 'vitest';
import { type MappableProject, mapProjectValue } from './map-project-value';

const web: MappableProject = {
  id: 1,
  statuses: [
    { id: 1, name: '未対応' },
    { id: 11, name: 'レビュー待ち' },
  ],
  milestones: [{ id: 21, name: 'Sprint 25' }],
  categories: [{ id: 31, name: '認証' }],
};
const app: MappableProject = {
  id: 2,
  statuses: [
    { id: 1, name: 'Open' },
    { id: 12, name: 'レビュー待ち' },
  ],
  milestones: [
    { id: 41, name: 'Sprint 25' },
    { id: 42, name: 'Sprint 25' },
  ],
  categories: [{ id: 51, name: '認証 ' }],
};

it.each([
  ['a default status by id, whatever its name', ['未対応', 'status', 1], { 1: 1, 2: 1 }],
  ['a default status by name', ['未対応', 'status', undefined], { 1: 1, 2: 1 }],
  ['a custom status by its exact name', ['レビュー待ち', 'status', 11], { 1: 11, 2: 12 }],
  ['the chosen one of two that share a name', ['Sprint 25', 'milestone', 42], { 1: 21, 2: 42 }],
  ['nothing where the name is not unique', ['Sprint 25', 'milestone', undefined], { 1: 21 }],
  ['nothing where the name is only similar', ['認証', 'category', 31], { 1: 31 }],
] as const)('maps %s', (_name, [label, field, id], byProject) => {
  expect(mapProjectValue(label, [web, app], field, id)).toEqual({ label, byProject });
});
