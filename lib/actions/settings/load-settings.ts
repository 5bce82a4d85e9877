import { and, eq } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { preferences } from '@/lib/db/schema';
import type { ActionContext } from '../context';
import type { Settings } from './settings-schema';

const initial: Settings = { stopAfterFailures: 20 };

/** What this person has chosen at this space, else what applies until they choose. */
export async function loadSettings(db: Database, { actor }: ActionContext): Promise<Settings> {
  const [row] = await db
    .select({ stopAfterFailures: preferences.stopAfterFailures })
    .from(preferences)
    .where(and(eq(preferences.spaceHost, actor.spaceHost), eq(preferences.userId, actor.userId)));
  return row ?? initial;
}
