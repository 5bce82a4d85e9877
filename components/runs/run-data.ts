import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionDefinition, ActionInput, ActionOutput } from '@/lib/actions/define-action';
import type { runsCancel } from '@/lib/actions/runs/cancel';
import type { runsItems } from '@/lib/actions/runs/items';
import type { runsList } from '@/lib/actions/runs/list';
import type { runsPause } from '@/lib/actions/runs/pause';
import type { runsResume } from '@/lib/actions/runs/resume';
import type { RunItem } from '@/lib/actions/runs/run-schemas';
import type { runsSetPace } from '@/lib/actions/runs/set-pace';

export type { RunCounts, RunDetail, RunItem, RunSummary } from '@/lib/actions/runs/run-schemas';
export type { Pace } from '@/lib/bulk/plan';

export type RunList = ActionOutput<typeof runsList>;
export type RunItems = ActionOutput<typeof runsItems>;
export type RunItemsInput = Omit<ActionInput<typeof runsItems>, 'runId'>;

/** Why an item ended as it did. */
export type ItemReason = NonNullable<RunItem['reason']>;

type Call<A extends ActionDefinition> = (
  space: string,
  input: ActionInput<A>,
) => Promise<ActionResult<ActionOutput<A>>>;

/** Server actions of the run page. */
export interface RunActions {
  pause: Call<typeof runsPause>;
  resume: Call<typeof runsResume>;
  cancel: Call<typeof runsCancel>;
  setPace: Call<typeof runsSetPace>;
}
