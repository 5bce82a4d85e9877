import { expect, it } from 'vitest';
import { commentParts, shownComment, storedComment } from './comment-words';

const words = { due: '期限日', newDue: '新しい期限日', key: '課題キー' };

it('a template is shown in the reader’s words and stored as it was', () => {
  const stored = '{{key}}の{{due}}を{{newDue}}へ。{{other}} {} {メモ}';
  const shown = shownComment(stored, words);
  expect(shown).toBe('{課題キー}の{期限日}を{新しい期限日}へ。{{other}} {} {メモ}');
  expect(storedComment(shown, words)).toBe(stored);
});

it('placeholders are told from other words in braces, and every part knows its place', () => {
  expect(commentParts('{期限日}と{メモ}', words)).toEqual([
    { at: 0, text: '{期限日}', placeholder: true },
    { at: 5, text: 'と', placeholder: false },
    { at: 6, text: '{メモ}', placeholder: false },
  ]);
});
