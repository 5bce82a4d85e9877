import { type DiffField, type FieldImage, imageFields } from '@/lib/bulk';

/** Fields that an image speaks of. */
export function touchedFields(image: FieldImage): DiffField[] {
  return imageFields(image);
}
