import { restoreSnapshot } from '@/lib/db';
import { EnvironmentError, env, loadEnvironmentFile } from '@/lib/env';

/**
 * `npm run restore-snapshot [-- <file>]`: puts the newest snapshot of the embedded database, or the named one, in the
 * place of one that does not open any more.
 */
async function main(): Promise<void> {
  loadEnvironmentFile();
  const { dataDir } = env.database();
  if (dataDir === undefined) {
    throw new EnvironmentError(['DATABASE_URL is set: snapshots are taken of the embedded database only']);
  }
  const { snapshot, movedTo } = await restoreSnapshot(dataDir, new Date(), process.argv[2]);
  console.log(`The database is as it was at ${snapshot.takenAt.toISOString()} (${snapshot.file}).`);
  if (movedTo !== null) console.log(`The former one was kept: ${movedTo}`);
  console.log(
    'Plans and runs made after that moment are not in it; what they changed in Backlog stands. Runs that were open at ' +
      'that moment are read again at Backlog at the next start and go on from there. Now start the application.',
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
