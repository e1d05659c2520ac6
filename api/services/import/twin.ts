/** Rows of one part that share a key: all but the first are its twins. */
export function twinsOf<R>(
  rows: readonly R[],
  keysOf: (row: R) => readonly string[],
): { first: R[]; twins: { row: R; of: R }[] } {
  const holder = new Map<string, R>();
  const first: R[] = [];
  const twins: { row: R; of: R }[] = [];
  for (const row of rows) {
    const keys = keysOf(row);
    const of = keys.map((key) => holder.get(key)).find((found) => found !== undefined);
    if (of === undefined) first.push(row);
    else twins.push({ row, of });
    for (const key of keys) if (!holder.has(key)) holder.set(key, of ?? row);
  }
  return { first, twins };
}
