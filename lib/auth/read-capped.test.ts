import { expect, test } from 'vitest';
import { readCapped } from './read-capped';

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://127.0.0.1/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

test('a body within the cap is read as text, whatever its chunks', async () => {
  const bytes = new TextEncoder().encode('key=鍵');
  const split = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, 5));
      controller.enqueue(bytes.slice(5));
      controller.close();
    },
  });
  expect(await readCapped(post(split), 100)).toBe('key=鍵');
  expect(await readCapped(new Request('http://127.0.0.1/', { method: 'POST' }), 100)).toBe('');
});

test('a body over the cap is given up at the cap, not after its end', async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1_000));
    },
  });
  expect(await readCapped(post(endless), 10_000)).toBeNull();
  expect(pulled).toBeLessThan(20);
});

test('a body that says itself that it is over the cap is not read at all', async () => {
  const request = post('x', { 'content-length': '20000' });
  expect(await readCapped(request, 10_000)).toBeNull();
  expect(request.bodyUsed).toBe(false);
});
