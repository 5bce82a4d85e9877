import { describe, expect, test } from 'vitest';
import { errorCodes } from '@/lib/errors';
import en from './messages/en.json';
import ja from './messages/ja.json';

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key));
}

function valuesOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => valuesOf(inner, path ? `${path}.${key}` : key));
}

/** Names of the values a message expects, e.g. `{count, number}` → count; branches of a plural are text. */
function slots(message: string): string[] {
  return [
    ...new Set(
      [...message.matchAll(/(?<!(?:one|other|=\d+)\s)\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? ''),
    ),
  ].sort();
}

describe('the sentences', () => {
  test('Japanese and English have the same keys', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(ja).sort());
  });

  test('every error code has a sentence in both languages', () => {
    expect(Object.keys(ja.errors).sort()).toEqual(expect.arrayContaining([...errorCodes].sort()));
  });

  test('both languages use the same values', () => {
    const english = new Map(valuesOf(en));
    const differing = valuesOf(ja).filter(
      ([path, message]) => slots(message).join() !== slots(english.get(path) ?? '').join(),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  test('no sentence is empty and none shouts', () => {
    const odd = [...valuesOf(ja), ...valuesOf(en)].filter(
      ([, message]) => message.trim() === '' || /[!！]/.test(message),
    );
    expect(odd).toEqual([]);
  });
});
