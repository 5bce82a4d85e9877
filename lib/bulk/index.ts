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
export { compareWithAnswer, writtenFields } from './compare-with-answer';
export type { CustomChange } from './custom-change';
export { customTypes } from './custom-types';
export { customFieldIdOf, customFieldKey, isOtherValueKey, otherValueKey } from './custom-values';
export { canonicalJson, type DigestContent, digestOf } from './digest';
export { defaultPace, type EstimateInput, estimateSeconds } from './estimate';
export { differsFromImage, imageFields, imageOf } from './field-image';
export type { FieldImage, FieldValue } from './issue-values';
export type { ConflictField } from './judge-field';
export { type MappableProject, mapCustomChoice, mapCustomField, mapProjectValue } from './map-project-value';
export {
  type BlockCode,
  blockCodes,
  type CustomFieldDiff,
  type CustomFieldKey,
  type CustomValue,
  canReadFormat,
  type DiffField,
  type FieldDiff,
  type FixedField,
  fixedFields,
  type IssueUpdateParams,
  isCustomFieldKey,
  isDiffField,
  type NamedValue,
  type Outcome,
  outcomes,
  type Pace,
  type Pile,
  type PileCounts,
  PLAN_FORMAT,
  type PlanBlock,
  type PlanItem,
  type PlanStep,
  type PlanWarning,
  paces,
  piles,
  type WarningCode,
  warningCodes,
} from './plan';
export { type PlanInput, planBulkUpdate } from './plan-bulk-update';
export { countPiles, fieldCounts } from './plan-counts';
export type { PlanParent, PlanParents, PlanProject, PlanReference } from './plan-reference';
export { neededSteps, stepItem, withCreated } from './plan-steps';
export { type Resolution, resolveAgainstFresh } from './resolve-against-fresh';
export { setIncluded } from './set-included';
export { type MilestoneImage, milestoneImage, type StepImage } from './step-image';
export { type TitlePart, titleParts } from './title-parts';
export { type ItemToUndo, planUndo } from './undo';
export { isClassA } from './update-params';
