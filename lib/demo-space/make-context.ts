import type { DemoContext } from './context';
import type { Params } from './params';
import type { Upload } from './receive';
import type { Lang, UserRow } from './rows';
import type { Runtime } from './runtime';

/** The language in which a person, or an unknown caller, is answered. */
export function languageOf(runtime: Runtime, user: UserRow | null): Lang {
  return user?.lang ?? runtime.state.space.lang;
}

interface Call {
  user: UserRow;
  params: Params;
  path?: Readonly<Record<string, string>>;
  method: string;
  origin: string;
  upload?: Upload | null;
}

/** The context a route handler runs in. */
export function makeContext(runtime: Runtime, call: Call): DemoContext {
  return {
    user: call.user,
    lang: languageOf(runtime, call.user),
    state: runtime.state,
    params: call.params,
    path: call.path ?? {},
    method: call.method,
    origin: call.origin,
    upload: call.upload ?? null,
    now: () => Math.floor(runtime.now() / 1000) * 1000,
    standing: (rateClass) => runtime.rates.peek(call.user.id, rateClass),
  };
}
