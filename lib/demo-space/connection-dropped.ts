/**
 * The demo space cut the connection. Looks like what `fetch` throws, so that a client given `handle` as its
 * `fetch` meets what it would meet on a socket; the server destroys the socket when it sees it.
 */
export class ConnectionDropped extends TypeError {
  constructor() {
    super('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
    this.name = 'TypeError';
  }
}
