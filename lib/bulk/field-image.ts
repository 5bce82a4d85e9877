import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { customValueOf } from './custom-values';
import {
  dateValueOf,
  type FieldImage,
  fieldValueOf,
  type IssueKeys,
  isDateField,
  isHoursField,
  isListField,
  listValueOf,
  namedValueOf,
  OLD_RECORDS_TIMEZONE,
  sameValue,
} from './issue-values';
import { type DiffField, fixedFields, isCustomFieldKey } from './plan';

/**
 * The named fields of an issue as they are now. A custom field that the issue does not have is null.
 *
 * @param timezone IANA zone of the space; matters for date values of old records only
 * @param keyOf keys of parents by id, as far as they are known
 */
export function imageOf(
  issue: BacklogIssue,
  fields: Iterable<DiffField>,
  timezone: string = OLD_RECORDS_TIMEZONE,
  keyOf?: IssueKeys,
): FieldImage {
  const image: FieldImage = {};
  for (const field of fields) {
    if (isCustomFieldKey(field)) image[field] = customValueOf(issue, field, timezone);
    else if (isDateField(field)) image[field] = dateValueOf(issue, field, timezone);
    else if (isHoursField(field)) image[field] = issue[field];
    else if (isListField(field)) image[field] = listValueOf(issue, field);
    else image[field] = namedValueOf(issue, field, keyOf);
  }
  return image;
}

/** Fields that an image speaks of: fixed ones in reading order, then custom ones. */
export function imageFields(image: FieldImage): DiffField[] {
  const fixed = fixedFields.filter((field) => image[field] !== undefined);
  return [...fixed, ...Object.keys(image).filter(isCustomFieldKey)];
}

/** Fields in which an issue is not (or no longer) what the image shows; empty means "still as it was". */
export function differsFromImage(
  image: FieldImage,
  issue: BacklogIssue,
  timezone: string = OLD_RECORDS_TIMEZONE,
): DiffField[] {
  return imageFields(image).filter(
    (field) => !sameValue(image[field] ?? null, fieldValueOf(issue, field, timezone)),
  );
}
