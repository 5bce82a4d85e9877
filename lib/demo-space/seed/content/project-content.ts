/** One part of a product that issues talk about. */
export interface Feature {
  readonly name: string;
  /** Category tag that issues about it carry. */
  readonly category: string;
  /** Things inside it that break, change or are asked for. */
  readonly parts: readonly string[];
}

/** The vocabulary from which one project's subjects are composed. */
export interface ProjectContent {
  readonly features: readonly Feature[];
  /** When a defect shows; completed by a comma-free clause, e.g. `Safariで`. */
  readonly conditions: readonly string[];
  /** What a defect looks like; follows `…の〈part〉`. */
  readonly defects: readonly string[];
  /** What a task does; follows `…の〈part〉`. */
  readonly tasks: readonly string[];
  /** What a request asks for; follows `…の〈part〉`. */
  readonly requests: readonly string[];
  /** Parts that are processes rather than things one sees, with endings that fit those. */
  readonly flow?: {
    readonly parts: readonly string[];
    readonly defects: readonly string[];
    readonly tasks: readonly string[];
    readonly requests: readonly string[];
  };
  /** Whole subjects around a month or a round, with `{n}` for a number. */
  readonly routines: readonly string[];
  /** Hand-written subjects of the kind, used before composed ones. */
  readonly written: {
    readonly defect: readonly string[];
    readonly task: readonly string[];
    readonly request: readonly string[];
    readonly other: readonly string[];
  };
}
