import type { BacklogClient } from '@/lib/backlog';
import type { Database } from '@/lib/db';

/** Who acts, from where. It goes to the audit as it is. */
export interface Actor {
  type: 'user' | 'assistant' | 'mcp' | 'schedule';
  userId: number;
  userName: string;
  /** Host (and port in demo mode) of the space, as accepted by the allow-list. */
  spaceHost: string;
  roleType: number;
  /** IANA zone of the space. */
  timezone: string;
}

export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** All that a verb may touch. Sessions, environment and framework stay outside. */
export interface ActionContext {
  actor: Actor;
  backlog: BacklogClient;
  db: Database;
  clock: { now(): Date };
  log: Log;
  /** Tells the worker that a plan or run is waiting. */
  wake: () => void;
}
