import type { DemoContext } from './context';

/** The part of a list that `offset` and `count` (1–100, 20 unless given) ask for. */
export function pageByOffset<Row>(ctx: DemoContext, rows: readonly Row[]): Row[] {
  const count = ctx.params.intWithin('count', 1, 100, 20);
  const offset = ctx.params.intWithin('offset', 0, Number.MAX_SAFE_INTEGER, 0);
  return rows.slice(offset, offset + count);
}

/**
 * The part of a list that `minId`, `maxId` (both exclusive), `count` (1–100, 20 unless given) and `order`
 * (newest first unless given) ask for.
 */
export function pageById<Row extends { id: number }>(ctx: DemoContext, rows: readonly Row[]): Row[] {
  const { params } = ctx;
  const count = params.intWithin('count', 1, 100, 20);
  const minId = params.int('minId') ?? Number.NEGATIVE_INFINITY;
  const maxId = params.int('maxId') ?? Number.POSITIVE_INFINITY;
  const sign = params.oneOf('order', ['asc', 'desc']) === 'asc' ? 1 : -1;
  return rows
    .filter((row) => row.id > minId && row.id < maxId)
    .sort((a, b) => sign * (a.id - b.id))
    .slice(0, count);
}
