import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionDefinition, ActionInput, ActionOutput } from '@/lib/actions/define-action';
import type { plansApprove } from '@/lib/actions/plans/approve';
import type { plansDiscard } from '@/lib/actions/plans/discard';
import type { plansFix } from '@/lib/actions/plans/fix';
import type { plansRefresh } from '@/lib/actions/plans/refresh';
import type { plansSetIncluded } from '@/lib/actions/plans/set-included';
import type { plansShow } from '@/lib/actions/plans/show';

export type { PlanDetail, PlanSummary } from '@/lib/actions/plans/plan-schemas';
export type { Change } from '@/lib/bulk/changes';
export type { FixGroup, FixRemoval } from '@/lib/bulk/fix-groups';
export type {
  DiffField,
  FieldDiff,
  NamedValue,
  Pace,
  Pile,
  PileCounts,
  PlanBlock,
  PlanItem,
  PlanStep,
  PlanWarning,
  WarningCode,
} from '@/lib/bulk/plan';
export { type TouchedField, touchedFields } from './touched-fields';

/** The ticket of a plan on screen, and the issues that were changed after it was made. */
export type PlanDisplay = ActionOutput<typeof plansShow>;

type Call<A extends ActionDefinition> = (
  space: string,
  input: ActionInput<A>,
) => Promise<ActionResult<ActionOutput<A>>>;

/** Server actions of the preview. */
export interface PlanActions {
  show: Call<typeof plansShow>;
  setIncluded: Call<typeof plansSetIncluded>;
  fix: Call<typeof plansFix>;
  refresh: Call<typeof plansRefresh>;
  discard: Call<typeof plansDiscard>;
  approve: Call<typeof plansApprove>;
}
