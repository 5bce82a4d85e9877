import { type FormShelf, formShelf } from '@/components/operations/kept-form';
import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionInput, ActionOutput } from '@/lib/actions/define-action';
import type { overdueDraft } from '@/lib/actions/overdue/draft';
import type { OverdueForm } from './overdue-form';

/** The server action that makes the plan of an overdue marking. */
export type DraftOverdue = (
  space: string,
  input: ActionInput<typeof overdueDraft>,
) => Promise<ActionResult<ActionOutput<typeof overdueDraft>>>;

export const overdueShelf = (host: string): FormShelf<OverdueForm> => formShelf(`ikkatsu.overdue.${host}`, 1);
