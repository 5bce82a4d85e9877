import { invalid } from '../api-error';
import type { DemoContext } from '../context';
import type { CustomFieldParam } from '../params';
import { toDay, toInt, toNumber } from '../params';
import type { CustomFieldRow, CustomFieldValue, IssueRow, ProjectRow } from '../rows';
import { applicableFields, storedValue } from '../wire/custom-field-value';
import { checkLength } from './text-length';

function checkBounds(field: CustomFieldRow, value: number | string): number | string {
  if ((field.min !== null && value < field.min) || (field.max !== null && value > field.max))
    throw invalid(
      `${field.name} must be between ${field.min ?? '-'} and ${field.max ?? '-'}.`,
      `${field.name}は${field.min ?? '-'}以上${field.max ?? '-'}以下で入力してください。`,
    );
  return value;
}

function itemId(field: CustomFieldRow, text: string): number {
  const id = toInt(field.name, text);
  if (!field.items.some((item) => item.id === id))
    throw invalid(`${field.name} has no such item: ${id}`, `${field.name}に存在しない選択肢です: ${id}`);
  return id;
}

/** The value that the texts stand for; `texts` is not empty. */
function readValue(field: CustomFieldRow, texts: readonly string[]): CustomFieldValue['value'] {
  if (field.typeId === 6 || field.typeId === 7) return [...new Set(texts.map((text) => itemId(field, text)))];
  const [text = '', ...more] = texts;
  if (more.length > 0)
    throw invalid(`${field.name} takes a single value.`, `${field.name}に指定できる値は1つです。`);
  switch (field.typeId) {
    case 1:
      return checkLength(text, 0, 255, field.name, field.name);
    case 2:
      return checkLength(text, 0, 100_000, field.name, field.name);
    case 3:
      return checkBounds(field, Math.round(toNumber(field.name, text) * 10_000) / 10_000);
    case 4:
      return checkBounds(field, toDay(field.name, text));
    default:
      return itemId(field, text);
  }
}

function isUnset(value: CustomFieldValue): boolean {
  return (
    value.value === null ||
    (Array.isArray(value.value) && value.value.length === 0 && value.otherValue === null)
  );
}

function merged(field: CustomFieldRow, param: CustomFieldParam, before: CustomFieldValue): CustomFieldValue {
  const value =
    param.values === undefined
      ? before.value
      : param.values.length > 0
        ? readValue(field, param.values)
        : field.typeId === 6 || field.typeId === 7
          ? []
          : null;
  const takesOther = field.typeId >= 7 && field.allowInput;
  const otherValue =
    takesOther && param.otherValue !== undefined ? param.otherValue || null : before.otherValue;
  return { value, otherValue };
}

function requiredMissing(field: CustomFieldRow): never {
  throw invalid(`${field.name} is required.`, `${field.name}は必須項目です。`);
}

/**
 * The custom-field values a request sets, by field id. A required field may not be emptied, must be there in a
 * new issue, and must be there when the issue moves to a type that shows it; other updates leave an empty
 * required field alone.
 */
export function readCustomFields(
  ctx: DemoContext,
  project: ProjectRow,
  issueTypeId: number,
  before: IssueRow | null,
): Map<number, CustomFieldValue> {
  const applicable = applicableFields(ctx.state, project.id, issueTypeId);
  const sent = new Map<number, CustomFieldValue>();
  for (const param of ctx.params.customFields()) {
    const field = applicable.find((candidate) => candidate.id === param.id);
    if (!field)
      throw invalid(
        `The custom field cannot be used in this issue: customField_${param.id}`,
        `この課題では使用できないカスタム属性です: customField_${param.id}`,
      );
    const stored = before ? storedValue(before, field.id) : { value: null, otherValue: null };
    const value = merged(field, param, stored);
    if (field.required && isUnset(value)) requiredMissing(field);
    sent.set(field.id, value);
  }
  if (before === null || before.issueTypeId !== issueTypeId)
    for (const field of applicable) {
      const value = sent.get(field.id) ?? (before ? storedValue(before, field.id) : null);
      if (field.required && (value === null || isUnset(value))) requiredMissing(field);
    }
  return sent;
}
