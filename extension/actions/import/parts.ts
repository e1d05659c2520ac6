import type { Counts, ImportRules, RowProblem } from '../../../shared/domain/import/planned.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { type Decider, openDecider, type PartRows } from './decide.ts';
import { stagedRows } from './dry-run.ts';
import { addCounts, noCounts } from './job.ts';
import { type Joined, joinRows } from './joined.ts';
import { lookUp, type Names, readNames } from './known.ts';

/** Some rows of a file as one change: as many as fit. */
export type MadePart = {
  /** Index of its first row, and after its last. */
  from: number;
  to: number;
  rows: PartRows;
  counts: Counts;
  problems: RowProblem[];
};

/** JSON of one part, in UTF-16 code units: with what stands around it well under what one push takes. */
const mostChars = 150_000;
const mostItems = 1_000;

const nothing = (): PartRows => ({ companies: [], contacts: [], deals: [], interactions: [], changes: [] });
const lists = ['companies', 'contacts', 'deals', 'interactions', 'changes'] as const;
const itemsIn = (rows: PartRows): number => lists.reduce((sum, list) => sum + rows[list].length, 0);
const addRows = (to: PartRows, from: PartRows): void => {
  for (const list of lists) (to[list] as unknown[]).push(...from[list]);
};

export type PartsParts = { mirror: Mirror; rules: ImportRules; newId(): Id; now: number; taken: number };

/** The parts that the staged rows come to, from the first row on that was not taken yet. */
export async function* makeParts({ mirror, rules, newId, now, taken }: PartsParts): AsyncGenerator<MadePart> {
  const [joined, names]: [Joined, Names] = await Promise.all([
    joinRows(stagedRows(mirror)),
    readNames(mirror),
  ]);
  const decider: Decider = openDecider({ joined, names, rules, newId, now, taken });
  const begin = (from: number): MadePart => ({
    from,
    to: from,
    rows: nothing(),
    counts: noCounts(),
    problems: [],
  });
  let part = begin(taken);
  let chars = 0;
  if (taken === 0) part.problems.push(...joined.contradictions);
  for await (const rows of stagedRows(mirror, taken)) {
    const from = part.to;
    const known = await lookUp(mirror, decider.asks(rows, from), names);
    for (const [i, row] of rows.entries()) {
      const decided = decider.decide(row, from + i, known);
      const size = JSON.stringify(decided.rows).length;
      if (
        part.to > part.from &&
        (chars + size > mostChars || itemsIn(part.rows) + itemsIn(decided.rows) > mostItems)
      ) {
        yield part;
        part = begin(from + i);
        chars = 0;
      }
      addRows(part.rows, decided.rows);
      addCounts(part.counts, decided.counts);
      part.problems.push(
        ...row.problems.map((problem) => ({ ...problem, row: row.row })),
        ...decided.problems,
      );
      part.to = from + i + 1;
      chars += size;
    }
  }
  if (part.to > part.from) yield part;
}

export const isNothing = (rows: PartRows): boolean => itemsIn(rows) === 0;
