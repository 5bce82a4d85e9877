export { type ChangeKey, type CustomKey, changeKey, customKey } from './change-key';
export {
  type Change,
  type ChangeField,
  changeSchema,
  changesSchema,
  type LabelledId,
  type ProjectValue,
  projectValueSchema,
} from './changes';
export { closes } from './closing-rules';
export { compareWithAnswer, writtenFields } from './compare-with-answer';
export type { CustomChange } from './custom-change';
export { customTypes } from './custom-types';
export { customFieldIdOf, customFieldKey, isOtherValueKey, otherValueKey } from './custom-values';
export { canonicalJson, type DigestContent, digestOf } from './digest';
export { defaultPace, type EstimateInput, estimateSeconds } from './estimate';
export { differsFromImage, imageFields, imageOf } from './field-image';
export { addFixes, groupFixes, isSilent, takeBackFixes } from './fix-groups';
export type { FieldImage, FieldValue } from './issue-values';
export { japaneseHolidays } from './japanese-holidays';
export type { ConflictField } from './judge-field';
export { leftOutOfReport } from './left-out-of-report';
export type { LintFacts, OpenChild } from './lint-facts';
export { type MappableProject, mapCustomChoice, mapCustomField, mapProjectValue } from './map-project-value';
export type { ClosureSnapshot } from './operations/closure-figures-schema';
export {
  type Closure,
  type ClosureDecision,
  type ClosureInput,
  closureInputSchema,
  closureSchema,
  type Destination,
  destinations,
} from './operations/closure-schema';
export { type Handover, handoverSchema, type Split } from './operations/handover-schema';
export {
  type Operation,
  operationFields,
  operationIssueIds,
  operationSchema,
  ownRowCount,
  planOperation,
} from './operations/operation';
export { type OperationInput, saidKey, type Workload } from './operations/operation-input';
export { type Overdue, overdueDecisionsSchema, overdueSchema } from './operations/overdue-schema';
export {
  type BlockCode,
  blockCodes,
  type CustomFieldDiff,
  type CustomFieldKey,
  type CustomValue,
  canReadFormat,
  type DeletingStep,
  type DiffField,
  deletingSteps,
  type FieldDiff,
  type FixedField,
  fixedFields,
  type IssueUpdateParams,
  isCustomFieldKey,
  isDiffField,
  isWikiStep,
  type MilestoneStep,
  type NamedValue,
  type Outcome,
  outcomes,
  type Pace,
  type Pile,
  type PileCounts,
  PLAN_FORMAT,
  type PlanBlock,
  type PlanItem,
  type PlanKind,
  type PlanStep,
  type PlanWarning,
  paces,
  piles,
  planKinds,
  type RowFix,
  type WarningCode,
  type WikiStep,
  warningCodes,
} from './plan';
export { type PlanInput, planBulkUpdate } from './plan-bulk-update';
export { countPiles, fieldCounts } from './plan-counts';
export type { PlanParent, PlanParents, PlanProject, PlanReference } from './plan-reference';
export { neededSteps, stepItem, withCreated } from './plan-steps';
export { editorSince, type Resolution, resolveAgainstFresh } from './resolve-against-fresh';
export { setIncluded } from './set-included';
export {
  type MilestoneImage,
  milestoneImage,
  type StepImage,
  sameWiki,
  type WikiImage,
  wikiImage,
} from './step-image';
export { type TitlePart, titleParts } from './title-parts';
export { type ItemToUndo, planUndo } from './undo';
export { isClassA } from './update-params';
export { addDays, addWorkingDays, daysBetween, isWorkingDay, nearestWorkingDay } from './working-days';
