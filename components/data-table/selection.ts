/** A row that can be selected. */
export interface Identified {
  id: number;
}

/**
 * What is selected. Rows are kept as they were when they were selected, so the selection survives every filter and
 * sort; null stands for a row of which only the id is known. `matching` instead means everything a filter matches,
 * resolved when the plan is made; rows are then empty.
 */
export interface Selection<R extends Identified, M> {
  rows: ReadonlyMap<number, R | null>;
  matching: { what: M; count: number } | null;
  /** Row that the next Shift-click extends from. */
  anchorId: number | null;
  /** The box in the head was ticked last: rows that arrive later do not take back the offer to select them too. */
  headTicked: boolean;
}

export type SelectionAction<R extends Identified, M> =
  /** `shown` is the list in its present order. `known` are the loaded rows of `matching`. */
  | { type: 'toggle'; row: R; shown: readonly R[]; range: boolean; known: readonly R[] }
  /** Selects all of these, whatever they were. */
  | { type: 'add'; rows: readonly R[] }
  /** The box in the head: everything shown, or nothing of it when all of it is selected. */
  | { type: 'toggleShown'; shown: readonly R[] }
  | { type: 'matching'; what: M; count: number }
  | { type: 'clear' };

export function emptySelection<R extends Identified, M>(): Selection<R, M> {
  return { rows: new Map(), matching: null, anchorId: null, headTicked: false };
}

/** A selection of ids alone, e.g. of a plan that is taken up again. */
export function selectionOfIds<R extends Identified, M>(ids: Iterable<number>): Selection<R, M> {
  return { ...emptySelection<R, M>(), rows: new Map([...ids].map((id) => [id, null])) };
}

/** The rows between the anchor and the clicked row, both included, in either direction. */
export function rangeBetween<R extends Identified>(
  shown: readonly R[],
  anchorId: number | null,
  row: R,
): readonly R[] {
  const to = shown.findIndex((each) => each.id === row.id);
  const from = anchorId === null ? -1 : shown.findIndex((each) => each.id === anchorId);
  if (to < 0 || from < 0) return [row];
  return shown.slice(Math.min(from, to), Math.max(from, to) + 1);
}

export function reduceSelection<R extends Identified, M>(
  state: Selection<R, M>,
  action: SelectionAction<R, M>,
): Selection<R, M> {
  switch (action.type) {
    case 'toggle': {
      const rows: Map<number, R | null> = state.matching ? mapOf(action.known) : new Map(state.rows);
      const on = !rows.has(action.row.id);
      const touched = action.range ? rangeBetween(action.shown, state.anchorId, action.row) : [action.row];
      for (const row of touched) {
        if (on) rows.set(row.id, row);
        else rows.delete(row.id);
      }
      return { rows, matching: null, anchorId: action.row.id, headTicked: false };
    }
    case 'add': {
      if (state.matching) return state;
      const rows = new Map(state.rows);
      for (const row of action.rows) rows.set(row.id, row);
      return { ...state, rows, anchorId: action.rows.at(-1)?.id ?? state.anchorId, headTicked: false };
    }
    case 'toggleShown': {
      if (state.matching) return emptySelection();
      const rows = new Map(state.rows);
      const all = action.shown.length > 0 && action.shown.every((row) => rows.has(row.id));
      for (const row of action.shown) {
        if (all) rows.delete(row.id);
        else rows.set(row.id, row);
      }
      return { ...state, rows, headTicked: !all };
    }
    case 'matching':
      return { ...emptySelection<R, M>(), matching: { what: action.what, count: action.count } };
    case 'clear':
      return emptySelection();
  }
}

/** State of the box in the head, over the rows of the list. */
export function headState(shown: readonly Identified[], selected: ReadonlySet<number>): boolean | 'mixed' {
  const inList = shown.filter((row) => selected.has(row.id)).length;
  if (inList > 0 && inList === shown.length) return true;
  return selected.size > 0 ? 'mixed' : false;
}

function mapOf<R extends Identified>(rows: readonly R[]): Map<number, R | null> {
  return new Map(rows.map((row) => [row.id, row]));
}
