import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';

const debianFolder = '/usr/lib/postgresql';

/** Folder of PostgreSQL's programs, newest version first; null when it is not installed. */
export function postgresFolder() {
  if (!existsSync(debianFolder)) return null;
  const versions = readdirSync(debianFolder)
    .filter((name) => existsSync(join(debianFolder, name, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a));
  return versions[0] ? join(debianFolder, versions[0], 'bin') : null;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * A PostgreSQL of its own in a temporary folder, run by an unprivileged user (initdb refuses root), on loopback only.
 * Resolves to its address and how to stop it.
 */
export async function startPostgres() {
  const bin = postgresFolder();
  if (!bin)
    throw new Error(
      'PostgreSQL is not installed; set TEST_DATABASE_URL or install the Debian package postgresql.',
    );
  const folder = mkdtempSync(join(tmpdir(), 'ikkatsu-pg-'));
  const asRoot = getuid() === 0;
  const user = asRoot ? 'postgres' : null;
  if (user) {
    const id = (flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  const as = (program, args) =>
    user
      ? execFileSync('runuser', ['-u', user, '--', join(bin, program), ...args], {
          stdio: 'pipe',
          cwd: folder,
        })
      : execFileSync(join(bin, program), args, { stdio: 'pipe', cwd: folder });
  const port = await freePort();
  const data = join(folder, 'data');
  as('initdb', ['-D', data, '-A', 'trust', '-U', 'ikkatsu', '-E', 'UTF8', '--no-sync']);
  as('pg_ctl', [
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`,
    'start',
  ]);
  return {
    url: `postgres://ikkatsu@127.0.0.1:${port}/postgres`,
    stop: async () => {
      as('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
