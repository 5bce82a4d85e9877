import { appliesTo, type CustomFieldInfo } from '@/lib/backlog/schemas/custom-field-info';
import type { CustomChange } from './custom-change';
import { customTypes } from './custom-types';
import { customFieldKey, customValueOf, otherValueKey } from './custom-values';
import { blocked, changed, type FieldPlan, nothing, type PlanSubject } from './field-plan';
import { asList, asNamed, asNumber, asText, isEmpty } from './issue-values';
import type { CustomFieldDiff } from './plan';
import { planChoice } from './plan-choice';
import { planList } from './plan-list';
import { type Found, notInProject, type ValuePlace } from './project-values';

type ChangeOf<T extends number> = Extract<CustomChange, { target: { typeId: T } }>;
type ChoiceChange = ChangeOf<5 | 8>;
type ChoicesChange = ChangeOf<6 | 7>;

const isChoice = (change: CustomChange): change is ChoiceChange =>
  change.target.typeId === customTypes.singleList || change.target.typeId === customTypes.radio;
const isChoices = (change: CustomChange): change is ChoicesChange =>
  change.target.typeId === customTypes.multipleList || change.target.typeId === customTypes.checkbox;

/** Works out a change of a custom field for one issue. */
export function planCustom(change: CustomChange, subject: PlanSubject): FieldPlan {
  const found = fieldFor(change, subject);
  if ('block' in found) return blocked(found.block);
  if (found.value === null) return nothing;
  if (isChoice(change)) return planOneChoice(change, found.value, subject);
  if (isChoices(change)) return planChoices(change, found.value, subject);
  return planScalar(change, found.value, subject);
}

/**
 * The field in the project of the issue. Null: the issue cannot have it, and the verb only takes something away. What
 * is to be written must exist for the type that the issue is going to have.
 */
function fieldFor(change: CustomChange, subject: PlanSubject): Found<CustomFieldInfo | null> {
  const { issue, project, issueType = issue.issueType } = subject;
  const { label, typeId, byProject } = change.target;
  const wanted = byProject[String(issue.projectId)];
  const field = project.customFields.find((one) => one.id === wanted && one.typeId === typeId);
  const writes = change.verb === 'set' || change.verb === 'add';
  if (field === undefined) {
    return writes || holdsNamesake(change, subject)
      ? notInProject('custom', label, project)
      : { value: null };
  }
  if (appliesTo(field, issueType.id)) return { value: field };
  if (!writes) return { value: null };
  return { block: { code: 'FIELD_NOT_IN_TYPE', values: { field: field.name, type: issueType.name } } };
}

/** Whether the issue holds a value in a field of this name and kind: then the mapping is incomplete. */
function holdsNamesake({ target }: CustomChange, { issue, timezone }: PlanSubject): boolean {
  return issue.customFields.some(
    (field) =>
      field.name === target.label &&
      field.fieldTypeId === target.typeId &&
      !isEmpty(customValueOf(issue, customFieldKey(field.id), timezone)),
  );
}

function planScalar(
  change: Exclude<CustomChange, ChoiceChange | ChoicesChange>,
  { id, name: label }: CustomFieldInfo,
  { issue, timezone }: PlanSubject,
): FieldPlan {
  const field = customFieldKey(id);
  const value = customValueOf(issue, field, timezone);
  const to = change.verb === 'clear' ? null : change.to;
  if (change.target.typeId === customTypes.number) {
    const [before, after] = [asNumber(value), asNumber(to)];
    return before === after ? nothing : changed({ field, label, kind: 'number', before, after });
  }
  const kind = change.target.typeId === customTypes.date ? 'date' : 'text';
  const [before, after] = [asText(value), asText(to)];
  return before === after ? nothing : changed({ field, label, kind, before, after });
}

function planOneChoice(change: ChoiceChange, info: CustomFieldInfo, subject: PlanSubject): FieldPlan {
  const field = customFieldKey(info.id);
  const before = asNamed(customValueOf(subject.issue, field, subject.timezone));
  const target = planChoice(change, before, placeOf(info, subject));
  if ('block' in target) return blocked(target.block);
  const other = planOtherValue(change, info, subject);
  const after = target.value;
  if (before?.id === after?.id) return other;
  const diff: CustomFieldDiff = { field, label: info.name, kind: 'choice', before, after };
  return { ...other, diffs: [diff, ...other.diffs] };
}

function planChoices(change: ChoicesChange, info: CustomFieldInfo, subject: PlanSubject): FieldPlan {
  const field = customFieldKey(info.id);
  const before = asList(customValueOf(subject.issue, field, subject.timezone));
  const { list, blocks } = planList(change, before, placeOf(info, subject));
  if (blocks.length > 0) return blocked(...blocks);
  const other = planOtherValue(change, info, subject);
  if (list === null) return other;
  const diff: CustomFieldDiff = { field, label: info.name, kind: 'choices', ...list };
  return { ...other, diffs: [diff, ...other.diffs] };
}

function placeOf(info: CustomFieldInfo, { issue, project }: PlanSubject): ValuePlace {
  return { field: info.name, candidates: info.items, projectId: issue.projectId, project };
}

/** Free text beside the choices: given, emptied with them, or left alone. */
function planOtherValue(
  change: ChoiceChange | ChoicesChange,
  info: CustomFieldInfo,
  { issue, project, timezone }: PlanSubject,
): FieldPlan {
  const given = 'otherValue' in change ? change.otherValue : undefined;
  const after = change.verb === 'clear' ? null : given;
  if (after === undefined) return nothing;
  const takesText = info.typeId === customTypes.checkbox || info.typeId === customTypes.radio;
  if (after !== null && !(takesText && info.allowInput)) {
    return blocked(notInProject(info.name, after, project).block);
  }
  const field = otherValueKey(info.id);
  const before = asText(customValueOf(issue, field, timezone));
  if (before === after) return nothing;
  return changed({ field, label: info.name, kind: 'text', before, after });
}
