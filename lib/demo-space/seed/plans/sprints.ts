import { addDays, fridayBefore } from '../dates';
import type { MilestonePlan } from './project-plan';

export const CURRENT_SPRINT = 24;

/**
 * A two-week sprint, Monday to Friday. Sprint 24 is the one that has just ended: its last day is the Friday
 * before `today`, one to seven days ago.
 */
export function sprintDates(number: number, today: string): { name: string; start: string; end: string } {
  const end = addDays(fridayBefore(today), (number - CURRENT_SPRINT) * 14);
  return { name: `Sprint ${number}`, start: addDays(end, -11), end };
}

/** Sprints 16 to 24, the releases that overlap them, and a bucket without dates. */
export function webMilestones(today: string): readonly MilestonePlan[] {
  const sprints: MilestonePlan[] = [];
  for (let number = 16; number <= CURRENT_SPRINT; number += 1) {
    const { name, start, end } = sprintDates(number, today);
    sprints.push({
      name,
      start,
      end,
      archived: number < CURRENT_SPRINT,
      reserved: number >= CURRENT_SPRINT - 3,
    });
  }
  const current = sprintDates(CURRENT_SPRINT, today);
  return [
    {
      name: 'リリース 2.9',
      start: addDays(current.start, -210),
      end: addDays(current.start, -60),
      archived: true,
    },
    ...sprints,
    {
      name: 'リリース 3.0',
      description: '会員ページと決済の刷新を公開する',
      start: addDays(current.start, -42),
      end: addDays(current.end, 35),
      archived: false,
    },
    {
      name: 'リリース 3.1',
      start: addDays(current.end, 36),
      end: addDays(current.end, 126),
      archived: false,
    },
    { name: '次期検討', description: '時期を決めていないもの', start: null, end: null, archived: false },
  ];
}
