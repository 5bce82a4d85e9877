import type { ActionResult } from '@/lib/actions/action-result';
import type { ClosureFiguresAnswer } from '@/lib/actions/closure/closure-schemas';
import type { PlanSummary } from '@/lib/actions/plans/plan-schemas';
import type { ClosureInput } from '@/lib/bulk/operations/closure-schema';

export type { ClosureFiguresAnswer, ClosureRecord, MovedOut } from '@/lib/actions/closure/closure-schemas';
export type { PlanDetail, PlanSummary } from '@/lib/actions/plans/plan-schemas';
export type { LabelledId } from '@/lib/bulk/changes';
export type { ClosureBasics, ClosureFigures } from '@/lib/bulk/operations/closure-figures-schema';
export type {
  Closure,
  ClosureDecision,
  ClosureInput,
  Destination,
} from '@/lib/bulk/operations/closure-schema';

/** What the page counts in. */
export type Measure = 'issues' | 'hours';

/** How text is written in the project. */
export type TextRule = NonNullable<ClosureFiguresAnswer['textFormattingRule']>;

/** Makes a plan of a closure. Writes nothing to Backlog. */
export type DraftClosure = (space: string, input: ClosureInput) => Promise<ActionResult<PlanSummary>>;
