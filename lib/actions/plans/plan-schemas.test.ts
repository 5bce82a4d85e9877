import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { planBulkUpdate } from '@/lib/bulk';
import { anyChanges, anyIssues } from '@/lib/bulk/plan-arbitraries';
import { inputOf } from '@/lib/bulk/plan-fixtures';
import { planItemSchema } from './plan-schemas';

it('every row of every plan passes as it is: no field, parameter or value is lost on the way out', () => {
  fc.assert(
    fc.property(anyIssues, anyChanges, (issues, changes) => {
      const items = planBulkUpdate(inputOf(issues, changes));
      expect(z.array(planItemSchema).parse(items)).toEqual(items);
    }),
  );
});

it('a row can be described as JSON schema', () => {
  expect(z.toJSONSchema(planItemSchema)).toMatchObject({ type: 'object' });
});
