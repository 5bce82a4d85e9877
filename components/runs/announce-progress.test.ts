import { describe, expect, it } from 'vitest';
import { shouldAnnounce } from './announce-progress';

describe('announcing progress', () => {
  const at = 1_000_000;
  const last = { processed: 10, at };

  it('says nothing at the first look', () => {
    expect(shouldAnnounce(null, { processed: 10, total: 100 }, at)).toBe(false);
  });

  it('speaks at every tenth', () => {
    expect(shouldAnnounce(last, { processed: 19, total: 100 }, at + 1000)).toBe(false);
    expect(shouldAnnounce(last, { processed: 20, total: 100 }, at + 1000)).toBe(true);
  });

  it('speaks after 15 s when something has moved, and only then', () => {
    expect(shouldAnnounce(last, { processed: 11, total: 100 }, at + 15_000)).toBe(true);
    expect(shouldAnnounce(last, { processed: 10, total: 100 }, at + 60_000)).toBe(false);
  });

  it('always says the end', () => {
    expect(shouldAnnounce({ processed: 99, at }, { processed: 100, total: 100 }, at + 10)).toBe(true);
  });
});
