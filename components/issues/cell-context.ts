import type { ReferenceIndex } from '@/lib/columns/reference-index';
import type { Forecast } from './composer/effect';

/** What cells need besides their row. A new identity renders all rows on the screen again. */
export interface CellContext {
  index: ReferenceIndex;
  /** yyyy-MM-dd in the space's zone. */
  today: string;
  /** For links into Backlog. */
  origin: string;
  /** Proposed values of the composer; null while there is no change. */
  forecast: Forecast | null;
  words: CellWords;
}

/** Sentences and formats of cells, in the reader's language. */
export interface CellWords {
  noAssignee: string;
  /** Said before a value that is not in Backlog yet. */
  proposed: string;
  shortDay: (day: string) => string;
  day: (day: string) => string;
  ago: (iso: string) => string;
  instant: (iso: string) => string;
  overdue: (days: number) => string;
  priority: (name: string) => string;
  openInBacklog: (key: string) => string;
}
