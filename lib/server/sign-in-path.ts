import { headers } from 'next/headers';
import type { ErrorCode } from '@/lib/errors';
import { pathHeader } from './path-header';

/** The sign-in page with the reason and the way back to the page of this request. */
export async function signInPath(reason: ErrorCode): Promise<string> {
  const query = new URLSearchParams({ error: reason });
  const path = (await headers()).get(pathHeader);
  if (path) query.set('callbackUrl', path);
  return `/sign-in?${query.toString()}`;
}
