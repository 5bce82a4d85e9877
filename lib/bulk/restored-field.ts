import { appliesTo } from '@/lib/backlog/schemas/custom-field-info';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { customTypes } from './custom-types';
import { customFieldIdOf, customFieldOn, isOtherValueKey } from './custom-values';
import {
  asList,
  asNamed,
  asNumber,
  asText,
  type FieldValue,
  isDateField,
  isHoursField,
  isListField,
} from './issue-values';
import { withoutIds } from './merge-list';
import {
  type CustomFieldDiff,
  type CustomFieldKey,
  type DiffField,
  type FieldDiff,
  isCustomFieldKey,
  type NamedValue,
  type PlanBlock,
} from './plan';
import type { PlanParents, PlanProject, PlanReference } from './plan-reference';
import { notInProject } from './project-values';

/** Where a value is put back. */
export interface RestorePlace {
  issue: BacklogIssue;
  project: PlanProject;
  reference: PlanReference;
  parents: PlanParents;
  /** The type that the issue is going to have. */
  issueType: NamedValue;
}

/**
 * The difference that puts a value back as it stood, lists as a whole.
 * @returns null for a custom field that does not exist any more
 */
export function restoringDiff(
  field: DiffField,
  values: { now: FieldValue; then: FieldValue },
  place: RestorePlace,
): FieldDiff | null {
  const { now, then } = values;
  if (isCustomFieldKey(field)) return customDiff(field, now, then, place);
  if (isDateField(field)) return { field, before: asText(now), after: asText(then) };
  if (isHoursField(field)) return { field, before: asNumber(now), after: asNumber(then) };
  if (isListField(field)) return { field, ...wholeList(now, then) };
  return { field, before: asNamed(now), after: asNamed(then) };
}

function wholeList(now: FieldValue, then: FieldValue) {
  const [before, after] = [asList(now), asList(then)];
  const [add, remove] = [withoutIds(after, before), withoutIds(before, after)];
  return { before, after, merge: false, add, remove };
}

function customDiff(
  field: CustomFieldKey,
  now: FieldValue,
  then: FieldValue,
  place: RestorePlace,
): CustomFieldDiff | null {
  const known = definitionOf(field, place);
  if (known === null) return null;
  const { label, typeId } = known;
  if (isOtherValueKey(field)) {
    return { field, label, kind: 'text', before: asText(now), after: asText(then) };
  }
  switch (typeId) {
    case customTypes.number:
      return { field, label, kind: 'number', before: asNumber(now), after: asNumber(then) };
    case customTypes.date:
      return { field, label, kind: 'date', before: asText(now), after: asText(then) };
    case customTypes.singleList:
    case customTypes.radio:
      return { field, label, kind: 'choice', before: asNamed(now), after: asNamed(then) };
    case customTypes.multipleList:
    case customTypes.checkbox:
      return { field, label, kind: 'choices', ...wholeList(now, then) };
    default:
      return { field, label, kind: 'text', before: asText(now), after: asText(then) };
  }
}

/** Name and kind of a custom field: of the project, or, where its fields cannot be read, as the issue carries it. */
function definitionOf(
  field: CustomFieldKey,
  { project, issue }: RestorePlace,
): { label: string; typeId: number } | null {
  const id = customFieldIdOf(field);
  const info = project.customFields.find((one) => one.id === id);
  if (info !== undefined) return { label: info.name, typeId: info.typeId };
  const carried = customFieldOn(issue, id);
  return carried === undefined ? null : { label: carried.name, typeId: carried.fieldTypeId };
}

/** Whether the issue, with the type that it is going to have, has the field. */
export function hasField(field: DiffField, { project, issueType, issue }: RestorePlace): boolean {
  if (!isCustomFieldKey(field)) return true;
  const id = customFieldIdOf(field);
  const info = project.customFields.find((one) => one.id === id);
  return info === undefined ? customFieldOn(issue, id) !== undefined : appliesTo(info, issueType.id);
}

/** What a field is called in a sentence: fixed ones by their code, custom ones by their name. */
export function fieldName(field: DiffField, place: RestorePlace): string {
  return isCustomFieldKey(field) ? (definitionOf(field, place)?.label ?? field) : field;
}

/** Why a field cannot get its value back: the issue does not have it. */
export function fieldBlock(field: DiffField, place: RestorePlace): PlanBlock {
  const { project, issueType } = place;
  const known = !isCustomFieldKey(field) || definitionOf(field, place) !== null;
  if (!known) return notInProject('custom', field, project).block;
  return {
    code: 'FIELD_NOT_IN_TYPE',
    values: { field: fieldName(field, place), type: issueType.name },
  };
}

/** What of a restored value does not exist any more. People are another matter: they are warned about. */
export function restoreBlocks(diff: FieldDiff, place: RestorePlace): PlanBlock[] {
  const { project } = place;
  if (diff.field === 'parent') return parentBlocks(diff.after, place);
  const candidates = candidatesOf(diff, place);
  if (candidates === null) return [];
  const wanted = 'merge' in diff ? diff.add : [asNamed(diff.after)].filter((value) => value !== null);
  return withoutIds(wanted, candidates).map(
    (value) => notInProject('label' in diff ? diff.label : diff.field, value.name, project).block,
  );
}

/** Values that a field may take; null when any may. */
function candidatesOf(diff: FieldDiff, { project, reference }: RestorePlace): readonly NamedValue[] | null {
  if ('kind' in diff) {
    if (diff.kind !== 'choice' && diff.kind !== 'choices') return null;
    const info = project.customFields.find((one) => one.id === customFieldIdOf(diff.field));
    return info?.items ?? null;
  }
  switch (diff.field) {
    case 'status':
      return project.statuses;
    case 'issueType':
      return project.issueTypes;
    case 'milestone':
    case 'version':
      return project.milestones;
    case 'category':
      return project.categories;
    case 'priority':
      return reference.priorities;
    case 'resolution':
      return reference.resolutions;
    default:
      return null;
  }
}

function parentBlocks(wanted: NamedValue | null, { issue, project, parents }: RestorePlace): PlanBlock[] {
  if (wanted === null) return [];
  const parent = parents.get(wanted.id);
  const possible =
    project.subtaskingEnabled &&
    parent !== null &&
    (parent === undefined || (parent.projectId === issue.projectId && parent.parentIssueId !== issue.id));
  if (possible) return [];
  return [{ code: 'PARENT_NOT_POSSIBLE', values: { parent: wanted.name, project: project.projectKey } }];
}
