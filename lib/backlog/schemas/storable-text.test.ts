import { expect, it } from 'vitest';
import { isStorableText } from './storable-text';

it.each([
  ['', true],
  ['ログイン画面 🎉\n=1+1', true],
  ['a\u0000b', false],
  ['half \ud83d pair', false],
])('%j is storable: %s', (text, storable) => {
  expect(isStorableText(text)).toBe(storable);
});
