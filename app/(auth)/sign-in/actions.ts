'use server';

import { checkSpaceAddress } from '@/lib/server/check-space';

/** Checks a typed address with one request without credentials. */
export async function checkSpace(address: unknown) {
  return checkSpaceAddress(address);
}
