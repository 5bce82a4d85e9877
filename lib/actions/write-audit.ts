import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/db';
import { audit } from '@/lib/db/schema';
import type { ActionContext } from './context';

/** One line of the record, in the transaction of what it records. Never secrets. */
export async function writeAudit(
  db: Database,
  { actor }: ActionContext,
  entry: { event: string; subjectId: string; data: Record<string, unknown> },
): Promise<void> {
  await db.insert(audit).values({
    id: randomUUID(),
    spaceHost: actor.spaceHost,
    userId: actor.userId,
    actorType: actor.type,
    ...entry,
  });
}
