/**
 * Rows by id and by group, in the order they were added. Lists of some ten thousand rows are read as plain
 * arrays, without copies.
 */
export class Table<Row extends { id: number }> {
  readonly #byId = new Map<number, Row>();
  readonly #groups = new Map<number, Row[]>();
  readonly #groupOf: (row: Row) => number;
  #rows: Row[] = [];
  #nextId: number;

  /** `groupOf` names the group that `in()` looks up; `firstId` is the first id `nextId()` hands out. */
  constructor(firstId: number, groupOf: (row: Row) => number = () => 0) {
    this.#nextId = firstId;
    this.#groupOf = groupOf;
  }

  /** A fresh id, never handed out before and above every id that was added. */
  nextId(): number {
    const id = this.#nextId;
    this.#nextId += 1;
    return id;
  }

  /** Adds the row and returns it. Throws when the id is taken. */
  add(row: Row): Row {
    if (this.#byId.has(row.id)) throw new Error(`The id ${row.id} is taken`);
    this.#byId.set(row.id, row);
    this.#rows.push(row);
    const group = this.#groupOf(row);
    const rows = this.#groups.get(group);
    if (rows) rows.push(row);
    else this.#groups.set(group, [row]);
    if (row.id >= this.#nextId) this.#nextId = row.id + 1;
    return row;
  }

  get(id: number): Row | undefined {
    return this.#byId.get(id);
  }

  has(id: number): boolean {
    return this.#byId.has(id);
  }

  /** Every row in the order of addition. */
  all(): readonly Row[] {
    return this.#rows;
  }

  /** The rows of one group in the order of addition. */
  in(group: number): readonly Row[] {
    return this.#groups.get(group) ?? [];
  }

  delete(id: number): boolean {
    const row = this.#byId.get(id);
    if (!row) return false;
    this.#byId.delete(id);
    this.#rows = this.#rows.filter((other) => other !== row);
    const group = this.#groupOf(row);
    this.#groups.set(
      group,
      (this.#groups.get(group) ?? []).filter((other) => other !== row),
    );
    return true;
  }

  get size(): number {
    return this.#rows.length;
  }
}
