import { z } from 'zod';
import type { SealedText, Vault } from './vault';

const oauthSecret = z.strictObject({
  kind: z.literal('oauth'),
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Epoch milliseconds. */
  issuedAt: z.number(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
});
const apiKeySecret = z.strictObject({ kind: z.literal('apiKey'), apiKey: z.string() });
const secretSchema = z.discriminatedUnion('kind', [oauthSecret, apiKeySecret]);

/** What a connection keeps encrypted: everything needed to act as the person. */
export type ConnectionSecret = z.infer<typeof secretSchema>;
export type OauthSecret = z.infer<typeof oauthSecret>;

/** Whose secret it is. It is bound into the ciphertext, so a row copied to another person does not open. */
export interface Owner {
  spaceHost: string;
  userId: number;
}
const boundTo = ({ spaceHost, userId }: Owner) => `${spaceHost}\n${userId}`;

export const sealSecret = (vault: Vault, owner: Owner, secret: ConnectionSecret): SealedText =>
  vault.seal(JSON.stringify(secret), boundTo(owner));

/** @throws Error when the key is gone or the row was altered or moved */
export const openSecret = (vault: Vault, owner: Owner, sealed: SealedText): ConnectionSecret =>
  secretSchema.parse(JSON.parse(vault.open(sealed, boundTo(owner))));
