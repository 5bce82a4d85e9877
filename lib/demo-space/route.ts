import type { Access } from './access';
import { everyone } from './access';
import type { DemoContext } from './context';
import type { RateClass } from './rate-class';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An answer other than "200 with this JSON". */
export class Reply {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** An answer that is not JSON, such as a file. */
export class BinaryReply {
  constructor(
    readonly bytes: Uint8Array | string,
    readonly contentType: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** One endpoint below `/api/v2`. */
export interface Route {
  method: Method;
  /** Pattern below `/api/v2`, e.g. `/projects/:project/statuses`; fixed words go before parameters in the list. */
  path: string;
  access: Access;
  rate: RateClass;
  /** Returns the JSON value for a 200, or a `Reply`; throws `ApiError`. Undefined is answered with 204. */
  handle(ctx: DemoContext): unknown;
}

interface RouteOptions {
  access?: Access;
  rate?: RateClass;
}

/** Describes an endpoint. The rate class is `read` for GET and `update` for the rest unless given. */
export function route(
  method: Method,
  path: string,
  handle: (ctx: DemoContext) => unknown,
  options: RouteOptions = {},
): Route {
  return {
    method,
    path,
    handle,
    access: options.access ?? everyone,
    rate: options.rate ?? (method === 'GET' ? 'read' : 'update'),
  };
}
