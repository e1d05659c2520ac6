import {
  type Counts,
  type ImportRules,
  importNouns,
  type Planned,
  type RowProblem,
} from '../../../shared/domain/import/planned.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { ImportPhase } from '../../messages/import.ts';
import { type ReadTx, startingWith, type WriteTx } from '../../mirror/store.ts';

/** A part that is in the outbox and not known to be answered: the rows it was made of. */
type Sent = { order: number; rows: number; from: number };

/** The one import that this device works on; kept beside the outbox, so that it goes on after any end. */
export type Job = {
  id: Id;
  file: string;
  /** Rows of the file, and how many of them were handed over. */
  total: number;
  staged: number;
  phase: ImportPhase;
  rules: ImportRules | null;
  /** Rows that are in the outbox, and those whose part was answered. */
  taken: number;
  arrived: number;
  sent: Sent[];
  counts: Counts;
  problems: number;
  startedAt: number | null;
  endedAt: number | null;
};

export const noCounts = (): Counts =>
  Object.fromEntries(importNouns.map((noun) => [noun, { added: 0, changed: 0, left: 0 }])) as Counts;
export const addCounts = (to: Counts, from: Counts): void => {
  for (const noun of importNouns)
    for (const what of ['added', 'changed', 'left'] as const) to[noun][what] += from[noun][what];
};

export const newJob = (id: Id, file: string, total: number): Job => ({
  ...{ id, file, total, staged: 0, phase: 'staged', rules: null, taken: 0, arrived: 0, sent: [] },
  ...{ counts: noCounts(), problems: 0, startedAt: null, endedAt: null },
});

// In `meta`, which stays when the rows of the server are forgotten and read anew.
const prefix = 'import/';
const jobKey = `${prefix}job`;
const padded = (at: number): string => String(at).padStart(9, '0');
const rowsKey = (from: number): string => `${prefix}rows/${padded(from)}`;
const problemsKey = (from: number): string => `${prefix}problems/${padded(from)}`;

export const jobIn = async (tx: ReadTx): Promise<Job | null> =>
  ((await tx.get('meta', jobKey)) as Job | undefined) ?? null;
export const putJob = (tx: WriteTx, job: Job): Promise<void> => tx.put('meta', jobKey, job);

/** The rows that were handed over with this index as their first, and the index after them. */
export const putRows = (tx: WriteTx, from: number, rows: Planned[]): Promise<void> =>
  tx.put('meta', rowsKey(from), rows);

/** The first handed over rows from an index on; null after the last. */
export async function rowsFrom(tx: ReadTx, from: number): Promise<{ from: number; rows: Planned[] } | null> {
  const range = { from: '', to: `${rowsKey(from)}\u0000`, reverse: true, limit: 1 };
  const [entry] = await tx.scan('meta', { ...range, from: rowsKey(0) });
  if (!entry) return null;
  const first = Number(entry.key.slice(rowsKey(0).length - 9));
  const rows = (entry.value as Planned[]).slice(from - first);
  return rows.length > 0 ? { from, rows } : null;
}

export async function dropRows(tx: WriteTx): Promise<void> {
  for (const { key } of await tx.scan('meta', startingWith(`${prefix}rows/`))) await tx.delete('meta', key);
}

/** Problems by the first row of the part that met them; what the server said of a part stands after them. */
export const putProblems = (tx: WriteTx, from: number, problems: RowProblem[], later = ''): Promise<void> =>
  problems.length > 0 ? tx.put('meta', problemsKey(from) + later, problems) : Promise.resolve();

export async function problemsIn(tx: ReadTx): Promise<RowProblem[]> {
  const all = await tx.scan('meta', startingWith(`${prefix}problems/`));
  return all.flatMap(({ value }) => value as RowProblem[]);
}

export async function dropJob(tx: WriteTx): Promise<void> {
  for (const { key } of await tx.scan('meta', startingWith(prefix))) await tx.delete('meta', key);
}
