import { expect, test } from 'vitest';
import { leftOutAfter } from './left-out-after';

const shown = [{ id: 1 }, { id: 2 }];

test('an emptied box leaves its issue out once, a ticked one takes it in again', () => {
  expect(leftOutAfter([1], shown, false)).toEqual([1, 2]);
  expect(leftOutAfter([1, 2], [{ id: 1 }], true)).toEqual([2]);
});

test('boxes that are not on the list stay as they are', () => {
  expect(leftOutAfter([9], shown, false)).toEqual([9, 1, 2]);
  expect(leftOutAfter([9, 1], shown, true)).toEqual([9]);
});
