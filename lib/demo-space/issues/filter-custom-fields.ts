import type { DemoContext } from '../context';
import type { CustomFieldParam } from '../params';
import { toDay, toInt, toNumber } from '../params';
import type { CustomFieldRow, IssueRow } from '../rows';
import { storedValue } from '../wire/custom-field-value';
import { fold, wordsOf } from './keyword';

type ValueTest = (value: string | number | number[] | null) => boolean;

function within(param: CustomFieldParam, read: (name: string, text: string) => string | number): ValueTest {
  const name = `customField_${param.id}`;
  const only = param.values?.[0];
  const equal = only === undefined ? null : read(name, only);
  const min = param.min ? read(`${name}_min`, param.min) : null;
  const max = param.max ? read(`${name}_max`, param.max) : null;
  return (value) =>
    value !== null &&
    !Array.isArray(value) &&
    (equal === null || value === equal) &&
    (min === null || value >= min) &&
    (max === null || value <= max);
}

function valueTest(field: CustomFieldRow, param: CustomFieldParam): ValueTest {
  if (field.typeId === 3) return within(param, toNumber);
  if (field.typeId === 4) return within(param, toDay);
  if (field.typeId <= 2) {
    const words = wordsOf(param.values?.join(' ') ?? '');
    return (value) => typeof value === 'string' && words.every((word) => fold(value).includes(word));
  }
  const ids = new Set(param.values?.map((text) => toInt(`customField_${param.id}`, text)));
  return (value) =>
    Array.isArray(value) ? value.some((id) => ids.has(id)) : typeof value === 'number' && ids.has(value);
}

/** One test per custom field that was asked for; fields that do not exist and empty values ask for nothing. */
export function customFieldTests(ctx: DemoContext): ((issue: IssueRow) => boolean)[] {
  return ctx.params.customFields().flatMap((param) => {
    const field = ctx.state.customFields.get(param.id);
    const empty = !param.values?.length && !param.min && !param.max;
    if (!field || empty) return [];
    const test = valueTest(field, param);
    return [(issue: IssueRow) => test(storedValue(issue, field.id).value)];
  });
}
