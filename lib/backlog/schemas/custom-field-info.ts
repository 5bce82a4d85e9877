/** What the product has to know of a custom field. */
export interface CustomFieldInfo {
  id: number;
  typeId: number;
  name: string;
  required: boolean;
  /** Issue types that have the field; empty = all. */
  applicableTypeIds: number[];
  /** Choices in display order; empty for other kinds. */
  items: { id: number; name: string }[];
  /** Free text beside the choices is allowed. */
  allowInput: boolean;
}

/** Whether issues of a type have the field. */
export function appliesTo(field: Pick<CustomFieldInfo, 'applicableTypeIds'>, typeId: number): boolean {
  return field.applicableTypeIds.length === 0 || field.applicableTypeIds.includes(typeId);
}
