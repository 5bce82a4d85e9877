'use client';
import { useMemo } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import type { LabelledId } from '@/lib/bulk/changes';
import {
  type Assignment,
  assignSuccessors,
  type WorkloadChange,
  workloadAfter,
  workloadThreshold,
} from '@/lib/bulk/operations/assign-successors';
import { shiftedDue } from '@/lib/bulk/operations/handover-due';
import type { Split } from '@/lib/bulk/operations/handover-schema';
import type { Workload } from '@/lib/bulk/operations/operation-input';
import type { IssueRow } from '@/lib/columns/issue-row';
import { IN_PROGRESS_STATUS_ID } from '@/lib/columns/status-ids';
import { daysOf } from './form-operation';
import type { HandoverForm } from './handover-form';
import { splitChoice, splitOf } from './split-choice';
import type { LeaverFacts } from './use-leaver-facts';

/** An issue whose due date moves. */
export interface MovedDue {
  row: IssueRow;
  /** yyyy-MM-dd */
  after: string;
}

const nobody: ReadonlyMap<number, Assignment> = new Map();

/** What the handover would do, from the same functions that plan it. */
export function useForecast(form: HandoverForm, facts: LeaverFacts, holidays: ReadonlySet<string>) {
  const { today } = useSpace();
  const { going, concerned, load, heldIn, personOf } = facts;
  const choice = useMemo(() => splitChoice(form, going, concerned), [form, going, concerned]);
  const split = splitOf(form, choice, personOf);
  // The split is made anew with every paint; its text tells whether it says something else.
  const splitText = JSON.stringify(split);

  const place = useMemo(() => {
    const members = new Map(
      heldIn.map((project) => [project.id, new Set(project.members.map((member) => member.id))]),
    );
    const none: ReadonlySet<number> = new Set();
    return { membersOf: (projectId: number) => members.get(projectId) ?? none, load };
  }, [heldIn, load]);

  const assigned = useMemo(() => {
    const parsed: Split | null = JSON.parse(splitText);
    return parsed === null ? nobody : assignSuccessors(parsed, going, place);
  }, [splitText, going, place]);

  const from = form.from === null ? null : personOf(form.from);
  const changes =
    from === null || split === null
      ? []
      : withIdle(workloadAfter({ from, split, issues: going, assigned, load }), form.to.map(personOf), load);

  /** What everybody would hold if the open issues were levelled among the successors. */
  const levelled = (measure: 'issues' | 'hours') => {
    if (from === null || form.to.length < 2) return [];
    const even: Split = { by: 'level', to: form.to.map(personOf), measure };
    const dealt = assignSuccessors(even, going, place);
    return workloadAfter({ from, split: even, issues: going, assigned: dealt, load });
  };

  const team = useMemo(() => {
    const ids = new Set(concerned.flatMap((project) => project.members.map((member) => member.id)));
    if (form.from !== null) ids.delete(form.from);
    return [...ids].flatMap((id) => load.get(id) ?? []);
  }, [concerned, form.from, load]);

  const received = going.filter((row) => {
    const one = assigned.get(row.id);
    return one !== undefined && !('block' in one);
  });
  // Before anybody is chosen, what would change is told of everything that goes.
  const changing = assigned.size > 0 ? received : going;
  const days = daysOf(form.due.days);
  const moved: MovedDue[] = changing.flatMap((row) => {
    if (!form.due.shift || days === null) return [];
    const shift = { workingDays: days, which: form.due.which };
    const after = shiftedDue(row.dueDate, { today, holidays }, shift);
    return after === null || after === row.dueDate ? [] : [{ row, after }];
  });

  return {
    choice,
    split,
    assigned,
    /** Issues that somebody receives. */
    received,
    /** Those, or all that go as long as nobody is chosen. */
    changing,
    changes,
    levelled,
    /** 目安 per measure. */
    threshold: {
      issues: workloadThreshold(team, 'issues'),
      hours: workloadThreshold(team, 'hours'),
    },
    moved,
    inProgress: changing.filter((row) => row.statusId === IN_PROGRESS_STATUS_ID),
  };
}

/** The leaver, then all successors as they were chosen: who receives nothing is shown, too. */
function withIdle(
  changes: readonly WorkloadChange[],
  successors: readonly LabelledId[],
  load: ReadonlyMap<number, Workload>,
): WorkloadChange[] {
  const known = new Map(changes.map((change) => [change.person.id, change]));
  const others = successors.map((person) => {
    const held = load.get(person.id) ?? { issues: 0, hours: 0 };
    return known.get(person.id) ?? { person, before: held, after: held };
  });
  return [...changes.slice(0, 1), ...others.filter(({ person }) => person.id !== changes[0]?.person.id)];
}

export type Forecast = ReturnType<typeof useForecast>;
