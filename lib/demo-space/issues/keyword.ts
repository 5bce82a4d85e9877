import type { IssueRow } from '../rows';
import type { SpaceState } from '../state';

/** Folded texts by the row they belong to, with the text they were made from. */
const FOLDED = new WeakMap<object, { texts: readonly string[]; folded: string }>();

/** Compatibility forms, widths and letter cases made equal. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function foldedOf(row: object, texts: readonly string[]): string {
  const known = FOLDED.get(row);
  if (known?.texts.every((text, at) => text === texts[at])) return known.folded;
  const folded = fold(texts.join('\n'));
  FOLDED.set(row, { texts, folded });
  return folded;
}

/** The words of a keyword; all of them must be found. */
export function wordsOf(keyword: string): string[] {
  return fold(keyword).split(/\s+/).filter(Boolean);
}

/** Whether every word occurs in the summary, the description or a comment. */
export function matchesKeyword(state: SpaceState, issue: IssueRow, words: readonly string[]): boolean {
  const own = foldedOf(issue, [issue.summary, issue.description]);
  let missing = words.filter((word) => !own.includes(word));
  if (missing.length === 0) return true;
  for (const comment of state.comments.in(issue.id)) {
    if (comment.content === null) continue;
    const text = foldedOf(comment, [comment.content]);
    missing = missing.filter((word) => !text.includes(word));
    if (missing.length === 0) return true;
  }
  return false;
}
