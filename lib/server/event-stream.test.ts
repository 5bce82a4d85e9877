import { expect, test, vi } from 'vitest';
import { eventStream } from './event-stream';

const decoder = new TextDecoder();
async function all(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  return text;
}
const base = {
  describe: (error: unknown) => ({ code: error instanceof Error ? error.message : '' }),
  stillAllowed: async () => undefined,
  signal: new AbortController().signal,
  pollMs: 1,
};

test('every change is sent once, the end closes the stream', async () => {
  const states = ['a', 'a', 'b', 'b', 'c'];
  const text = await all(
    eventStream({ ...base, read: async () => states.shift() ?? 'c', isEnd: (state) => state === 'c' }),
  );
  expect(text.match(/^data: .*$/gm)).toEqual(['data: "a"', 'data: "b"', 'data: "c"', 'data: {}']);
  expect(text).toMatch(/event: end\n/);
});

test('a failure is told as an event, by its code alone', async () => {
  const read = () => Promise.reject(new Error('NOT_FOUND'));
  const text = await all(eventStream({ ...base, read, isEnd: () => false }));
  expect(text).toContain('event: failed\ndata: {"code":"NOT_FOUND"}');
});

test('while nothing changes a heartbeat is sent and the right to listen is checked again', async () => {
  let checks = 0;
  const stillAllowed = async () => {
    checks += 1;
    if (checks === 3) throw new Error('UNAUTHENTICATED');
  };
  const text = await all(
    eventStream({ ...base, read: async () => 'same', isEnd: () => false, stillAllowed, heartbeatMs: 2 }),
  );
  expect(text.match(/^: /gm)).toHaveLength(2);
  expect(text).toContain('UNAUTHENTICATED');
});

test('a reader who leaves stops the polling', async () => {
  let reads = 0;
  const gone = new AbortController();
  const stream = eventStream({
    ...base,
    signal: gone.signal,
    read: async () => {
      reads += 1;
      if (reads === 3) gone.abort();
      return reads;
    },
    isEnd: () => false,
  });
  await all(stream);
  expect(reads).toBe(3);
});

test('the right to listen is checked again also while there is always something to tell', async () => {
  let reads = 0;
  let checks = 0;
  const read = async () => {
    reads += 1;
    return reads;
  };
  const stillAllowed = async () => {
    checks += 1;
    if (checks === 2) throw new Error('UNAUTHENTICATED');
  };
  const text = await all(
    eventStream({ ...base, read, isEnd: () => reads > 500, stillAllowed, heartbeatMs: 5 }),
  );
  expect(text).toContain('UNAUTHENTICATED');
  expect(text).not.toContain('event: end');
});

test('where a read takes long the next one waits longer, so that looking on never keeps the server busy', async () => {
  vi.useFakeTimers();
  try {
    let reads = 0;
    const gone = new AbortController();
    const read = async () => {
      reads += 1;
      vi.advanceTimersByTime(20);
      return reads;
    };
    const done = all(eventStream({ ...base, signal: gone.signal, read, isEnd: () => false }));
    await vi.advanceTimersByTimeAsync(399);
    expect(reads).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(reads).toBe(2);
    gone.abort();
    await done;
  } finally {
    vi.useRealTimers();
  }
});
