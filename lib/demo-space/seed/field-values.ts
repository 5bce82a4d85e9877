import type { CustomFieldValue } from '../rows';
import { addDays } from './dates';
import type { IssueDraft, SeedScope } from './draft';
import type { Prng } from './prng';
import type { ProjectSeed } from './project-seed';

type Field = ProjectSeed['fields'][number];

function otherValue(prng: Prng, field: Field): string | null {
  return field.row.allowInput && prng.chance(0.12) ? prng.pick(field.plan.texts ?? ['その他']) : null;
}

function fieldValue(prng: Prng, field: Field, created: string): CustomFieldValue {
  const ids = field.row.items.map((item) => item.id);
  switch (field.row.typeId) {
    case 1:
    case 2:
      return { value: prng.pick(field.plan.texts ?? ['確認済み']), otherValue: null };
    case 3: {
      const min = typeof field.row.min === 'number' ? field.row.min : 0;
      const max = typeof field.row.max === 'number' ? field.row.max : 40;
      const whole = prng.int(min, Math.min(max, min + 40));
      return { value: prng.chance(0.1) && whole < max ? whole + 0.25 : whole, otherValue: null };
    }
    case 4:
      return { value: addDays(created, prng.int(3, 40)), otherValue: null };
    case 5:
    case 8:
      return { value: prng.pick(ids), otherValue: otherValue(prng, field) };
    case 6:
    case 7:
      return {
        value: prng.sample(ids, prng.int(1, Math.min(3, ids.length))),
        otherValue: otherValue(prng, field),
      };
  }
}

/** Values for the fields that apply to an issue type; each field is filled as often as its plan says. */
export function fieldValues(
  scope: SeedScope,
  project: ProjectSeed,
  issue: { issueTypeId: number; created: string; always: boolean },
): IssueDraft['customFields'] {
  const values: IssueDraft['customFields'] = {};
  for (const field of project.fields) {
    const types = field.row.applicableIssueTypes;
    if (types.length > 0 && !types.includes(issue.issueTypeId)) continue;
    const must = field.row.required && issue.always;
    if (scope.prng.chance(field.plan.filled) || must) {
      values[field.row.id] = fieldValue(scope.prng, field, issue.created);
    }
  }
  return values;
}
