import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type ImportEdge, importCycles, importGraph } from './import-graph';
import { importRules, roomOf } from './import-rules';

const root = fileURLToPath(new URL('../..', import.meta.url));
const edges = importGraph(root);
// Tests and their helpers may reach for whatever judges the room.
const isTest = (path: string) =>
  /\.test\.tsx?$|\/testing(\.ts|\/)|-fixtures\.ts$|-arbitraries\.ts$/.test(path);

function breaches(edge: ImportEdge): string[] {
  const room = roomOf(edge.from);
  const rule = room === null ? undefined : importRules[room];
  if (!room || !rule || isTest(edge.from)) return [];
  if (edge.kind === 'package') {
    const banned = (rule.bans ?? []).some((name) =>
      name.endsWith(':') || name.endsWith('/')
        ? edge.to.startsWith(name)
        : edge.to === name || edge.to.startsWith(`${name}/`),
    );
    return banned ? [`${edge.from} must not know the package ${edge.to}`] : [];
  }
  const target = roomOf(edge.to);
  if (target === null || target === room) return [];
  const nested = target.startsWith(`${room}/`) || room.startsWith(`${target}/`);
  if (nested && room !== 'components/ui' && room !== 'lib/backlog/schemas') return [];
  const allowed = rule.uses.includes(target) || (edge.typeOnly && (rule.usesTypesOf ?? []).includes(target));
  return allowed ? [] : [`${edge.from} must not import ${edge.to}${edge.typeOnly ? ' (type)' : ''}`];
}

describe('the rooms', () => {
  test('the graph was read: it has edges in every big room', () => {
    for (const room of ['app', 'components', 'lib/bulk', 'lib/backlog', 'lib/runs']) {
      expect(edges.some((edge) => roomOf(edge.from) === room)).toBe(true);
    }
  });

  test('every file of lib and components belongs to a room of the table', () => {
    const homeless = edges
      .map((edge) => edge.from)
      .filter((path) => /^(lib|components|app)\//.test(path) && roomOf(path) === null);
    expect([...new Set(homeless)]).toEqual([]);
  });

  test('imports follow the table of directions', () => {
    expect(edges.flatMap(breaches)).toEqual([]);
  });

  test('no file imports itself through others', () => {
    expect(importCycles(edges)).toEqual([]);
  });

  test('a forbidden edge would be found', () => {
    expect(
      breaches({ from: 'lib/bulk/plan.ts', to: 'lib/db/index.ts', kind: 'ours', typeOnly: false }),
    ).toHaveLength(1);
    expect(
      breaches({ from: 'lib/bulk/plan.ts', to: 'react', kind: 'package', typeOnly: false }),
    ).toHaveLength(1);
    expect(
      importCycles([
        { from: 'a.ts', to: 'b.ts', kind: 'ours', typeOnly: false },
        { from: 'b.ts', to: 'a.ts', kind: 'ours', typeOnly: false },
      ]),
    ).toHaveLength(1);
  });
});
