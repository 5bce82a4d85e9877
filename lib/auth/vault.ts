import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

export interface SealedText {
  /** base64 of nonce (12 bytes) + tag (16 bytes) + ciphertext. */
  cipherText: string;
  keyId: string;
}

export interface Vault {
  /** Encrypts under the first key. `bound` (additional authenticated data) has to be given again to open. */
  seal(text: string, bound: string): SealedText;
  /** @throws Error when the key is gone, the text was altered, or it is bound to something else */
  open(sealed: SealedText, bound: string): string;
  /** Id of the key that encrypts; rows under another one wait for re-encryption. */
  activeKeyId: string;
}

/** AES-256-GCM with key ids: put a new key in front to rotate, older ones still open. */
export function createVault(keys: readonly { id: string; key: Buffer }[]): Vault {
  const [active] = keys;
  if (!active) throw new Error('a vault needs a key');
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    activeKeyId: active.id,
    seal(text, bound) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, active.key, iv).setAAD(Buffer.from(bound));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return {
        cipherText: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64'),
        keyId: active.id,
      };
    },
    open({ cipherText, keyId }, bound) {
      const key = byId.get(keyId);
      if (!key) throw new Error('encryption key is gone');
      const bytes = Buffer.from(cipherText, 'base64');
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(bound))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
        'utf8',
      );
    },
  };
}
