/**
 * A shard as text: `kind NL`, then a line a row, `id TAB key TAB key TAB json NL`. One row is found, read, replaced
 * or taken out without parsing the others: of a page with 500 known people each may stand in a shard of its own.
 * JSON has no bare tab or line end, so the last tab of a line ends its keys.
 */
const bare = (text: string): string => (/[\t\n]/.test(text) ? text.replace(/[\t\n]/g, ' ') : text);

export const emptyShard = (kind: string): string => `${kind}\n`;
export const kindOf = (shard: string): string => shard.slice(0, shard.indexOf('\n'));

export const shardLine = (id: string, keys: readonly string[], row: unknown): string =>
  `${[id, ...keys].map(bare).join('\t')}\t${JSON.stringify(row)}\n`;

/** Where the line of a row begins, or -1. */
const startOf = (text: string, id: string): number => text.indexOf(`\n${bare(id)}\t`) + 1 || -1;
const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
};
const rowOf = (line: string): unknown => JSON.parse(line.slice(line.lastIndexOf('\t') + 1));

export const hasRow = (shard: string, id: string): boolean => startOf(shard, id) >= 0;

export function rowIn(shard: string, id: string): unknown {
  const at = startOf(shard, id);
  return at < 0 ? undefined : rowOf(lineAt(shard, at));
}

/** The keys that a row stands under. */
export function keysIn(shard: string, id: string): string[] {
  const at = startOf(shard, id);
  return at < 0 ? [] : lineAt(shard, at).split('\t').slice(1, -1);
}

/** Every row of the shard that stands under the key, by id. */
export function rowsUnder(shard: string, key: string, found: Map<string, unknown>): void {
  const wanted = `\t${bare(key)}\t`;
  for (let at = shard.indexOf(wanted); at >= 0; ) {
    const line = lineAt(shard, at);
    const id = line.slice(0, line.indexOf('\t'));
    if (!found.has(id)) found.set(id, rowOf(line));
    at = shard.indexOf(wanted, shard.indexOf('\n', at));
  }
}

/** The text without the line of a row; for shards and for their search text, which has lines of the same form. */
export function without(text: string, id: string): string {
  const at = startOf(text, id);
  if (at < 0) return text;
  return text.slice(0, at) + text.slice(text.indexOf('\n', at) + 1);
}

/** How many rows the text has a line of. */
export function linesIn(text: string): number {
  let lines = -1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Ids of all rows, in the order they stand. */
export const idsIn = (shard: string): string[] =>
  shard
    .split('\n')
    .slice(1, -1)
    .map((line) => line.slice(0, line.indexOf('\t')));
