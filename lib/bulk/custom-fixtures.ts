import type { BacklogCustomFieldValue } from '@/lib/backlog/schemas/custom-field';
import type { CustomFieldInfo } from '@/lib/backlog/schemas/custom-field-info';
import type { ProjectValue } from './change-parts';
import { asList, asNamed, asNumber, asText } from './issue-values';
import type { CustomValue, NamedValue } from './plan';

/** Issue types of the two projects of the tests: TASK and BUG of WEB, CHORE of OPS. */
export const TASK = 61;
export const BUG = 62;
export const CHORE = 71;

const items = ['選択1', '選択2', '選択3'].map((name, index) => ({ id: index + 1, name }));

function field(typeId: number, more: Partial<CustomFieldInfo> = {}): CustomFieldInfo {
  return {
    id: 700 + typeId,
    typeId,
    name: `属性${typeId}`,
    required: false,
    applicableTypeIds: [],
    items: typeId >= 5 ? items : [],
    allowInput: typeId >= 7,
    ...more,
  };
}

/** A field of every kind: 703 belongs to TASK alone, 708 to BUG alone, which demands it. */
export const webFields: readonly CustomFieldInfo[] = [
  field(1),
  field(2),
  field(3, { applicableTypeIds: [TASK] }),
  field(4),
  field(5),
  field(6),
  field(7),
  field(8, { applicableTypeIds: [BUG], required: true }),
];

/** Namesakes of two of them; the choices of 756 are called alike but numbered otherwise, and one is missing. */
export const opsFields: readonly CustomFieldInfo[] = [
  field(1, { id: 751 }),
  field(6, { id: 756, items: items.slice(1).map(({ name }, index) => ({ id: index + 1, name })) }),
];

/** A custom field as an issue of WEB carries it. */
export function customOn(
  info: CustomFieldInfo,
  value: CustomValue,
  otherValue: string | null = null,
): BacklogCustomFieldValue {
  const { id, name } = info;
  const day = asText(value);
  const chosen = asList(value).map(choice);
  const single = asNamed(value);
  const one = single === null ? null : choice(single);
  switch (info.typeId) {
    case 1:
      return { id, name, fieldTypeId: 1, value: asText(value) };
    case 2:
      return { id, name, fieldTypeId: 2, value: asText(value) };
    case 3:
      return { id, name, fieldTypeId: 3, value: asNumber(value) };
    case 4:
      return { id, name, fieldTypeId: 4, value: day === null ? null : `${day}T00:00:00Z` };
    case 5:
      return { id, name, fieldTypeId: 5, value: one };
    case 6:
      return { id, name, fieldTypeId: 6, value: chosen };
    case 7:
      return { id, name, fieldTypeId: 7, value: chosen, otherValue };
    default:
      return { id, name, fieldTypeId: 8, value: one, otherValue };
  }
}

const choice = ({ id, name }: NamedValue) => ({ id, name });

/** The field of WEB of a kind. */
export function webField(typeId: number): CustomFieldInfo {
  const found = webFields.find((one) => one.typeId === typeId);
  if (found === undefined) throw new Error(`no custom field of kind ${typeId}`);
  return found;
}

/** What a change of a custom field is about: the field of WEB, and of OPS if given. */
export function target<T extends number>(typeId: T, ops?: number): ProjectValue & { typeId: T } {
  const byProject = { 1: 700 + typeId, ...(ops === undefined ? {} : { 2: ops }) };
  return { label: `属性${typeId}`, typeId, byProject };
}
