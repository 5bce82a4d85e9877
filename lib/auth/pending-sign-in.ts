import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** How long a person may take on Backlog's consent page, seconds. */
export const pendingSeconds = 15 * 60;

const pendingSchema = z.strictObject({
  spaceHost: z.string(),
  /** Own-origin path to go to afterwards. */
  returnTo: z.string(),
  /** Epoch milliseconds. */
  until: z.number(),
});
/** A sign-in that was sent to Backlog: which space the answer has to come from. */
export type PendingSignIn = z.infer<typeof pendingSchema>;

const mac = (secret: string, payload: string) =>
  createHmac('sha256', secret).update(`ikkatsu.space\n${payload}`).digest('base64url');

/** Cookie value: the payload and its HMAC. It is set together with next-auth's state cookie. */
export function signPending(secret: string, pending: PendingSignIn): string {
  const payload = Buffer.from(JSON.stringify(pending)).toString('base64url');
  return `${payload}.${mac(secret, payload)}`;
}

/** The pending sign-in of a cookie; null when it is absent, forged or too old. */
export function readPending(secret: string, cookie: string | undefined, now: number): PendingSignIn | null {
  const [payload, given] = cookie?.split('.') ?? [];
  if (!payload || !given) return null;
  const expected = Buffer.from(mac(secret, payload));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  const parsed = pendingSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return parsed.success && parsed.data.until > now ? parsed.data : null;
}
