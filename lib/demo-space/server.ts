import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { DemoSpace } from './app';
import { TruncatedResponse } from './truncate';

export interface Listening {
  /** `http://127.0.0.1:4010` */
  origin: string;
  port: number;
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0 takes any free port. */
  port: number;
  /** PEM texts; https when given. */
  tls?: { key: string; cert: string };
}

/** Serves a demo space on 127.0.0.1. A connection that a fault cuts is destroyed without an answer. */
export async function listen(space: DemoSpace, options: ListenOptions): Promise<Listening> {
  const listener = getRequestListener(
    async (request, env) => {
      // The types of the adapter cannot know that this server speaks HTTP/1 only.
      const { outgoing } = env as HttpBindings;
      try {
        const response = await space.handle(request);
        if (!(response instanceof TruncatedResponse)) return response;
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.write(response.firstHalf, () => outgoing.socket?.destroy());
      } catch {
        outgoing.socket?.destroy();
      }
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  return {
    origin: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
