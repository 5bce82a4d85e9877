import { AppError } from '@/lib/errors';

/** At most 63 characters before the first dot, as DNS allows. */
const spaceHost = /^[a-z0-9][a-z0-9-]{0,62}\.(backlog\.com|backlog\.jp|backlogtool\.com)$/;
/** Hosts of Backlog's own that are no spaces. */
const reserved = /^(www|support-ja|support-en)\./;

/** Why an address was refused; a value of the sentence, never of a decision. */
export type AddressFault = 'empty' | 'bareId' | 'notBacklog' | 'malformed';

export interface Space {
  /** Host as it stands in our paths and tables, e.g. `hoshikawa.backlog.com`, in demo mode with the port. */
  host: string;
  /** Where its API is: `https://` + host, or the demo origin. */
  origin: string;
}

export interface SpacePolicy {
  /** Hosts of `BACKLOG_SPACES`; null = any space of Backlog. */
  allowed: readonly string[] | null;
  /** Demo origins; when there are any, they are the only spaces. */
  demoOrigins: readonly string[];
}

export interface Spaces {
  /**
   * The space a person means by what they typed or pasted: a URL, or a host. A bare id is refused, because it may
   * exist under each of the three domains. Pure: no DNS and no request.
   * @throws AppError SPACE_ADDRESS_INVALID (details `fault`, `typed`) or SPACE_NOT_ALLOWED (details `host`)
   */
  fromTyped(text: string): Space;
  /** The space of a host out of a path, a cookie or a row; null when it is not allowed (any more). */
  fromHost(host: string): Space | null;
  /** Spaces to offer without asking: the demo's, or those of `BACKLOG_SPACES`. */
  offered: readonly Space[];
}

const fault = (typed: string, kind: AddressFault) =>
  new AppError('SPACE_ADDRESS_INVALID', { fault: kind, typed: typed.slice(0, 100) });

/** Host (and port) of a URL or host as people write it: full-width letters and any path are accepted. */
function hostOf(text: string): string {
  const typed = text.normalize('NFKC').replaceAll('。', '.').trim().toLowerCase();
  if (typed === '') throw fault(text, 'empty');
  if (typed.length > 500) throw fault(text, 'malformed');
  const host = typed.replace(/^https?:\/\//, '').split(/[/?#]/, 1)[0] ?? '';
  if (!/^[a-z0-9.:-]+$/.test(host)) throw fault(text, 'malformed');
  return host;
}

/** Builds the allow-list: the guard before every request that carries a credential of ours. */
export function createSpaces(policy: SpacePolicy): Spaces {
  const demo = new Map(policy.demoOrigins.map((origin) => [new URL(origin).host, origin]));
  const allows = (host: string) => policy.allowed === null || policy.allowed.includes(host);
  const fromHost = (host: string): Space | null => {
    const demoOrigin = demo.get(host);
    if (demo.size > 0) return demoOrigin === undefined ? null : { host, origin: demoOrigin };
    return spaceHost.test(host) && !reserved.test(host) && allows(host)
      ? { host, origin: `https://${host}` }
      : null;
  };
  const offered = demo.size > 0 ? [...demo.keys()] : (policy.allowed ?? []);
  return {
    fromHost,
    offered: offered.flatMap((host) => fromHost(host) ?? []),
    fromTyped(text) {
      const host = hostOf(text);
      const space = fromHost(host);
      if (space) return space;
      if (demo.size > 0) throw new AppError('SPACE_NOT_ALLOWED', { host });
      if (/^[a-z0-9-]+$/.test(host)) throw fault(text, 'bareId');
      if (!spaceHost.test(host)) throw fault(text, 'notBacklog');
      throw new AppError('SPACE_NOT_ALLOWED', { host });
    },
  };
}
