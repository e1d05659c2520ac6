import { kindOf, linesIn } from './shard-text.ts';
import type { ReadTx, WriteTx } from './store.ts';

/** Under which `meta` says how many rows of a kind can be found. */
const countKey = (kind: string): string => `count/${kind}`;

async function counted(tx: ReadTx, kind: string): Promise<number> {
  const texts = await tx.scan('search', { from: '', to: '\uffff' });
  return texts.reduce((sum, { value }) => {
    const text = value as string;
    return kindOf(text) === kind ? sum + linesIn(text) : sum;
  }, 0);
}

/** How many rows of a kind can be found; a database that an earlier release filled has no number yet. */
export async function countOf(tx: ReadTx, kind: string): Promise<number> {
  const known = (await tx.get('meta', countKey(kind))) as number | undefined;
  return known ?? counted(tx, kind);
}

/** @param rows by how many there are more, as the search texts that were put before already show */
export async function addToCount(tx: WriteTx, kind: string, rows: number): Promise<void> {
  const known = (await tx.get('meta', countKey(kind))) as number | undefined;
  await tx.put('meta', countKey(kind), known === undefined ? await counted(tx, kind) : known + rows);
}
