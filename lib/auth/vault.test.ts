import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSecret, sealSecret } from './secrets';
import { createVault } from './vault';

const key = (id: string) => ({ id, key: randomBytes(32) });
const owner = { spaceHost: 'hoshikawa.backlog.com', userId: 7 };

test('a sealed text opens again and shows nothing of itself', () => {
  const vault = createVault([key('k1')]);
  const sealed = vault.seal('canary-token', 'bound');
  expect(vault.open(sealed, 'bound')).toBe('canary-token');
  expect(Buffer.from(sealed.cipherText, 'base64').includes('canary')).toBe(false);
  expect(vault.seal('canary-token', 'bound').cipherText).not.toBe(sealed.cipherText);
});

test('a row copied to another person, space or key id does not open', () => {
  const vault = createVault([key('k1'), key('k2')]);
  const sealed = sealSecret(vault, owner, { kind: 'apiKey', apiKey: 'abc' });
  expect(openSecret(vault, owner, sealed)).toEqual({ kind: 'apiKey', apiKey: 'abc' });
  expect(() => openSecret(vault, { ...owner, userId: 8 }, sealed)).toThrow();
  expect(() => openSecret(vault, { ...owner, spaceHost: 'other.backlog.com' }, sealed)).toThrow();
  expect(() => openSecret(vault, owner, { ...sealed, keyId: 'k2' })).toThrow();
});

test('one altered byte is noticed', () => {
  const vault = createVault([key('k1')]);
  const sealed = vault.seal('canary-token', 'bound');
  const bytes = Buffer.from(sealed.cipherText, 'base64');
  for (const at of [0, 13, bytes.length - 1]) {
    const altered = Buffer.from(bytes);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => vault.open({ ...sealed, cipherText: altered.toString('base64') }, 'bound')).toThrow();
  }
});

test('after rotation old texts open, new ones use the new key, and a removed key closes its texts', () => {
  const [old, fresh] = [key('2026'), key('2027')];
  const sealed = createVault([old]).seal('token', 'bound');
  const rotating = createVault([fresh, old]);
  expect(rotating.open(sealed, 'bound')).toBe('token');
  expect(rotating.seal('token', 'bound').keyId).toBe('2027');
  expect(() => createVault([fresh]).open(sealed, 'bound')).toThrow();
});
