import { type FormShelf, formShelf } from '@/components/operations/kept-form';
import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionInput, ActionOutput } from '@/lib/actions/define-action';
import type { handoverDraft } from '@/lib/actions/handover/draft';
import type { HandoverForm } from './handover-form';

/** The server action that makes the plan of a handover. */
export type DraftHandover = (
  space: string,
  input: ActionInput<typeof handoverDraft>,
) => Promise<ActionResult<ActionOutput<typeof handoverDraft>>>;

/** The form, and whether it became the plan of its number and was not touched since. */
interface KeptHandover {
  form: HandoverForm;
  done: boolean;
}

/** Where this tab keeps the form of a space. */
export function handoverShelf(host: string): FormShelf<KeptHandover> {
  return formShelf(`ikkatsu.handover.${host}`, 1);
}
