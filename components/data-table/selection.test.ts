import { describe, expect, it } from 'vitest';
import { emptySelection, headState, rangeBetween, reduceSelection, type Selection } from './selection';

interface Row {
  id: number;
}
type State = Selection<Row, string>;

const shown: Row[] = [5, 3, 9, 1, 7].map((id) => ({ id }));
const row = (id: number): Row => ({ id });
const ids = (state: State) => [...state.rows.keys()].sort((a, b) => a - b);
const toggle = (state: State, id: number, range = false, list: readonly Row[] = shown) =>
  reduceSelection(state, { type: 'toggle', row: row(id), shown: list, range, known: shown });

describe('selection', () => {
  it('a second click takes a row out again', () => {
    const once = toggle(emptySelection(), 3);
    expect(ids(once)).toEqual([3]);
    expect(ids(toggle(once, 3))).toEqual([]);
  });

  it('a Shift range follows the shown order, in both directions', () => {
    expect(rangeBetween(shown, 1, row(3)).map((each) => each.id)).toEqual([3, 9, 1]);
    expect(ids(toggle(toggle(emptySelection(), 3), 1, true))).toEqual([1, 3, 9]);
    expect(ids(toggle(toggle(emptySelection(), 1), 3, true))).toEqual([1, 3, 9]);
  });

  it('a Shift range without a visible anchor is the one row', () => {
    expect(ids(toggle(emptySelection(), 9, true))).toEqual([9]);
    const anchored = toggle(emptySelection(), 3);
    expect(ids(toggle(anchored, 7, true, [row(9), row(7)]))).toEqual([3, 7]);
  });

  it('a Shift range that starts on a selected row takes the whole range out', () => {
    const all = reduceSelection<Row, string>(emptySelection(), { type: 'toggleShown', shown });
    const anchored = toggle(toggle(all, 5), 5);
    expect(ids(toggle(anchored, 9, true))).toEqual([1, 7]);
  });

  it('remembers that the head was ticked while rows still arrive, until another row is picked', () => {
    const ticked = reduceSelection<Row, string>(emptySelection(), { type: 'toggleShown', shown });
    expect(ticked.headTicked).toBe(true);
    expect(headState([...shown, row(11)], new Set(ids(ticked)))).toBe('mixed');
    expect(toggle(ticked, 5).headTicked).toBe(false);
    expect(reduceSelection<Row, string>(ticked, { type: 'toggleShown', shown }).headTicked).toBe(false);
  });

  it('survives a list that no longer shows the selected rows', () => {
    const before = toggle(emptySelection(), 3);
    const after = reduceSelection(before, { type: 'toggleShown', shown: [row(20), row(21)] });
    expect(ids(after)).toEqual([3, 20, 21]);
    const off = reduceSelection(after, { type: 'toggleShown', shown: [row(20), row(21)] });
    expect(ids(off)).toEqual([3]);
  });

  it('everything that matches turns into single rows when one is taken out', () => {
    const everything = reduceSelection<Row, string>(emptySelection(), {
      type: 'matching',
      what: 'filter',
      count: 2314,
    });
    expect(everything.matching).toEqual({ what: 'filter', count: 2314 });
    const without = toggle(everything, 9);
    expect(without.matching).toBeNull();
    expect(ids(without)).toEqual([1, 3, 5, 7]);
  });

  it('the head box is mixed while something is selected, also out of the list', () => {
    expect(headState(shown, new Set())).toBe(false);
    expect(headState(shown, new Set([5]))).toBe('mixed');
    expect(headState(shown, new Set([77]))).toBe('mixed');
    expect(headState(shown, new Set([1, 3, 5, 7, 9, 77]))).toBe(true);
    expect(headState([], new Set())).toBe(false);
  });
});
