import { ConnectionDropped } from './connection-dropped';

/**
 * An answer that promises the length of the whole body and breaks off after `firstHalf`. Read as a stream it
 * fails there; the server sends `firstHalf` and cuts the socket.
 */
export class TruncatedResponse extends Response {
  readonly firstHalf: Uint8Array;

  constructor(firstHalf: Uint8Array, init: ResponseInit) {
    let sent = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent) controller.error(new ConnectionDropped());
        else controller.enqueue(firstHalf);
        sent = true;
      },
    });
    super(body, init);
    this.firstHalf = firstHalf;
  }
}

/** Breaks an answer off half-way. */
export async function truncate(response: Response): Promise<TruncatedResponse> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('Content-Length', String(bytes.length));
  return new TruncatedResponse(bytes.slice(0, Math.floor(bytes.length / 2)), {
    status: response.status,
    headers,
  });
}
