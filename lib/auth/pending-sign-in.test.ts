import { expect, test } from 'vitest';
import { readPending, signPending } from './pending-sign-in';

const pending = { spaceHost: 'hoshikawa.backlog.com', returnTo: '/', until: 1_000 };

test('a pending sign-in is read back until its time is over', () => {
  const cookie = signPending('secret', pending);
  expect(readPending('secret', cookie, 999)).toEqual(pending);
  expect(readPending('secret', cookie, 1_000)).toBeNull();
});

test('a forged, cut or foreign cookie counts as none', () => {
  const cookie = signPending('secret', pending);
  const other = Buffer.from(JSON.stringify({ ...pending, spaceHost: 'evil.backlog.com' })).toString(
    'base64url',
  );
  for (const forged of [undefined, '', 'x', `${other}.${cookie.split('.')[1]}`, cookie.slice(0, -1)]) {
    expect(readPending('secret', forged, 0)).toBeNull();
  }
  expect(readPending('another secret', cookie, 0)).toBeNull();
});
