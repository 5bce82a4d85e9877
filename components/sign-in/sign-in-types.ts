import type { ActionError, ActionResult } from '@/lib/actions/action-result';

export interface OfferedSpace {
  host: string;
  /** For links into Backlog. */
  origin: string;
  name: string | null;
}

/** What the server knows before the person does anything. */
export interface SignInView {
  demo: boolean;
  /** Spaces to choose from; empty = the address is asked for. */
  offered: OfferedSpace[];
  space: (OfferedSpace & { checked: boolean }) | null;
  failure: ActionError | null;
  returnTo: string;
  backTo: { host: string; name: string } | null;
}

export type CheckSpace = (address: string) => Promise<ActionResult<{ host: string; origin: string }>>;
