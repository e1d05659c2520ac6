import { type Signal, signal } from '@preact/signals';
import type { ImportNoun, Planned, RowProblem } from '../../../shared/domain/import/planned.ts';
import type { Member } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Mapping } from '../../files/columns/mapping.ts';
import type { Target } from '../../files/columns/target.ts';
import type { PlanWorld } from '../../files/plan/context.ts';
import type { ReadOptions } from '../../files/read.ts';
import type { Calls } from '../../messages/calls.ts';
import type { Client } from '../../messages/client.ts';
import type { Opened, Reader } from './reader/reader.ts';
import { recalled } from './remembered.ts';

export type OpenFileParts = {
  client: Client;
  openReader(): Reader;
  now(): number;
  /** What national numbers and bare amounts most likely are. */
  country: string | null;
  currency: string | null;
};

/** The file that is worked on: how it is written, and what its columns are. Its rows stay with the reader. */
export class OpenFile {
  readonly file: Signal<File | null> = signal(null);
  readonly share = signal(0);
  readonly opened: Signal<Opened | null> = signal(null);
  readonly world: Signal<PlanWorld | null> = signal(null);
  readonly members: Signal<Member[]> = signal([]);
  readonly mapping: Signal<Mapping | null> = signal(null);
  /** Columns that were left out by the guess: they stay folded away together, whatever they are corrected to. */
  readonly folded: Signal<ReadonlySet<number>> = signal(new Set());
  /** The columns stand as they did when a file with these headers came last. */
  readonly recalled = signal(false);

  readonly #parts: OpenFileParts;
  #reader: Reader | null = null;
  #options: ReadOptions = {};
  #datesSaid = false;

  constructor(parts: OpenFileParts) {
    this.#parts = parts;
  }

  close(): void {
    this.file.value = null;
    this.opened.value = null;
    this.mapping.value = null;
  }

  /** Reads a file and guesses its columns; false: nothing of it can be taken. */
  async open(file: File, options: ReadOptions, until: AbortSignal): Promise<boolean> {
    this.close();
    this.file.value = file;
    this.#options = options;
    this.share.value = 0;
    const reader = this.#reader ?? this.#parts.openReader();
    this.#reader = reader;
    const told = (share: number) => {
      this.share.value = share;
    };
    const opened = await reader.read(file, options, told, until).catch((cause: unknown) => {
      until.throwIfAborted();
      // The file went away, or the reader fell over it: the next one gets a reader of its own.
      reader.close();
      this.#reader = null;
      reportError(cause);
      return null;
    });
    this.opened.value = opened;
    if (!opened || opened.refused) return false;
    const world = await this.learnWorld();
    const guess = await reader.guess(world);
    const hasField = (target: string) =>
      !target.includes('.own.') || world.ownFields.some(({ noun, key }) => target === `${noun}.own.${key}`);
    const kept = await recalled(this.#parts.client, opened, guess, reader, hasField);
    until.throwIfAborted();
    this.recalled.value = kept !== null;
    this.#guessed(kept ?? guess);
    return true;
  }

  /** How it was read last, and what the user says otherwise. */
  optionsWith(options: ReadOptions): ReadOptions {
    return { ...this.#options, ...options };
  }

  /** What the columns can be, and who can own what they bring. */
  async learnWorld(): Promise<PlanWorld> {
    const known = await this.#parts.client.call('importWorld', {});
    const { country, currency, now } = this.#parts;
    const world = { ...known, country, currency, now: now() };
    this.world.value = world;
    this.members.value = known.members;
    return world;
  }

  async correct(column: number, target: Target): Promise<void> {
    const { mapping, reader } = this.#ready();
    const { dateOrder } = mapping;
    const next = await reader.retarget(mapping, column, target);
    // What the user said of the dates stands, whichever columns hold some.
    this.mapping.value = this.#datesSaid ? { ...next, dateOrder } : next;
  }

  /** What each row is about, where the guess was wrong: all columns are read anew by it. */
  async about(noun: ImportNoun): Promise<void> {
    const { world, reader } = this.#ready();
    this.#guessed(await reader.guess(world, noun));
    this.recalled.value = false;
  }

  set(change: Partial<Pick<Mapping, 'dateOrder' | 'country' | 'currency'>>): void {
    const { value: mapping } = this.mapping;
    if (change.dateOrder) this.#datesSaid = true;
    if (mapping) this.mapping.value = { ...mapping, ...change };
  }

  /** Hands all its rows over, as the columns stand now. */
  plan(take: (rows: Planned[], from: number) => Promise<void>, until: AbortSignal): Promise<void> {
    const { mapping, world, reader } = this.#ready();
    return reader.plan(mapping, world, take, until);
  }

  /** The rows with problems as they stood in the file. After a reload the file is gone, and with it its rows. */
  async failedCsv(
    id: Id,
    text: (problem: RowProblem) => string,
    reasonHeader: string,
  ): Promise<string | null> {
    if (!this.#reader || !this.opened.value) return null;
    const failed: { row: number; reason: string }[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const part: Calls['importProblems']['out'] = await this.#parts.client.call('importProblems', {
        id,
        from,
      });
      failed.push(...part.problems.map((problem) => ({ row: problem.row, reason: text(problem) })));
      from = part.next;
    }
    return this.#reader.failed(failed, reasonHeader);
  }

  #guessed(mapping: Mapping): void {
    this.mapping.value = mapping;
    this.#datesSaid = false;
    this.folded.value = new Set(
      mapping.columns.flatMap(({ target }, at) => (target === 'ignore' ? [at] : [])),
    );
  }

  #ready(): { mapping: Mapping; world: PlanWorld; reader: Reader } {
    const [mapping, world, reader] = [this.mapping.value, this.world.value, this.#reader];
    if (!mapping || !world || !reader) throw new CodedError('input.invalid', 'file');
    return { mapping, world, reader };
  }
}
