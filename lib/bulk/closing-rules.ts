import { defaultStatuses, FIXED_RESOLUTION } from '@/lib/backlog/schemas/default-statuses';
import type { Change } from './changes';
import type { OpenChild } from './lint-facts';
import { namedDiff } from './named-diff';
import type { FieldDiff, NamedValue } from './plan';
import { own, type WarningRule, type WarningSubject } from './warning-rule';

/** Keys in one sentence; more are counted. */
const NAMED = 5;

/** Whether these differences close the issue. */
export function closes(diffs: readonly FieldDiff[]): boolean {
  return namedDiff(diffs, 'status')?.after?.id === defaultStatuses.closed;
}

/**
 * A parent is closed while children of it stay open: because the plan does not close them, or because a warning keeps
 * their rows out of it.
 */
export const childrenLeftOpen: WarningRule = (subject) => {
  const { issue, diffs, lint } = subject;
  const { closing, held, openChildren } = lint;
  if (closing === undefined || !closes(diffs)) return [];
  const open = openChildren?.get(issue.id) ?? [];
  const left = open.filter((child) => !closing.has(child.id));
  const kept = open.filter((child) => closing.has(child.id) && held?.has(child.id));
  if (left.length + kept.length === 0) return [];
  const values = { ...naming('children', left), ...naming('held', kept) };
  if (left.length === 0) return [{ values }];
  const fix = left.map((child) => ({ issueId: child.id, changes: closingChanges(child, subject) }));
  return [{ values, fix }];
};

function naming(name: 'children' | 'held', issues: readonly OpenChild[]): Record<string, string> {
  if (issues.length === 0) return {};
  const keys = issues.slice(0, NAMED).map((issue) => issue.issueKey);
  return { [name]: keys.join(', '), [`${name}More`]: String(issues.length - keys.length) };
}

/** Closed without saying why. 対応済み has the id 0, which is a value. */
export const noResolution: WarningRule = (subject) => {
  if (subject.lint.closing === undefined || !closes(subject.diffs)) return [];
  if (resolutionAfter(subject) !== null) return [];
  const to = { id: FIXED_RESOLUTION, label: '対応済み' };
  return [{ values: {}, fix: own(subject, { field: 'resolution', verb: 'set', to }) }];
};

function resolutionAfter({ issue, diffs }: WarningSubject): NamedValue | null {
  const diff = namedDiff(diffs, 'resolution');
  return diff === undefined ? issue.resolution : diff.after;
}

/** What closes a child in the way its parent is closed. */
function closingChanges(child: OpenChild, subject: WarningSubject): Change[] {
  const closed = namedDiff(subject.diffs, 'status')?.after;
  const to = { label: closed?.name ?? '完了', byProject: { [child.projectId]: defaultStatuses.closed } };
  const resolution = resolutionAfter(subject);
  const status: Change = { field: 'status', verb: 'set', to };
  if (resolution === null) return [status];
  const { id, name: label } = resolution;
  return [status, { field: 'resolution', verb: 'set', to: { id, label } }];
}
