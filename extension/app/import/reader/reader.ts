import type { ImportNoun, Planned } from '../../../../shared/domain/import/planned.ts';
import type { Mapping } from '../../../files/columns/mapping.ts';
import type { Target } from '../../../files/columns/target.ts';
import type { PlanWorld } from '../../../files/plan/context.ts';
import type { ReadOptions } from '../../../files/read.ts';
import type { Table } from '../../../files/table.ts';

/** A file that was read, without its rows: those stay where they were read. */
export type Opened = Omit<Table, 'rows'> & {
  rows: number;
  /** Names the set of headers: what was corrected in one file is remembered for the next of its kind. */
  headerKey: string;
};
export type Failed = { row: number; reason: string };
export type Told = (share: number) => void;

/** Reads one file at a time, beside the page, which goes on answering. */
export type Reader = {
  read(file: File, options: ReadOptions, told: Told, signal: AbortSignal): Promise<Opened>;
  /** @param noun what each row is about, where the user said so */
  guess(world: PlanWorld, noun?: ImportNoun): Promise<Mapping>;
  retarget(mapping: Mapping, column: number, target: Target): Promise<Mapping>;
  /** Hands the planned rows over, part by part; the next is made when the last one was taken. */
  plan(
    mapping: Mapping,
    world: PlanWorld,
    take: (rows: Planned[], from: number) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /** Rows as they stood in the file, each with what was wrong with it, as CSV. */
  failed(failed: Failed[], reasonHeader: string): Promise<string>;
  close(): void;
};
