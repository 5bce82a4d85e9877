import type { NextChoice } from './closure-form';

/** What is wrong with the milestone to be created. */
export type NewMilestoneProblem = 'noName' | 'longName' | 'nameTaken' | 'badDay' | 'reversed';

const LONGEST_NAME = 255;
const day = /^\d{4}-\d{2}-\d{2}$/;
/** A year half typed, like 0260, is never meant. */
const plausible = (text: string) =>
  text === '' || (day.test(text) && text >= '1990-01-01' && text <= '2199-12-31');

/**
 * The first thing that is wrong, or null.
 *
 * @param milestones all of the project: Backlog knows a name once, archived milestones included
 */
export function newMilestoneProblem(
  next: Extract<NextChoice, { kind: 'new' }>,
  milestones: readonly { name: string }[],
): NewMilestoneProblem | null {
  const name = next.name.trim();
  if (name === '') return 'noName';
  if (name.length > LONGEST_NAME) return 'longName';
  if (milestones.some((milestone) => milestone.name === name)) return 'nameTaken';
  if (!plausible(next.startDate) || !plausible(next.dueDate)) return 'badDay';
  if (next.startDate !== '' && next.dueDate !== '' && next.dueDate < next.startDate) return 'reversed';
  return null;
}
