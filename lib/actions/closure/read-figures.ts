import { dayIn } from '@/lib/backlog/schemas/date-only';
import { japaneseHolidays } from '@/lib/bulk';
import { closureFigures, type FiguresInput } from '@/lib/bulk/operations/closure-figures';
import type { ClosureFigures } from '@/lib/bulk/operations/closure-figures-schema';
import type { ActionContext } from '../context';
import { type HistoryReading, readHistories } from './read-histories';
import type { MilestoneContent, MilestonePlace } from './read-milestone';
import { toFigureIssue } from './to-figure-issue';
import { readVelocities } from './velocities';

export interface FiguresReading {
  state: HistoryReading['state'];
  /** Issues whose change log is known. */
  read: number;
  /** Null until everything is read. */
  figures: { closedOnly: ClosureFigures; resolvedToo: ClosureFigures } | null;
}

/**
 * The figures of a milestone, as far as its change logs can be read until the time is up.
 * @param until of `ctx.clock`, ms
 */
export async function readFigures(
  ctx: ActionContext,
  place: MilestonePlace,
  { issues, movedOut: { seen, unseen } }: MilestoneContent,
  until: number,
): Promise<FiguresReading> {
  if (issues === null) return { state: 'tooMany', read: 0, figures: null };
  const { state, histories } = await readHistories(ctx, [...issues, ...seen], until);
  const reading = { state, read: histories.size };
  if (state !== 'ready') return { ...reading, figures: null };
  const { milestone, milestones, reference } = place;
  const { timezone } = ctx.actor;
  const input: FiguresInput = {
    milestone,
    milestones,
    histories,
    timezone,
    issues: issues.map(toFigureIssue),
    movedOut: seen.map(toFigureIssue),
    unseen,
    statuses: reference.statuses,
    issueTypes: reference.issueTypes,
    velocities: await readVelocities(ctx, place),
    holidays: japaneseHolidays(),
    today: dayIn(timezone, ctx.clock.now()),
  };
  const figures = {
    closedOnly: closureFigures(input, false),
    resolvedToo: closureFigures(input, true),
  };
  return { ...reading, figures };
}
