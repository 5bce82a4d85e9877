import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionDefinition, ActionInput, ActionOutput } from '@/lib/actions/define-action';
import type { handoverKeep } from '@/lib/actions/handover/keep';
import type { plansDraftAgain } from '@/lib/actions/plans/draft-again';
import type { plansDraftUndo } from '@/lib/actions/plans/draft-undo';
import type { runsCancel } from '@/lib/actions/runs/cancel';
import type { runsConflicts } from '@/lib/actions/runs/conflicts';
import type { runsItems } from '@/lib/actions/runs/items';
import type { runsList } from '@/lib/actions/runs/list';
import type { runsPause } from '@/lib/actions/runs/pause';
import type { runsResume } from '@/lib/actions/runs/resume';
import type { runsRetry } from '@/lib/actions/runs/retry';
import type { runsSetPace } from '@/lib/actions/runs/set-pace';
import type { runsSettle } from '@/lib/actions/runs/settle';

export type { RunConflict } from '@/lib/actions/runs/conflicts';
export type {
  RelatedRun,
  RunCounts,
  RunDetail,
  RunItem,
  RunSummary,
  WaitReason,
} from '@/lib/actions/runs/run-schemas';
export type { Pace } from '@/lib/bulk/plan';

export type RunList = ActionOutput<typeof runsList>;
export type RunItems = ActionOutput<typeof runsItems>;
export type RunConflicts = ActionOutput<typeof runsConflicts>;
export type RunItemsInput = Omit<ActionInput<typeof runsItems>, 'runId'>;

/** Why an item ended as it did. */

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
  retry: Call<typeof runsRetry>;
  settle: Call<typeof runsSettle>;
  draftAgain: Call<typeof plansDraftAgain>;
  draftUndo: Call<typeof plansDraftUndo>;
  keepIssues: Call<typeof handoverKeep>;
}
