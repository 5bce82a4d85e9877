import type {
  DiffField,
  FieldImage,
  IssueUpdateParams,
  Outcome,
  PlanItem,
  PlanStep,
  StepImage,
} from '@/lib/bulk';
import type { ItemReason } from './item-reason';

/** What was written down before a request was sent. */
export interface Intent {
  params: IssueUpdateParams;
  /** Touched fields as read right before. */
  before: FieldImage;
  /** `updated` of the issue at that moment. */
  issueUpdated: string;
}

/** What Backlog showed when it answered a write with success, but not with what was sent. */
export interface StaleAnswer {
  after: FieldImage;
  differs: DiffField[];
  durationMs: number;
  /** How often the issue was looked at again since. */
  checks: number;
}

/** An intent as the ledger keeps it. */
export type OpenIntent = Intent & {
  /** Backlog has had its time to carry it out. */
  settled: boolean;
  /** Set when it is known that the write took effect. */
  answer: StaleAnswer | null;
};

/** What a side step sends, by Backlog's own names; empty for a deletion. Days are yyyy-MM-dd. */
export interface StepParams {
  name?: string;
  content?: string;
  startDate?: string | null;
  releaseDueDate?: string | null;
  archived?: boolean;
}

/** What was written down before the request of a side step was sent. */
export interface StepIntent {
  params: StepParams;
  before: StepImage;
}

/** An item that has not ended. */
export interface LedgerItem {
  position: number;
  issueId: number;
  issueKey: string;
  /** Writes begun and not proven unsent. */
  attempt: number;
  plan: PlanItem;
  /** Set when a write was begun and its outcome is open; never for a side step. */
  intent: OpenIntent | null;
  /** The same of a side step; never for an issue. */
  stepIntent: (StepIntent & { settled: boolean }) | null;
}

/** An item that is a side step. */
export interface StepItem extends LedgerItem {
  plan: PlanItem & { step: PlanStep };
}

/** Whether an item is a side step: something beside issues is to be changed. */
export function isStep(item: LedgerItem): item is StepItem {
  return item.plan.step !== undefined;
}

/** A side step whose request was begun and is not decided. */
export interface OpenStep extends StepItem {
  stepIntent: StepIntent & { settled: boolean };
}

/** Whether the request of a side step is open. */
export function isOpenStep(item: StepItem): item is OpenStep {
  return item.stepIntent !== null;
}

/** An item whose write was begun and is not decided. */
export interface OpenItem extends LedgerItem {
  intent: OpenIntent;
}

/** An item whose write took effect, while Backlog still shows something else. */
export interface AnsweredItem extends OpenItem {
  intent: OpenIntent & { answer: StaleAnswer };
}

/** Whether a write took effect and only its result is not certain. */
export function isAnswered(item: LedgerItem): item is AnsweredItem {
  return item.intent?.answer != null;
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
  after?: FieldImage | StepImage;
  /** Id of what a side step created. */
  createdId?: number;
  differs?: DiffField[];
  reason?: ItemReason;
  durationMs?: number;
}
