import { expect, test } from 'vitest';
import { createReadGate } from './read-gate';

test('two pass, the third waits for its turn, first come first served', async () => {
  const gate = createReadGate();
  const order: string[] = [];
  const leaveFirst = await gate.enter();
  await gate.enter();
  const third = gate.enter().then((leave) => {
    order.push('third');
    return leave;
  });
  const fourth = gate.enter().then(() => order.push('fourth'));
  leaveFirst();
  leaveFirst();
  const leaveThird = await third;
  expect(order).toEqual(['third']);
  leaveThird();
  await fourth;
  expect(order).toEqual(['third', 'fourth']);
});

test('an abort gives up the place in the queue', async () => {
  const gate = createReadGate(1);
  const leave = await gate.enter();
  const controller = new AbortController();
  const aborted = gate.enter(controller.signal);
  const next = gate.enter();
  controller.abort(new Error('gone'));
  await expect(aborted).rejects.toThrow('gone');
  leave();
  await next;
  await expect(gate.enter(AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
});
