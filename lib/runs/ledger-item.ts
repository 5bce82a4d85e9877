import type { DiffField, FieldImage, IssueUpdateParams, Outcome, PlanItem } from '@/lib/bulk';
import type { ItemReason } from './item-reason';

/** What was written down before a request was sent. */
export interface Intent {
  params: IssueUpdateParams;
  /** Touched fields as read right before. */
  before: FieldImage;
  /** `updated` of the issue at that moment. */
  issueUpdated: string;
}

/** An item that has not ended. */
export interface LedgerItem {
  position: number;
  issueId: number;
  issueKey: string;
  /** Writes begun and not proven unsent. */
  attempt: number;
  plan: PlanItem;
  /** Set when a write was begun and its outcome is open. */
  intent: (Intent & { settled: boolean }) | null;
}

/** An item whose write was begun and is not decided. `settled`: Backlog has had its time to carry it out. */
export interface OpenItem extends LedgerItem {
  intent: Intent & { settled: boolean };
}

/** Whether a write of this item is open. */
export function isOpen(item: LedgerItem): item is OpenItem {
  return item.intent !== null;
}

/** What the ledger has to know of the run whose items it moves. */
export interface RunIdentity {
  id: string;
  planId: string;
  spaceHost: string;
  userId: number;
  actorType: 'user' | 'assistant' | 'mcp' | 'schedule';
}

export interface ItemResult {
  outcome: Outcome;
  after?: FieldImage;
  differs?: DiffField[];
  reason?: ItemReason;
  durationMs?: number;
}
