import type { FieldDiff, NamedValue, PlanItem, PlanStep } from './plan';

/**
 * The row of a side step. What it creates is called by `-number` wherever an id of it is needed in the same plan, in
 * stages after its own.
 *
 * @param place `number`: 1, 2, …, once per plan
 */
export function stepItem(step: PlanStep, place: { number: number; stage: number }): PlanItem {
  return {
    issueId: -place.number,
    issueKey: '',
    projectId: step.projectId,
    summary: step.name,
    pile: 'change',
    included: true,
    diffs: [],
    params: {},
    warnings: [],
    blocks: [],
    issueUpdated: '',
    stage: place.stage,
    step,
  };
}

/** Numbers of the side steps whose creations this row needs. */
export function neededSteps(item: PlanItem): number[] {
  const { step, params, diffs } = item;
  const ids = [
    ...(step !== undefined && 'milestoneId' in step ? [step.milestoneId] : []),
    ...(params.milestoneId ?? []),
    ...(params.versionId ?? []),
    ...diffs.flatMap((diff) =>
      isVersionDiff(diff) ? [...diff.before, ...diff.after].map(({ id }) => id) : [],
    ),
  ];
  return [...new Set(ids.filter((id) => id < 0))];
}

/** The row with real ids where it speaks of what side steps create. Numbers without an id stay. */
export function withCreated(item: PlanItem, created: ReadonlyMap<number, number>): PlanItem {
  const real = (id: number) => created.get(id) ?? id;
  const values = (list: NamedValue[]) => list.map((value) => ({ ...value, id: real(value.id) }));
  const { milestoneId, versionId } = item.params;
  return {
    ...item,
    params: {
      ...item.params,
      ...(milestoneId === undefined ? {} : { milestoneId: milestoneId.map(real) }),
      ...(versionId === undefined ? {} : { versionId: versionId.map(real) }),
    },
    diffs: item.diffs.map((diff) =>
      isVersionDiff(diff)
        ? {
            ...diff,
            before: values(diff.before),
            after: values(diff.after),
            add: values(diff.add),
            remove: values(diff.remove),
          }
        : diff,
    ),
    ...(item.step !== undefined && 'milestoneId' in item.step
      ? { step: { ...item.step, milestoneId: real(item.step.milestoneId) } }
      : {}),
  };
}

type VersionDiff = Extract<FieldDiff, { field: 'milestone' | 'version' | 'category' }> & {
  field: 'milestone' | 'version';
};

/** Milestones and versions are one entity of Backlog: the only created one that a row can speak of. */
function isVersionDiff(diff: FieldDiff): diff is VersionDiff {
  return diff.field === 'milestone' || diff.field === 'version';
}
