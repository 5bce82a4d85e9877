import { describe, expect, it } from 'vitest';
import { readArguments } from './demo-space-options';

describe('the options of the demo space', () => {
  it('have the values of the fixed interface when left out', () => {
    expect(readArguments([])).toEqual({
      port: 4010,
      tlsPort: null,
      spaceName: 'hoshikawa',
      seed: 'standard',
      today: undefined,
      stateFile: null,
      options: { limits: {} },
    });
  });

  it('reach the space', () => {
    const args = '--limit-update 5 --limit-icon 0 --latency 20 --window clock-minute --window-seconds 2';
    expect(readArguments([...args.split(' '), '--access-token-ttl', '9', '--tls-port', '0'])).toMatchObject({
      tlsPort: 0,
      options: {
        limits: { update: 5, icon: 0 },
        latencyMs: 20,
        window: 'clock-minute',
        windowSeconds: 2,
        accessTokenTtlSeconds: 9,
      },
    });
  });

  it.each([
    ['--port', 'x'],
    ['--name', 'other'],
    ['--window-seconds', '0'],
    ['--nothing', '1'],
  ])('refuse %s %s', (flag, value) => {
    expect(() => readArguments([flag, value])).toThrow();
  });
});
