import { existsSync } from 'node:fs';
import { getuid, platform } from 'node:process';
import { postgresFolder } from './postgres.mjs';
import { run } from './processes.mjs';

/**
 * What the tests need from the system: how to see that it is there, the Debian package that brings it, and what does
 * as well where that package cannot be had.
 */
const needs = [
  {
    what: 'Chromium',
    // Opens no window of its own around a page, which costs as much as many a page.
    package: 'chromium-headless-shell',
    there: () => existsSync('/usr/bin/chromium-headless-shell'),
    instead: () => existsSync('/usr/bin/chromium'),
  },
  {
    what: 'Japanese fonts',
    package: 'fonts-noto-cjk',
    there: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  { what: 'PostgreSQL', package: 'postgresql', there: () => postgresFolder() !== null },
];

const missing = () => needs.filter((need) => !need.there());

/** Installs what is missing by apt where that is possible; otherwise says what to install. */
export async function ensureSystemPackages() {
  if (missing().length === 0) return;
  if (platform === 'linux' && getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const patience = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];
    if ((await run('apt-get', [...patience, 'update'], { env })) !== 0)
      console.error('apt-get update failed; trying to install anyway.');
    const packages = missing().map((need) => need.package);
    await run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...packages], { env });
  }
  const lacking = missing().filter((need) => !need.instead?.());
  if (lacking.length === 0) return;
  const [what, packages] = [lacking.map((need) => need.what), lacking.map((need) => need.package)];
  throw new Error(`Missing: ${what.join(', ')}. On Debian: sudo apt-get install ${packages.join(' ')}`);
}
