import { z } from 'zod';
import type { CustomFieldInfo } from './custom-field-info';

// Unknown keys are kept, as everywhere: Backlog adds fields without notice.

const id = z.number().int();

/** A choice of a list, checkbox or radio field; its id counts within its field only. */
const itemSchema = z.looseObject({ id, name: z.string(), displayOrder: z.number().optional() });

/** Definition of a custom field (カスタム属性) of one project. */
export const customFieldSchema = z.looseObject({
  id,
  /** 1 text, 2 text area, 3 number, 4 date, 5 single list, 6 multiple list, 7 checkbox, 8 radio. */
  typeId: z.number().int(),
  name: z.string(),
  required: z.boolean(),
  /** False: the field belongs to every issue type, whatever the list says. */
  useIssueType: z.boolean().optional(),
  applicableIssueTypes: z.array(id).nullable().optional(),
  items: z.array(itemSchema).nullable().optional(),
  /** Kinds 7 and 8: free text beside the choices is allowed. */
  allowInput: z.boolean().nullable().optional(),
});
export type BacklogCustomField = z.infer<typeof customFieldSchema>;

const named = { id, name: z.string() };
const text = z.string().nullable();
const otherValue = text.optional();
const choice = itemSchema.nullable();
const choices = z
  .array(itemSchema)
  .nullable()
  .transform((items) => items ?? []);

/**
 * Value of a custom field inside an issue. Backlog lists every field that applies to the type of the issue, with null
 * or `[]` when unset. Kinds that this version does not know have `fieldTypeId` 0.
 */
export const customFieldValueSchema = z.union([
  z.looseObject({ ...named, fieldTypeId: z.literal([1, 2]), value: text }),
  z.looseObject({ ...named, fieldTypeId: z.literal(3), value: z.number().nullable() }),
  /** A day, written like `2026-08-11T00:00:00Z`. */
  z.looseObject({ ...named, fieldTypeId: z.literal(4), value: text }),
  z.looseObject({ ...named, fieldTypeId: z.literal(5), value: choice }),
  z.looseObject({ ...named, fieldTypeId: z.literal(6), value: choices }),
  z.looseObject({ ...named, fieldTypeId: z.literal(7), value: choices, otherValue }),
  z.looseObject({ ...named, fieldTypeId: z.literal(8), value: choice, otherValue }),
  z.looseObject({
    ...named,
    fieldTypeId: z
      .number()
      .int()
      .gt(8)
      .transform(() => 0 as const),
  }),
]);
export type BacklogCustomFieldValue = z.infer<typeof customFieldValueSchema>;

/** The definition of a custom field, without what the product does not use. */
export function customFieldInfo(field: BacklogCustomField): CustomFieldInfo {
  const { id: fieldId, typeId, name, required } = field;
  return {
    id: fieldId,
    typeId,
    name,
    required,
    applicableTypeIds: field.useIssueType === false ? [] : (field.applicableIssueTypes ?? []),
    items: (field.items ?? []).map((item) => ({ id: item.id, name: item.name })),
    allowInput: field.allowInput ?? false,
  };
}
