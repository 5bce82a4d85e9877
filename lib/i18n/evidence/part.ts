/** A value as a person reads it; `raw` where a spreadsheet can do more with it than with a text. */
export interface EvidenceValue {
  text: string;
  /** A number, or a day as yyyy-MM-dd. */
  raw?: number | { day: string };
}

/** What one line of a record is about: a field, a comment, a side step. */
export interface Part {
  field: string;
  /** Null where there is nothing to tell. */
  before: EvidenceValue | null;
  planned: EvidenceValue | null;
  /** At Backlog when the row ended. */
  after: EvidenceValue | null;
  /** Whether an undo can put the value back, or which plan did; empty where nothing was changed. */
  undo: string;
  /** Number of the plan that has put it back. */
  undoneBy: number | null;
  /** A field that had its value when the turn of the row came. */
  already?: true;
}
