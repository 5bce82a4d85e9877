import { describe, expect, it } from 'vitest';
import type { WikiStep } from '@/lib/bulk';
import type { StepIntent } from './ledger-item';
import { decideWiki, findWiki, type WikiNow } from './wiki-decisions';

const ME = 3;
const name = 'Sprint 24 の記録';
const content = '# 記録\n- 完了 18件';
const create: WikiStep = { kind: 'createWiki', projectId: 10, name, content };
const remove: WikiStep = { kind: 'deleteWiki', projectId: 10, wikiId: 9, name, content };
const page = (given: Partial<WikiNow> = {}): WikiNow => ({
  id: 9,
  name,
  content,
  createdBy: ME,
  by: null,
  ...given,
});

describe('what to do with a step about a wiki page', () => {
  it('creates one only where the name is free, and notes which pages were there', () => {
    expect(decideWiki(create, [page({ name: `${name} (旧)` })])).toEqual({
      kind: 'send',
      params: { name, content },
      before: { milestone: null, wiki: null, known: [9] },
    });
    expect(decideWiki(create, [page({ content: '別の内容' })])).toEqual({
      kind: 'end',
      outcome: 'rejected',
      reason: { code: 'NAME_TAKEN' },
    });
  });

  it('deletes only what is as it was written, and says who has edited it', () => {
    const by = { name: '鈴木 健太', at: '2026-11-24T00:00:00Z' };
    expect(decideWiki(remove, [page()])).toMatchObject({ kind: 'send', params: {} });
    expect(decideWiki(remove, [page({ content: `${content}\n追記`, by })])).toEqual({
      kind: 'end',
      outcome: 'conflict',
      reason: { code: 'CHANGED_MEANWHILE', by },
    });
    expect(decideWiki(remove, [page({ name: '別名' })])).toMatchObject({ outcome: 'conflict' });
    expect(decideWiki(remove, [])).toEqual({ kind: 'end', outcome: 'unchanged' });
  });
});

describe('how an open step about a wiki page ended', () => {
  const intent: StepIntent = {
    params: { name, content },
    before: { milestone: null, wiki: null, known: [7] },
  };
  const find = (...pages: WikiNow[]) => findWiki(create, intent, pages, ME);

  it('is applied by a new page of this name and this text that our person made', () => {
    const { by: _, ...wiki } = page();
    expect(find(page())).toEqual({ kind: 'applied', after: { milestone: null, wiki }, createdId: 9 });
  });

  it.each([
    ['was there before', page({ id: 7 })],
    ['has another text', page({ content: '別の内容' })],
    ['has another name', page({ name: '別名' })],
    ['somebody else made', page({ createdBy: 4 })],
    ['nobody is known to have made', page({ createdBy: null })],
  ])('is not told by a page that %s', (_case, other) => {
    expect(find(other)).toEqual({ kind: 'notApplied' });
  });

  it('is told by absence for a deletion', () => {
    const before = { params: {}, before: { milestone: null } };
    expect(findWiki(remove, before, [], ME)).toMatchObject({ kind: 'applied' });
    expect(findWiki(remove, before, [page()], ME)).toEqual({ kind: 'notApplied' });
  });
});
