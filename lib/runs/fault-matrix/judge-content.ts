import type { FieldDiff } from '@/lib/bulk';
import type { JudgedRun, ReceivedRequest, Violation, YardstickItem } from './judge';
import { realId, rowsOf } from './planned-writes';

type Values = ReadonlyMap<string, readonly string[]>;

/** I4: every writing request is one that a plan asks for, with the plan's parameters and nothing else. */
export function judgeContent(
  runs: readonly JudgedRun[],
  writes: readonly ReceivedRequest[],
  edited: ReadonlySet<number>,
): Violation[] {
  const plans = new Map<number, number>();
  for (const { planItems } of runs) {
    for (const item of planItems)
      if (item.included) plans.set(item.issueId, (plans.get(item.issueId) ?? 0) + 1);
  }
  return (
    writes
      // A refused credential belongs to nobody and changes nothing.
      .filter((write) => write.userId !== null || write.appliedAt !== undefined)
      .flatMap((write): Violation[] => {
        const rows = rowsOf(write, runs);
        const request = `${write.method} ${write.path} ${write.body ?? ''}`;
        const [first] = rows;
        if (first === undefined) return [{ rule: 'I4', issueId: null, what: `no plan asks for ${request}` }];
        const { issueId } = first.item;
        // With several plans over one issue, whoever's, each finds what the other wrote.
        const exact = plans.get(issueId) === 1 && !edited.has(issueId);
        return rows.some(({ item, run }) => fits(write, item, run, exact))
          ? []
          : [{ rule: 'I4', issueId, what: `not what is planned: ${request}` }];
      })
  );
}

function fits(write: ReceivedRequest, item: YardstickItem, run: JudgedRun, exact: boolean): boolean {
  const sent = valuesOf(write.body ?? '');
  if (item.step !== undefined) return fitsStep(sent, item.step);
  const planned = plannedValues(item, run);
  if ([...sent.keys()].some((name) => !planned.has(name))) return false;
  return [...planned].every(([name, values]) => {
    const found = sent.get(name);
    if (found === undefined) return !exact && name !== 'comment' && name !== 'notifiedUserId';
    if (same(found, values)) return true;
    const merged = exact ? undefined : mergedList(item.diffs, name);
    if (merged === undefined) return false;
    const ids = new Set(found.map(Number));
    return (
      merged.add.every(({ id }) => ids.has(realId(id, run))) &&
      merged.remove.every(({ id }) => !ids.has(realId(id, run)))
    );
  });
}

function fitsStep(sent: Values, step: NonNullable<YardstickItem['step']>): boolean {
  const planned = plannedOfStep(step);
  const allowed = new Map(Object.entries(planned).map(([name, value]) => [name, String(value ?? '')]));
  return [...sent].every(([name, values]) => values.length === 1 && allowed.get(name) === values[0]);
}

/** What a step may send; of a deletion nothing. A wiki page is written without a mail to anybody. */
function plannedOfStep(step: NonNullable<YardstickItem['step']>): Record<string, unknown> {
  switch (step.kind) {
    case 'createMilestone':
      return { name: step.name, startDate: step.startDate, releaseDueDate: step.dueDate };
    case 'archiveMilestone':
      return { name: step.name, archived: step.archived };
    case 'createWiki':
      return { projectId: step.projectId, name: step.name, content: step.content };
    case 'deleteMilestone':
    case 'deleteWiki':
      return {};
  }
}

/** `field[]=1`, `field[0]=1` and `field=1` all name `field`. */
function valuesOf(body: string): Values {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const bare = name.replace(/\[\d*\]$/, '');
    values.set(bare, [...(values.get(bare) ?? []), value]);
  }
  return values;
}

/** The plan's parameters as Backlog receives them: an empty value clears. */
function plannedValues(item: YardstickItem, run: JudgedRun): Values {
  const real = (value: unknown) => (typeof value === 'number' ? realId(value, run) : value);
  return new Map(
    Object.entries(item.params).map(([name, value]) => {
      if (Array.isArray(value))
        return [name, value.length === 0 ? [''] : value.map((one) => String(real(one)))];
      return [name, [String(real(value) ?? '')]];
    }),
  );
}

function mergedList(diffs: readonly FieldDiff[], name: string) {
  return diffs.find(
    (diff): diff is Extract<FieldDiff, { merge: boolean }> =>
      'merge' in diff && diff.merge && (name === diff.field || name === `${diff.field}Id`),
  );
}

function same(found: readonly string[], planned: readonly string[]): boolean {
  return found.length === planned.length && [...found].sort().join('\n') === [...planned].sort().join('\n');
}
