import type { Choice } from '@/components/issues/composer/choice';
import type { ProjectValue } from '@/lib/bulk/changes';
import type { Change, FixGroup, PlanBlock, PlanDetail, PlanWarning } from './plan-data';

/** What a person can say about rows that no rule can put right: another value of a field, or the value that is missing. */
export type Cure =
  | { field: 'status' | 'issueType' | 'assignee'; id: null }
  | { field: 'milestone' | 'version' | 'category'; id: null; instead: string }
  | { field: 'custom'; id: number };

/** What puts a warning right that has no fix of its own; null where including or leaving out is all there is. */
export function cureOfWarning({ code, values }: PlanWarning, kind: PlanDetail['kind']): Cure | null {
  // An undo restores what was: nothing is added to it.
  if (kind === 'undo') return null;
  switch (code) {
    case 'REQUIRED_FIELD_EMPTY':
      return customCure(values);
    case 'ASSIGNEE_NOT_MEMBER':
      return { field: 'assignee', id: null };
    case 'MILESTONE_ARCHIVED':
      // An operation decides about milestones itself.
      return kind === 'bulkUpdate' ? { field: 'milestone', id: null, instead: values.milestone ?? '' } : null;
    default:
      return null;
  }
}

const perProject = ['milestone', 'version', 'category'] as const;

/** What makes a blocked row possible; null where it cannot be helped from here. */
export function cureOfBlock({ code, values }: PlanBlock, kind: PlanDetail['kind']): Cure | null {
  if (kind === 'undo') return null;
  switch (code) {
    case 'REQUIRED_BY_TYPE':
      return customCure(values);
    case 'SUCCESSOR_NOT_MEMBER':
    case 'NO_SUCCESSOR':
      return { field: 'assignee', id: null };
    case 'VALUE_NOT_IN_PROJECT': {
      const { field, label = '' } = values;
      if (field === 'status' || field === 'issueType') return { field, id: null };
      const list = perProject.find((name) => name === field);
      return list === undefined || kind !== 'bulkUpdate' ? null : { field: list, id: null, instead: label };
    }
    default:
      return null;
  }
}

function customCure({ fieldId }: Record<string, string>): Cure | null {
  return fieldId === undefined ? null : { field: 'custom', id: Number(fieldId) };
}

/**
 * The change that a chosen value means for a row. Where the plan's own change names several values, the chosen one
 * takes the place of the one that does not fit; all others stay.
 *
 * @param plan the change of the same field that counts for the row; null when there is none
 */
export function chosenChange(
  cure: Exclude<Cure, { field: 'custom' }>,
  choice: Choice,
  plan: Change | null,
): Change | null {
  const to: ProjectValue = { label: choice.label, byProject: choice.byProject };
  switch (cure.field) {
    case 'assignee':
      return choice.id === null
        ? null
        : { field: cure.field, verb: 'set', to: { id: choice.id, label: choice.label } };
    case 'status':
    case 'issueType':
      return plan?.field === cure.field && plan.verb === 'swap'
        ? { ...plan, to }
        : { field: cure.field, verb: 'set', to };
    default: {
      const instead = (values: ProjectValue[]) => [
        ...values.filter((value) => value.label !== cure.instead && value.label !== to.label),
        to,
      ];
      if (plan?.field !== cure.field) return { field: cure.field, verb: 'add', values: [to] };
      if (plan.verb === 'swap') return { ...plan, to };
      if (plan.verb === 'set') return { ...plan, to: instead(plan.to) };
      if (plan.verb === 'add') return { ...plan, values: instead(plan.values) };
      return { field: cure.field, verb: 'add', values: [to] };
    }
  }
}

/** The change of a field that counts for each issue: what a person added for it, else the plan's own. */
export function changesOfField(
  { changes, fixes }: { changes: readonly Change[]; fixes: readonly FixGroup[] },
  field: Change['field'],
): (issueId: number) => Change | null {
  const own = new Map<number, Change>();
  for (const fix of fixes) {
    const change = fix.changes.find((one) => one.field === field);
    if (change) for (const id of fix.issueIds) own.set(id, change);
  }
  const plan = changes.find((change) => change.field === field) ?? null;
  return (issueId) => own.get(issueId) ?? plan;
}
