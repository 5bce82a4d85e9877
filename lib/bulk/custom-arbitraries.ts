import fc from 'fast-check';
import type { BacklogCustomFieldValue } from '@/lib/backlog/schemas/custom-field';
import type { CustomFieldInfo } from '@/lib/backlog/schemas/custom-field-info';
import type { ProjectValue } from './change-parts';
import type { CustomChange } from './custom-change';
import { customOn, target, webField } from './custom-fixtures';
import type { CustomValue } from './plan';

const text = fc.constantFrom('メモ', '再現手順\n1. 開く', '0', 'a');
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-10-${String(n).padStart(2, '0')}`);
const decimal = fc.integer({ min: -50_000, max: 50_000 }).map((n) => n / 10_000);

/** Any value that a custom field can hold. */
export function anyCustomValue(info: CustomFieldInfo): fc.Arbitrary<BacklogCustomFieldValue> {
  const other = info.allowInput ? fc.option(text) : fc.constant(null);
  return fc.tuple(anyValue(info), other).map(([value, otherValue]) => customOn(info, value, otherValue));
}

function anyValue({ typeId, items }: CustomFieldInfo): fc.Arbitrary<CustomValue> {
  if (typeId <= 2) return fc.option(text);
  if (typeId === 3) return fc.option(decimal);
  if (typeId === 4) return fc.option(day);
  return typeId === 5 || typeId === 8 ? fc.option(fc.constantFrom(...items)) : fc.subarray(items);
}

/** A choice of WEB, sometimes one that is gone; in OPS the choices are numbered otherwise. */
const choice: fc.Arbitrary<ProjectValue> = fc
  .constantFrom(...webField(6).items, { id: 999, name: '消えた値' })
  .map(({ id, name }) => ({ label: name, byProject: { 1: id, ...(id === 1 ? {} : { 2: id - 1 }) } }));
const choices = fc.array(choice, { minLength: 1, maxLength: 3 });
const otherValue = fc.option(fc.option(text), { nil: undefined });
const withOther = (value: string | null | undefined) => (value === undefined ? {} : { otherValue: value });

const field = 'custom';
const scalar = fc.oneof(
  ...([1, 2] as const).flatMap((typeId) => {
    const of = { field, target: target(typeId, typeId === 1 ? 751 : undefined) } as const;
    return [
      text.map((to): CustomChange => ({ ...of, verb: 'set', to })),
      fc.constant<CustomChange>({ ...of, verb: 'clear' }),
    ];
  }),
  decimal.map((to): CustomChange => ({ field, target: target(3), verb: 'set', to })),
  fc.constant<CustomChange>({ field, target: target(3), verb: 'clear' }),
  day.map((to): CustomChange => ({ field, target: target(4), verb: 'set', to })),
  fc.constant<CustomChange>({ field, target: target(4), verb: 'clear' }),
);
const one = fc.oneof(
  ...([5, 8] as const).flatMap((typeId) => {
    const of = { field, target: target(typeId) } as const;
    const other = typeId === 8 ? otherValue : fc.constant(undefined);
    return [
      fc
        .tuple(choice, other)
        .map(([to, free]): CustomChange => ({ ...of, verb: 'set', to, ...withOther(free) })),
      fc.tuple(choice, choice).map(([from, to]): CustomChange => ({ ...of, verb: 'swap', from, to })),
      fc.constant<CustomChange>({ ...of, verb: 'clear' }),
    ];
  }),
);
const many = fc.oneof(
  ...([6, 7] as const).flatMap((typeId) => {
    const of = { field, target: target(typeId, typeId === 6 ? 756 : undefined) } as const;
    const other = typeId === 7 ? otherValue : fc.constant(undefined);
    return [
      fc
        .tuple(choices, other)
        .map(([to, free]): CustomChange => ({ ...of, verb: 'set', to, ...withOther(free) })),
      fc
        .tuple(choices, other)
        .map(([values, free]): CustomChange => ({ ...of, verb: 'add', values, ...withOther(free) })),
      choices.map((values): CustomChange => ({ ...of, verb: 'remove', values })),
      fc.tuple(choice, choice).map(([from, to]): CustomChange => ({ ...of, verb: 'swap', from, to })),
      fc.constant<CustomChange>({ ...of, verb: 'clear' }),
    ];
  }),
);

/** Any change of a custom field of any kind. */
export const anyCustomChange: fc.Arbitrary<CustomChange> = fc.oneof(scalar, one, many);
