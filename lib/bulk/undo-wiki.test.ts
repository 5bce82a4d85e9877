import { describe, expect, it } from 'vitest';
import type { PlanStep } from './plan';
import { reference } from './plan-fixtures';
import { stepItem } from './plan-steps';
import type { StepImage, WikiImage } from './step-image';
import { planUndo } from './undo';
import type { StepToUndo } from './undo-steps';

const WEB = 1;
const page: WikiImage = { id: 9, name: 'Sprint 24 の記録', content: '# 記録\n- 完了 18件', createdBy: 3 };
const { name, content } = page;

const did = (
  step: PlanStep,
  images: { before: StepImage; after: StepImage } | null,
  outcome: StepToUndo['outcome'] = 'applied',
): StepToUndo => {
  const row = stepItem(step, { number: 2, stage: 2 });
  const { before = null, after = null } = images ?? {};
  return { kind: 'step', plan: { ...row, step }, outcome, before, after };
};
const none = { milestone: null, wiki: null };
const created = did(
  { kind: 'createWiki', projectId: WEB, name, content },
  { before: { ...none, known: [] }, after: { milestone: null, wiki: page } },
);
const deleted = did(
  { kind: 'deleteWiki', projectId: WEB, wikiId: 9, name, content },
  { before: { milestone: null, wiki: page }, after: none },
);

/** The row that takes a step back, given the pages that are there now. */
function undo(item: StepToUndo, ...pages: WikiImage[]) {
  const [row] = planUndo({
    items: [item],
    issues: new Map(),
    parents: new Map(),
    milestones: new Map(),
    wikis: new Map([[WEB, pages]]),
    reference,
  });
  return row;
}
const codes = (row: ReturnType<typeof undo>) => row?.blocks.map((block) => block.code);

describe('the undo of a wiki page', () => {
  it('deletes what the run created, only if a person includes the row', () => {
    expect(undo(created, page)).toMatchObject({
      pile: 'needsReview',
      included: false,
      step: { kind: 'deleteWiki', projectId: WEB, wikiId: 9, name, content },
      warnings: [{ code: 'DELETES_WIKI', values: { wiki: name } }],
    });
  });

  it('takes other line ends for the same text', () => {
    const stored = { ...page, content: '# 記録\r\n- 完了 18件\r\n' };
    expect(undo(created, stored)?.pile).toBe('needsReview');
  });

  it.each([
    ['edited', { ...page, content: `${content}\n- 追記` }],
    ['renamed', { ...page, name: 'Sprint 24' }],
  ])('never deletes a page that somebody has %s since', (_case, now) => {
    const row = undo(created, now);
    expect(row).toMatchObject({ pile: 'blocked', included: false });
    expect(codes(row)).toEqual(['CHANGED_SINCE_RUN']);
  });

  it('has nothing to do when the page is gone, and nothing to say of one that nobody knows of', () => {
    expect(undo(created)).toMatchObject({ pile: 'unchanged', included: false });
    expect(codes(undo(did(created.plan.step, null, 'unknown'), page))).toEqual(['NOT_TO_UNDO']);
  });

  it('undone itself, makes the page anew, unless the name is taken', () => {
    expect(undo(deleted)).toMatchObject({
      pile: 'change',
      step: { kind: 'createWiki', projectId: WEB, name, content },
    });
    expect(codes(undo(deleted, { ...page, id: 12 }))).toEqual(['CHANGED_SINCE_RUN']);
  });
});
