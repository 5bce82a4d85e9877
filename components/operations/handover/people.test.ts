import { describe, expect, it } from 'vitest';
import { rowWith } from '@/lib/columns/column-fixtures';
import { projectOf } from './handover-fixtures';
import { candidatesOf, holdersOf } from './people';

const WEB = projectOf(1, 'WEB', [10, 11]);
const APP = projectOf(2, 'APP', [10, 12]);
const OPS = projectOf(3, 'OPS', [13]);
const today = '2026-11-22';

describe('people who hold open issues', () => {
  const rows = [
    rowWith({
      id: 1,
      projectId: 1,
      assigneeId: 99,
      assigneeName: '前の人',
      dueDate: '2026-11-21',
      estimatedHours: 0.1,
    }),
    rowWith({
      id: 2,
      projectId: 2,
      assigneeId: 99,
      assigneeName: '前の人',
      dueDate: today,
      estimatedHours: 0.2,
    }),
    rowWith({ id: 3, projectId: 2, assigneeId: 10, assigneeName: '古い名前' }),
    rowWith({ id: 4, projectId: 2, assigneeId: null }),
  ];
  const [former, member] = holdersOf(rows, [WEB, APP, OPS], today);

  it('count former members too, who are named by their issues; due today is not overdue; hours stay exact', () => {
    expect(former).toMatchObject({ id: 99, name: '前の人', former: true, issues: 2, overdue: 1, hours: 0.3 });
    expect(former?.projects).toEqual([WEB, APP]);
  });

  it('are named as their projects name them now', () => {
    expect(member).toMatchObject({ id: 10, name: '人10', former: false, issues: 1 });
  });
});

describe('people who could take over', () => {
  const load = new Map([[12, { issues: 3, hours: 1 }]]);

  it('say for which projects they cannot receive, and are last when they can receive for none', () => {
    const candidates = candidatesOf(11, [WEB, APP], [WEB, APP, OPS], load);
    expect(candidates.map(({ id, lacking, nowhere }) => [id, lacking, nowhere])).toEqual([
      [10, [], false],
      [12, ['WEB'], false],
      [13, ['WEB', 'APP'], true],
    ]);
    expect(candidates[1]).toMatchObject({ issues: 3, hours: 1 });
  });

  it('never hold the leaver, and nobody is turned away while it is not known which projects are meant', () => {
    const candidates = candidatesOf(10, [], [WEB, APP, OPS], new Map());
    expect(candidates.map(({ id }) => id)).toEqual([11, 12, 13]);
    expect(candidates.some(({ nowhere }) => nowhere)).toBe(false);
  });
});
