import { type DiffField, diffFields, type FieldImage } from '@/lib/bulk';

/** Fields that an image speaks of. */
export function touchedFields(image: FieldImage): DiffField[] {
  return diffFields.filter((field) => image[field] !== undefined);
}
