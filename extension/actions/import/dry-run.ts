import type { DryRun, ImportRules, Planned } from '../../../shared/domain/import/planned.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { openDecider } from './decide.ts';
import { addCounts, noCounts, rowsFrom } from './job.ts';
import { joinRows } from './joined.ts';
import { lookUp, readNames } from './known.ts';

/** Of problems and conflicts the first are shown, all are counted. */
const mostShown = 100;
/** Rows that are looked up at once. */
export const windowSize = 100;

/** The staged rows in their order, from an index on. */
export async function* stagedRows(mirror: Mirror, from = 0): AsyncGenerator<Planned[]> {
  for (let at = from; ; ) {
    const here = await mirror.read((tx) => rowsFrom(tx, at));
    if (!here) return;
    for (let i = 0; i < here.rows.length; i += windowSize) yield here.rows.slice(i, i + windowSize);
    at += here.rows.length;
  }
}

/** What an import would do, by the rules and by what this device knows. Nothing is changed. */
export async function dryRun(mirror: Mirror, rules: ImportRules): Promise<DryRun> {
  const [joined, names] = await Promise.all([joinRows(stagedRows(mirror)), readNames(mirror)]);
  let made = 0;
  // Ids of rows that will not be made: told apart, no more.
  const decider = openDecider({ joined, names, rules, newId: () => `new-${++made}`, now: 0, taken: 0 });
  const run: DryRun = {
    ...{ rows: 0, counts: noCounts(), joined: joined.joined, left: 0 },
    ...{ problemCount: joined.contradictions.length, problems: joined.contradictions.slice(0, mostShown) },
    ...{ conflictCount: 0, conflicts: [] },
  };
  const take = <T>(shown: T[], more: readonly T[]) =>
    shown.push(...more.slice(0, Math.max(0, mostShown - shown.length)));
  for await (const rows of stagedRows(mirror)) {
    const from = run.rows;
    const known = await lookUp(mirror, decider.asks(rows, from), names);
    rows.forEach((row, i) => {
      const decided = decider.decide(row, from + i, known);
      addCounts(run.counts, decided.counts);
      if (decided.left) run.left++;
      const problems = [
        ...row.problems.map((problem) => ({ ...problem, row: row.row })),
        ...decided.problems,
      ];
      run.problemCount += problems.length;
      take(run.problems, problems);
      run.conflictCount += decided.conflicts.length;
      take(run.conflicts, decided.conflicts);
    });
    run.rows += rows.length;
  }
  return { ...run, problems: run.problems.sort((a, b) => a.row - b.row) };
}
