export {
  type Change,
  type ChangeField,
  changeSchema,
  changesSchema,
  type LabelledId,
  type ProjectValue,
  projectValueSchema,
} from './changes';
export { compareWithAnswer } from './compare-with-answer';
export { canonicalJson, type DigestContent, digestOf } from './digest';
export { defaultPace, type EstimateInput, estimateSeconds } from './estimate';
export { differsFromImage, imageOf } from './field-image';
export type { FieldImage, FieldValue } from './issue-values';
export { type MappableProject, mapProjectValue } from './map-project-value';
export {
  type BlockCode,
  blockCodes,
  type DiffField,
  diffFields,
  type FieldDiff,
  type IssueUpdateParams,
  type NamedValue,
  type Outcome,
  outcomes,
  type Pace,
  type Pile,
  type PileCounts,
  PLAN_FORMAT,
  type PlanBlock,
  type PlanItem,
  type PlanWarning,
  paces,
  piles,
  type WarningCode,
  warningCodes,
} from './plan';
export { type PlanInput, planBulkUpdate } from './plan-bulk-update';
export { countPiles, fieldCounts } from './plan-counts';
export type { PlanProject, PlanReference } from './plan-reference';
export { type ConflictField, type Resolution, resolveAgainstFresh } from './resolve-against-fresh';
export { setIncluded } from './set-included';
export { type TitlePart, titleParts } from './title-parts';
export { isClassA } from './update-params';
