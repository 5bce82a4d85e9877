/** One request as the demo space received it. */
export interface LoggedRequest {
  seq: number;
  at: string;
  method: string;
  path: string;
  query: string | Record<string, unknown>;
  body: unknown;
  contentType?: string | null;
  userId: number | null;
  status: number;
  appliedAt?: string;
}

const writing = new Set(['POST', 'PATCH', 'PUT', 'DELETE']);

/** What a journey may do to a demo space besides using the product: read its log, reset it, edit as somebody else. */
export class DemoSpace {
  constructor(readonly url: string) {}

  private async post(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }

  /** Fresh data, so that every journey starts from the same issues. */
  async reset(): Promise<void> {
    await this.post('/_demo/reset', { seed: 'standard' });
    await fetch(`${this.url}/_demo/faults`, { method: 'DELETE' });
  }

  /** Somebody else changes an issue in Backlog. */
  async edit(issueKey: string, fields: Record<string, string>, as: string): Promise<void> {
    await this.post('/_demo/edit', { issueKey, fields, as });
  }

  /** Scripts faults, in the words of the demo space. */
  async faults(faults: unknown[]): Promise<void> {
    await this.post('/_demo/faults', faults);
  }

  /** Backlog stops accepting every token and key of a person. */
  async revoke(userId: string): Promise<void> {
    await this.post('/_demo/revoke', { userId });
  }

  async log(since = 0): Promise<LoggedRequest[]> {
    const response = await fetch(`${this.url}/_demo/log?since=${since}`);
    return response.json();
  }

  /** Every writing request to the API itself; signing in (`/oauth2/`) changes no data of Backlog. */
  async writes(since = 0): Promise<LoggedRequest[]> {
    const log = await this.log(since);
    return log.filter(
      (entry) =>
        writing.has(entry.method) &&
        entry.path.startsWith('/api/v2/') &&
        !entry.path.startsWith('/api/v2/oauth2/'),
    );
  }

  async lastSeq(): Promise<number> {
    return (await this.log()).at(-1)?.seq ?? 0;
  }

  /** Somebody takes a person out of a project, by Backlog's own pages. */
  async removeMember(projectKey: string, userId: number): Promise<void> {
    const response = await fetch(`${this.url}/api/v2/projects/${projectKey}/users`, {
      method: 'DELETE',
      headers: { 'Backlog-API-Key': 'demo-admin-key' },
      body: new URLSearchParams({ userId: String(userId) }),
    });
    if (!response.ok) throw new Error(`${projectKey} answered ${response.status}`);
  }

  /** Asks the API as a person, without the product in between. */
  async get<T>(path: string, apiKey = 'demo-admin-key'): Promise<T> {
    const response = await fetch(`${this.url}/api/v2${path}`, { headers: { 'Backlog-API-Key': apiKey } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  }
}
