'use server';

import type { ActionInput } from '@/lib/actions/define-action';
import { plansDraftBulkUpdate } from '@/lib/actions/plans/draft-bulk-update';
import { serverAction } from '@/lib/server/action';

/** Makes a plan of a selection and changes. Writes nothing to Backlog. */
export async function draftPlan(space: string, input: ActionInput<typeof plansDraftBulkUpdate>) {
  return serverAction(plansDraftBulkUpdate)(space, input);
}
