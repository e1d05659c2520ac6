import type { ImportNoun, Planned } from '../../../../shared/domain/import/planned.ts';
import { CodedError } from '../../../../shared/kit/error.ts';
import { guessColumns, setTarget } from '../../../files/columns/guess.ts';
import { headerKey } from '../../../files/columns/header.ts';
import type { Mapping } from '../../../files/columns/mapping.ts';
import type { Target } from '../../../files/columns/target.ts';
import type { PlanWorld } from '../../../files/plan/context.ts';
import { planRows } from '../../../files/plan/plan.ts';
import { type ReadOptions, readFile } from '../../../files/read.ts';
import type { Table } from '../../../files/table.ts';
import { failedCsv } from '../../../files/write/failed.ts';
import type { Failed, Opened, Told } from './reader.ts';

/** The one file that is open, and what can be asked of it. It lies in a worker, for it may hold the thread for long. */
export function makeDesk() {
  let table: Table | null = null;
  let plan: AsyncGenerator<Planned[]> | null = null;
  const opened = (): Table => {
    if (!table) throw new CodedError('input.invalid', 'file');
    return table;
  };
  return {
    async read(file: File, options: ReadOptions, told: Told, signal: AbortSignal): Promise<Opened> {
      table = null;
      plan = null;
      const read = await readFile(file, options, { signal, onProgress: told });
      table = read;
      const { rows, ...head } = read;
      return { ...head, rows: rows.length, headerKey: headerKey(head.columns.map(({ header }) => header)) };
    },
    guess: (world: PlanWorld, noun?: ImportNoun): Mapping =>
      guessColumns(opened(), world, noun ? { noun } : undefined),
    retarget: (mapping: Mapping, column: number, target: Target): Mapping =>
      setTarget(mapping, column, target, opened()),
    /** The first part of the planned rows; `next` gives the others, null after the last. */
    start(mapping: Mapping, world: PlanWorld): Promise<Planned[] | null> {
      plan = planRows(opened(), mapping, world);
      return this.next();
    },
    async next(): Promise<Planned[] | null> {
      const part = await plan?.next();
      return part && !part.done ? part.value : null;
    },
    failed: (failed: Failed[], reasonHeader: string): string => failedCsv(opened(), failed, reasonHeader),
  };
}
