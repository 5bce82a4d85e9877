import type { LabelledId } from '../change-parts';
import type { Workload } from './operation-input';

/** An issue that is handed over, as far as sharing it out needs it. */
export interface HandedIssue {
  id: number;
  projectId: number;
  categoryIds: readonly number[];
  estimatedHours: number | null;
}

/** What sharing out has to know of the place. */
export interface HandoverPlace {
  /** Ids of the members of a project; empty for a project that is not known. */
  membersOf: (projectId: number) => ReadonlySet<number>;
  /** What people hold already, by user id; missing means nothing. */
  load: ReadonlyMap<number, Workload>;
}

export type LevelMeasure = 'issues' | 'hours';

/** A person while issues are dealt out. Hours are in hundredths: sums of them are exact. */
interface Receiver {
  person: LabelledId;
  issues: number;
  hundredths: number;
  given: HandedIssue[];
}

/** Far more than levelling takes; a bound only so that a browser never hangs. */
const MOST_EXCHANGES = 2_000;

/**
 * Deals issues out so that people end as evenly loaded as possible, counting what they hold already. Deterministic:
 * issues that few may receive first, then those with most hours, each to whoever has least; then it is evened out.
 * By issues the result cannot be made more even. By hours no handing on and no exchange between two people makes it
 * more even; issues without an estimate follow the number of issues.
 *
 * @returns who receives each issue; null where none of them is a member of its project
 */
export function levelIssues(
  to: readonly LabelledId[],
  measure: LevelMeasure,
  issues: readonly HandedIssue[],
  place: HandoverPlace,
): Map<number, LabelledId | null> {
  const receivers = to.map((person): Receiver => {
    const { issues: held = 0, hours = 0 } = place.load.get(person.id) ?? {};
    return { person, issues: held, hundredths: hundredthsOf(hours), given: [] };
  });
  const mayHave = (receiver: Receiver, issue: HandedIssue) =>
    place.membersOf(issue.projectId).has(receiver.person.id);
  const dealt = new Map<number, LabelledId | null>(issues.map((issue) => [issue.id, null]));
  const waiting = issues
    .map((issue) => ({ issue, eligible: receivers.filter((one) => mayHave(one, issue)) }))
    .filter(({ eligible }) => eligible.length > 0)
    .sort(
      (a, b) =>
        a.eligible.length - b.eligible.length ||
        weightOf(b.issue) - weightOf(a.issue) ||
        a.issue.id - b.issue.id,
    );
  for (const { issue, eligible } of waiting) {
    const byHours = measure === 'hours' && weightOf(issue) > 0;
    const least = eligible.reduce((best, one) => (compare(one, best, byHours) < 0 ? one : best));
    give(least, issue);
  }
  if (measure === 'issues') evenOutIssues(receivers, mayHave);
  else evenOutHours(receivers, mayHave);
  for (const { person, given } of receivers) for (const issue of given) dealt.set(issue.id, person);
  return dealt;
}

type MayHave = (receiver: Receiver, issue: HandedIssue) => boolean;

function hundredthsOf(hours: number): number {
  return Math.round(hours * 100);
}

function weightOf({ estimatedHours }: HandedIssue): number {
  return hundredthsOf(estimatedHours ?? 0);
}

function compare(a: Receiver, b: Receiver, byHours: boolean): number {
  const issues = a.issues - b.issues;
  const hours = a.hundredths - b.hundredths;
  return byHours ? hours || issues : issues || hours;
}

function give(receiver: Receiver, issue: HandedIssue): void {
  receiver.given.push(issue);
  receiver.issues += 1;
  receiver.hundredths += weightOf(issue);
}

function take(receiver: Receiver, issue: HandedIssue): void {
  receiver.given.splice(receiver.given.indexOf(issue), 1);
  receiver.issues -= 1;
  receiver.hundredths -= weightOf(issue);
}

/**
 * Hands issues on, over others if need be, from who has more to who has at least two fewer, until nobody can. Such a
 * division has the least possible maximum (optimal semi-matching, Harvey et al. 2006).
 */
function evenOutIssues(receivers: readonly Receiver[], mayHave: MayHave): void {
  for (let step = 0; step < MOST_EXCHANGES; step += 1) {
    const chain = [...receivers]
      .sort((a, b) => b.issues - a.issues)
      .map((giver) => reliefOf(giver, receivers, mayHave))
      .find((found) => found.length > 0);
    if (chain === undefined) return;
    for (const { from, to, issue } of chain) {
      take(from, issue);
      give(to, issue);
    }
  }
}

interface HandingOn {
  from: Receiver;
  to: Receiver;
  issue: HandedIssue;
}

/** How one issue of a person reaches whoever has least among those it can reach; empty when that helps nobody. */
function reliefOf(giver: Receiver, receivers: readonly Receiver[], mayHave: MayHave): HandingOn[] {
  const reached = new Map<Receiver, HandingOn[]>([[giver, []]]);
  const queue = [giver];
  for (const from of queue) {
    for (const to of receivers) {
      if (reached.has(to)) continue;
      const issue = from.given.findLast((one) => mayHave(to, one));
      if (issue === undefined) continue;
      reached.set(to, [...(reached.get(from) ?? []), { from, to, issue }]);
      queue.push(to);
    }
  }
  const [last] = queue.toSorted((a, b) => a.issues - b.issues);
  if (last === undefined || last.issues + 1 >= giver.issues) return [];
  return reached.get(last) ?? [];
}

/** Hands one issue on, or exchanges two, where that brings two people nearer to each other. */
function evenOutHours(receivers: readonly Receiver[], mayHave: MayHave): void {
  for (let step = 0; step < MOST_EXCHANGES; step += 1) {
    const falling = receivers.toSorted((a, b) => b.hundredths - a.hundredths);
    const pairs = falling.flatMap((more) => falling.toReversed().map((less) => ({ more, less })));
    const better = pairs.find(({ more, less }) => exchange(more, less, mayHave));
    if (better === undefined) return;
  }
}

/** @returns whether anything was handed on */
function exchange(more: Receiver, less: Receiver, mayHave: MayHave): boolean {
  const gap = more.hundredths - less.hundredths;
  if (gap <= 1) return false;
  const back = byWeight(less.given.filter((issue) => mayHave(more, issue)));
  let best: { there: HandedIssue; back: HandedIssue | null; off: number } | null = null;
  for (const [weight, there] of byWeight(more.given.filter((issue) => mayHave(less, issue)))) {
    for (const [returned, issue] of [[0, null] as const, ...back]) {
      const moved = weight - returned;
      const off = Math.abs(gap - 2 * moved);
      if (moved <= 0 || moved >= gap || (best !== null && off >= best.off)) continue;
      best = { there, back: issue, off };
    }
  }
  if (best === null) return false;
  take(more, best.there);
  give(less, best.there);
  if (best.back !== null) {
    take(less, best.back);
    give(more, best.back);
  }
  return true;
}

/** One issue of each weight: others of the same weight change nothing. */
function byWeight(issues: readonly HandedIssue[]): Map<number, HandedIssue> {
  return new Map(issues.map((issue) => [weightOf(issue), issue]));
}
