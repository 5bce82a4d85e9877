import { join } from 'node:path';

/** Migrations are read from the checkout: every command of ours runs at its root. */
export const migrationsFolder = join(process.cwd(), 'lib', 'db', 'migrations');
