/** Which issues are left out once the boxes of `rows` are ticked or emptied. */
export function leftOutAfter(
  leftOut: Iterable<number>,
  rows: readonly { id: number }[],
  ticked: boolean,
): number[] {
  const next = new Set(leftOut);
  for (const { id } of rows) {
    if (ticked) next.delete(id);
    else next.add(id);
  }
  return [...next];
}
