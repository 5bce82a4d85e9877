import { randomBytes } from 'node:crypto';

interface Code {
  userId: number;
  clientId: string;
  redirectUri: string;
  expiresAt: number;
}

interface Token {
  userId: number;
  clientId: string;
  expiresAt: number;
}

export interface TokenPair {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  refresh_token: string;
}

export type BearerCheck =
  | { kind: 'valid'; userId: number }
  | { kind: 'expired'; userId: number }
  | { kind: 'invalid' };

/** Live tokens, by token. Codes are left out: they live for minutes. */
export interface GrantSnapshot {
  access: [string, Token][];
  refresh: [string, { userId: number; clientId: string }][];
}

const CODE_LIFETIME_MS = 10 * 60 * 1000;

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Authorization codes and tokens. Codes work once; refreshing replaces the refresh token. */
export class GrantStore {
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, Token>();
  readonly #refresh = new Map<string, { userId: number; clientId: string }>();

  constructor(
    private readonly accessTtlSeconds: number,
    private readonly now: () => number,
  ) {}

  issueCode(userId: number, clientId: string, redirectUri: string): string {
    const code = secret();
    this.#codes.set(code, { userId, clientId, redirectUri, expiresAt: this.now() + CODE_LIFETIME_MS });
    return code;
  }

  /** Null when the code is unknown, used, expired, or was issued for another client or redirect URI. */
  exchange(code: string, clientId: string, redirectUri: string): TokenPair | null {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    if (!grant || grant.expiresAt <= this.now()) return null;
    if (grant.clientId !== clientId || grant.redirectUri !== redirectUri) return null;
    return this.#issue(grant.userId, clientId);
  }

  /** Null when the refresh token is unknown, already replaced, revoked, or another client's. */
  refresh(refreshToken: string, clientId: string): TokenPair | null {
    const grant = this.#refresh.get(refreshToken);
    if (!grant || grant.clientId !== clientId) return null;
    this.#refresh.delete(refreshToken);
    return this.#issue(grant.userId, clientId);
  }

  check(accessToken: string): BearerCheck {
    const token = this.#access.get(accessToken);
    if (!token) return { kind: 'invalid' };
    return { kind: token.expiresAt <= this.now() ? 'expired' : 'valid', userId: token.userId };
  }

  /** Ends every code and token of a person. */
  revoke(userId: number): void {
    for (const map of [this.#codes, this.#access, this.#refresh])
      for (const [key, grant] of map) if (grant.userId === userId) map.delete(key);
  }

  snapshot(): GrantSnapshot {
    return { access: [...this.#access], refresh: [...this.#refresh] };
  }

  restore(snapshot: GrantSnapshot): void {
    this.#codes.clear();
    this.#access.clear();
    this.#refresh.clear();
    for (const [key, token] of snapshot.access) this.#access.set(key, token);
    for (const [key, grant] of snapshot.refresh) this.#refresh.set(key, grant);
  }

  #issue(userId: number, clientId: string): TokenPair {
    const access = secret();
    const refresh = secret();
    this.#access.set(access, { userId, clientId, expiresAt: this.now() + this.accessTtlSeconds * 1000 });
    this.#refresh.set(refresh, { userId, clientId });
    return {
      access_token: access,
      token_type: 'Bearer',
      expires_in: this.accessTtlSeconds,
      refresh_token: refresh,
    };
  }
}
