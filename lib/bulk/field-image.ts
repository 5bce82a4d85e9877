import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import {
  dateValueOf,
  type FieldImage,
  fieldValueOf,
  listValueOf,
  namedValueOf,
  OLD_RECORDS_TIMEZONE,
  sameValue,
} from './issue-values';
import { type DiffField, diffFields } from './plan';

/**
 * The named fields of an issue as they are now.
 *
 * @param timezone IANA zone of the space; matters for date values of old records only
 */
export function imageOf(
  issue: BacklogIssue,
  fields: Iterable<DiffField>,
  timezone: string = OLD_RECORDS_TIMEZONE,
): FieldImage {
  const image: FieldImage = {};
  for (const field of fields) {
    switch (field) {
      case 'dueDate':
      case 'startDate':
        image[field] = dateValueOf(issue, field, timezone);
        break;
      case 'milestone':
      case 'category':
        image[field] = listValueOf(issue, field);
        break;
      default:
        image[field] = namedValueOf(issue, field);
    }
  }
  return image;
}

/** Fields in which an issue is not (or no longer) what the image shows; empty means "still as it was". */
export function differsFromImage(
  image: FieldImage,
  issue: BacklogIssue,
  timezone: string = OLD_RECORDS_TIMEZONE,
): DiffField[] {
  return diffFields.filter((field) => {
    const then = image[field];
    return then !== undefined && !sameValue(then, fieldValueOf(issue, field, timezone));
  });
}
