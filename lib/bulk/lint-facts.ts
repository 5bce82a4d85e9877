import type { NamedValue } from './plan';

/** A child issue that is not closed. */
export interface OpenChild {
  id: number;
  issueKey: string;
  /** Its own: ids of values hold for one project. */
  projectId: number;
}

/** What the checks before writing look at beside the issue itself. What is left out is not checked. */
export interface LintFacts {
  /** UTC instant at which the plan is made. */
  now?: string;
  /** The person whose plan it is: their own edits are no surprise to them. */
  actorId?: number;
  /** Japanese holidays, yyyy-MM-dd. */
  holidays?: ReadonlySet<string>;
  /** Issues whose last edit the person has been shown, as in a conflict that they decided about: it is no news. */
  reviewed?: ReadonlySet<number>;
  /** Issues that the plan closes. Left out: how it closes issues is not checked, as in an undo. */
  closing?: ReadonlySet<number>;
  /** The plan hands issues over. Left out: who gets a child and who its parent is not checked. */
  handover?: true;
  /** Who gets the issues that the plan hands over. */
  assigned?: ReadonlyMap<number, NamedValue | null>;
  /** Those of `closing` and `assigned` that are left out until a person includes them: a warning stands in the way. */
  held?: ReadonlySet<number>;
  /** Open children of the issues that the plan closes, by parent id. */
  openChildren?: ReadonlyMap<number, readonly OpenChild[]>;
}

export const noLintFacts: LintFacts = {};
