import { sameWiki, type WikiImage, type WikiStep } from '@/lib/bulk';
import type { StepIntent } from './ledger-item';
import type { StepDecision, StepFinding } from './step-decisions';

/** A page as Backlog shows it now. */
export interface WikiNow extends WikiImage {
  /** Who edited it last, and when (UTC instant). */
  by: { name: string; at: string } | null;
}

/**
 * What to do with a side step about a wiki page.
 *
 * @param pages of a creation: those that mention the name; of a deletion: the page itself, or none
 */
export function decideWiki(step: WikiStep, pages: readonly WikiNow[]): StepDecision {
  if (step.kind === 'createWiki') {
    const { name, content } = step;
    if (pages.some((one) => one.name === name)) {
      return { kind: 'end', outcome: 'rejected', reason: { code: 'NAME_TAKEN' } };
    }
    const before = { milestone: null, wiki: null, known: pages.map((one) => one.id) };
    return { kind: 'send', params: { name, content }, before };
  }
  const page = pages.find((one) => one.id === step.wikiId);
  if (page === undefined) return { kind: 'end', outcome: 'unchanged' };
  const { by, ...wiki } = page;
  if (!sameWiki(wiki, step)) {
    return { kind: 'end', outcome: 'conflict', reason: { code: 'CHANGED_MEANWHILE', by } };
  }
  return { kind: 'send', params: {}, before: { milestone: null, wiki } };
}

/**
 * Decides an open side step about a wiki page by what Backlog shows now.
 *
 * @param userId whose run it is: a page that somebody else made is never taken for ours
 */
export function findWiki(
  step: WikiStep,
  { before }: StepIntent,
  pages: readonly WikiNow[],
  userId: number,
): StepFinding {
  if (step.kind === 'deleteWiki') {
    const gone = !pages.some((one) => one.id === step.wikiId);
    return gone ? { kind: 'applied', after: { milestone: null, wiki: null } } : { kind: 'notApplied' };
  }
  const known = new Set(before.known);
  const page = pages.find((one) => !known.has(one.id) && one.createdBy === userId && sameWiki(one, step));
  if (page === undefined) return { kind: 'notApplied' };
  const { by: _, ...wiki } = page;
  return { kind: 'applied', after: { milestone: null, wiki }, createdId: wiki.id };
}
