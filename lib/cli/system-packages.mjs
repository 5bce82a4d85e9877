import { existsSync } from 'node:fs';
import { getuid, platform } from 'node:process';
import { postgresFolder } from './postgres.mjs';
import { must, run } from './processes.mjs';

/** What the tests need from the system: how to see that it is there, and the Debian package that brings it. */
const needs = [
  { what: 'Chromium', package: 'chromium', there: () => existsSync('/usr/bin/chromium') },
  {
    what: 'Japanese fonts',
    package: 'fonts-noto-cjk',
    there: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  { what: 'PostgreSQL', package: 'postgresql', there: () => postgresFolder() !== null },
];

/** Installs what is missing by apt where that is possible; otherwise says what to install. */
export async function ensureSystemPackages() {
  const missing = needs.filter((need) => !need.there());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.package);
  const canInstall = platform === 'linux' && getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    throw new Error(
      `Missing: ${missing.map((need) => need.what).join(', ')}. On Debian: sudo apt-get install ${names.join(' ')}`,
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update'], { env })) !== 0)
    console.error('apt-get update failed; trying to install anyway.');
  await must('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
}
