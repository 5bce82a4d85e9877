import type { ActionError } from '@/lib/actions/action-result';
import { type Space, safeReturnTo } from '@/lib/auth';
import { env } from '@/lib/env';
import { errorCodes } from '@/lib/errors';
import { demoSpaceName } from './demo-space-names';
import { getRoot } from './root';
import { getSession } from './session';

export interface OfferedSpace {
  host: string;
  origin: string;
  name: string | null;
}

/** What the sign-in page shows first. */
export interface SignInView {
  demo: boolean;
  /** Spaces to choose from; empty = the address is asked for. */
  offered: OfferedSpace[];
  /** Space that is settled already; `checked` when it has answered in this sign-in. */
  space: (OfferedSpace & { checked: boolean }) | null;
  /** Why the last attempt ended, or why this page was shown. */
  failure: ActionError | null;
  returnTo: string;
  /** The space one came from to add another one. */
  backTo: { host: string; name: string } | null;
}

type Query = Record<string, string | string[] | undefined>;
const one = (query: Query, name: string) => {
  const value = query[name];
  return typeof value === 'string' ? value : undefined;
};

/** Failures that happen only after the space has answered. */
const afterCheck: ReadonlySet<string> = new Set(['CONSENT_REFUSED', 'SIGN_IN_FAILED', 'API_KEY_WRONG']);

const firstSegment = (path: string) => {
  try {
    return decodeURIComponent(path.split(/[/?#]/)[1] ?? '');
  } catch {
    return '';
  }
};

/** The page for its query, or where to go instead when one is signed in already. */
export async function signInView(query: Query): Promise<SignInView | { redirectTo: string }> {
  const { appUrl, mode } = env.app();
  const [{ spaces }, session] = await Promise.all([getRoot(), getSession()]);
  const returnTo = safeReturnTo(one(query, 'callbackUrl'), appUrl);
  const code = errorCodes.find((known) => known === one(query, 'error'));
  const [first] = session?.connections ?? [];
  const adding = one(query, 'add') !== undefined;
  if (first && !adding && !code) {
    return { redirectTo: returnTo === '/' ? `/${first.spaceHost}/issues` : returnTo };
  }

  const demo = mode === 'demo';
  const named = async (space: Space): Promise<OfferedSpace> => ({
    ...space,
    name: demo ? await demoSpaceName(space.origin) : null,
  });
  const offered = await Promise.all(spaces.offered.map(named));
  const asked = spaces.fromHost(one(query, 'space') ?? firstSegment(returnTo));
  const only = offered.length === 1 ? offered[0] : undefined;
  const settled = asked ? await named(asked) : only;
  return {
    demo,
    offered,
    space: settled ? { ...settled, checked: code !== undefined && afterCheck.has(code) } : null,
    failure: code ? { code, details: { host: settled?.host ?? '—' } } : null,
    returnTo,
    backTo: first ? { host: first.spaceHost, name: first.spaceName } : null,
  };
}
