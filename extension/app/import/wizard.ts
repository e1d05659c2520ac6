import { type Signal, signal } from '@preact/signals';
import {
  type DryRun,
  type ImportNoun,
  type ImportRules,
  type Planned,
  type RowProblem,
  usualRules,
} from '../../../shared/domain/import/planned.ts';
import type { Member } from '../../../shared/domain/rows.ts';
import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { type Mapping, newFieldsOf } from '../../files/columns/mapping.ts';
import type { Target } from '../../files/columns/target.ts';
import type { PlanWorld } from '../../files/plan/context.ts';
import type { ReadOptions } from '../../files/read.ts';
import type { Calls } from '../../messages/calls.ts';
import type { Client } from '../../messages/client.ts';
import type { ImportState } from '../../messages/import.ts';
import type { Opened, Reader } from './reader/reader.ts';
import { recalled, remember } from './remembered.ts';

export type Step = 'start' | 'reading' | 'refused' | 'map' | 'rules' | 'check' | 'run' | 'report';

export type WizardParts = {
  client: Client;
  openReader(): Reader;
  newId(): Id;
  now(): number;
  /** What national numbers and bare amounts most likely are. */
  country: string | null;
  currency: string | null;
};

/** How often a running import is looked at: often enough for a progress that is seen to move. */
const LOOK_MS = 100;
const LOOK_LATER_MS = 1_000;

/** What was pasted and not yet taken is kept like any other half-typed text. */
export const pastePlace = 'import paste';

/** From a file to its rows in the workspace, and back. It lives as long as the tab; what is staged lives on. */
export class Wizard {
  readonly step: Signal<Step> = signal('start');
  readonly file: Signal<File | null> = signal(null);
  /** Files that were dropped together wait for their turn. */
  readonly queue: Signal<File[]> = signal([]);
  /** A file is held over the page. */
  readonly over = signal(false);
  readonly share = signal(0);
  readonly opened: Signal<Opened | null> = signal(null);
  readonly options: Signal<ReadOptions> = signal({});
  readonly world: Signal<PlanWorld | null> = signal(null);
  readonly members: Signal<Member[]> = signal([]);
  readonly mapping: Signal<Mapping | null> = signal(null);
  /** Columns that were left out by the guess: they stay folded away together, whatever they are corrected to. */
  readonly folded: Signal<ReadonlySet<number>> = signal(new Set());
  /** The columns stand as they did when a file with these headers came last. */
  readonly recalled = signal(false);
  readonly rules: Signal<ImportRules> = signal(usualRules);
  readonly staged = signal(0);
  readonly dry: Signal<DryRun | null> = signal(null);
  readonly state: Signal<ImportState | null> = signal(null);
  /** Why the last thing that was asked for did not happen. */
  readonly refusal: Signal<ErrorCode | null> = signal(null);

  readonly #parts: WizardParts;
  #reader: Reader | null = null;
  #reading = new AbortController();
  #staging: Promise<void> | null = null;
  #id: Id | null = null;
  #looking: ReturnType<typeof setTimeout> | null = null;
  #shown = false;
  #pasted = false;
  #datesSaid = false;

  constructor(parts: WizardParts) {
    this.#parts = parts;
  }

  /** The page is shown. Finds what an earlier visit left: what runs, what ended, or what only waits for a click. */
  async look(): Promise<void> {
    this.#shown = true;
    if (this.step.value !== 'start' && this.step.value !== 'run' && this.step.value !== 'report') return;
    const state = await this.#look();
    if (!state || this.step.value !== 'start') return;
    if (state.phase === 'staged') {
      this.#id = state.id;
      if (state.rules) this.rules.value = state.rules;
      this.#to('check');
      await this.#check();
    } else this.#to(state.phase === 'running' ? 'run' : 'report');
  }

  /** The page is left: nobody looks at a progress. */
  rest(): void {
    this.#shown = false;
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.#looking = null;
  }

  /** Files that come while one is worked on wait for their turn. */
  drop(files: readonly File[]): void {
    if (this.step.value === 'start' || this.step.value === 'refused') void this.take(files);
    else this.queue.value = [...this.queue.value, ...files];
  }

  async take(files: readonly File[]): Promise<void> {
    const [first, ...others] = [...this.queue.value, ...files];
    if (!first) return;
    this.queue.value = others;
    this.#pasted = false;
    await this.#open(first);
  }

  paste(text: string): Promise<void> {
    const name = /^\s*BEGIN:VCARD/i.test(text) ? 'pasted.vcf' : 'pasted.csv';
    this.#pasted = true;
    return this.#open(new File([text], name));
  }

  /** Reads the file again, as the user says it was written. */
  async reread(options: ReadOptions): Promise<void> {
    if (this.file.value) await this.#open(this.file.value, { ...this.options.value, ...options });
  }

  async #open(file: File, options: ReadOptions = {}): Promise<void> {
    this.options.value = options;
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal: until } = this.#reading;
    this.file.value = file;
    this.share.value = 0;
    this.mapping.value = null;
    this.#to('reading');
    await this.#try(async () => {
      this.#reader ??= this.#parts.openReader();
      const opened = await this.#reader.read(
        file,
        this.options.value,
        (share) => {
          this.share.value = share;
        },
        until,
      );
      this.opened.value = opened;
      if (opened.refused) return this.#to('refused');
      const known = await this.#parts.client.call('importWorld', {});
      const { country, currency, now } = this.#parts;
      const world = { ...known, country, currency, now: now() };
      this.world.value = world;
      this.members.value = known.members;
      const guess = await this.#reader.guess(world);
      const hasField = (target: string) =>
        !target.includes('.own.') || known.ownFields.some(({ noun, key }) => target === `${noun}.own.${key}`);
      const kept = await recalled(this.#parts.client, opened, guess, this.#reader, hasField);
      until.throwIfAborted();
      this.recalled.value = kept !== null;
      this.#guessed(kept ?? guess);
      this.#to('map');
    }, until);
  }

  async correct(column: number, target: Target): Promise<void> {
    const { value: mapping } = this.mapping;
    if (!mapping || !this.#reader) return;
    const reader = this.#reader;
    await this.#try(async () => {
      const { dateOrder } = mapping;
      const next = await reader.retarget(mapping, column, target);
      // What the user said of the dates stands, whichever columns hold some.
      this.mapping.value = this.#datesSaid ? { ...next, dateOrder } : next;
    });
  }

  /** What each row is about, where the guess was wrong: all columns are read anew by it. */
  async about(noun: ImportNoun): Promise<void> {
    const [world, reader] = [this.world.value, this.#reader];
    if (!world || !reader) return;
    await this.#try(async () => {
      this.#guessed(await reader.guess(world, noun));
      this.recalled.value = false;
    });
  }

  set(change: Partial<Pick<Mapping, 'dateOrder' | 'country' | 'currency'>>): void {
    const { value: mapping } = this.mapping;
    if (change.dateOrder) this.#datesSaid = true;
    if (mapping) this.mapping.value = { ...mapping, ...change };
  }

  /** The rows are handed over while the user reads the rules. */
  async toRules(): Promise<void> {
    const [mapping, world, opened, file] = [
      this.mapping.value,
      this.world.value,
      this.opened.value,
      this.file.value,
    ];
    if (!mapping || !world || !opened || !file || !this.#reader) return;
    const [reader, { client }] = [this.#reader, this.#parts];
    const id = this.#parts.newId();
    this.#id = id;
    this.staged.value = 0;
    this.dry.value = null;
    this.#reading = new AbortController();
    const { signal: until } = this.#reading;
    this.#to('rules');
    void remember(client, opened, mapping);
    const take = async (rows: Planned[], from: number) => {
      await client.call('importStage', { id, file: file.name, total: opened.rows, from, rows });
      this.staged.value = from + rows.length;
    };
    this.#staging = reader.plan(mapping, world, take, until);
    // Told when the dry run waits for it.
    this.#staging.catch(() => undefined);
  }

  async toCheck(): Promise<void> {
    this.dry.value = null;
    this.#to('check');
    await this.#check();
  }

  async #check(): Promise<void> {
    const id = this.#id;
    if (!id) return;
    await this.#try(async () => {
      await this.#staging;
      this.dry.value = await this.#parts.client.call('importCheck', { id, rules: this.rules.value });
    }, this.#reading.signal);
  }

  async run(): Promise<void> {
    const id = this.#id;
    if (!id) return;
    const { client, newId } = this.#parts;
    await this.#try(async () => {
      const position = this.world.value?.ownFields.length ?? 0;
      const fields = this.mapping.value ? newFieldsOf(this.mapping.value) : [];
      for (const [at, field] of fields.entries())
        await client.call('act', {
          verb: 'ownField.add',
          input: { ...field, id: newId(), position: position + at, places: ['record'] },
        });
      await client.call('importRun', { id, rules: this.rules.value });
      if (this.#pasted) await client.call('setDraft', { place: pastePlace, text: null });
      await this.#look();
      this.#to('run');
    });
  }

  /** Stops it. What is in stays, until the user says otherwise. */
  cancel(): Promise<void> {
    return this.#change('importCancel');
  }
  undo(): Promise<void> {
    return this.#change('importUndo');
  }
  async #change(call: 'importCancel' | 'importUndo'): Promise<void> {
    const id = this.state.value?.id;
    if (!id) return;
    await this.#try(async () => {
      await this.#parts.client.call(call, { id });
      await this.#look();
    });
  }

  /** The next file of those that were dropped together, or the start. */
  async another(): Promise<void> {
    const { client } = this.#parts;
    const id = this.state.value?.id ?? this.#id;
    const running = this.state.value?.phase === 'running';
    this.#reading.abort();
    if (id && !running)
      await this.#try(async () => {
        await client.call(this.state.value?.phase === 'staged' ? 'importCancel' : 'importForget', { id });
      });
    this.#id = null;
    this.#staging = null;
    this.state.value = null;
    this.dry.value = null;
    this.opened.value = null;
    this.file.value = null;
    this.mapping.value = null;
    if (this.queue.value.length > 0) await this.take([]);
    else this.#to('start');
  }

  back(step: Extract<Step, 'map' | 'rules'>): void {
    if (step === 'map') this.#reading.abort();
    this.#to(step);
  }

  #guessed(mapping: Mapping): void {
    this.mapping.value = mapping;
    this.#datesSaid = false;
    this.folded.value = new Set(
      mapping.columns.flatMap(({ target }, at) => (target === 'ignore' ? [at] : [])),
    );
  }

  /** The rows with problems as they stood in the file. After a reload the file is gone, and with it its rows. */
  async failedCsv(text: (problem: RowProblem) => string, reasonHeader: string): Promise<string | null> {
    const id = this.state.value?.id;
    if (!id || !this.#reader || !this.opened.value) return null;
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

  /** Looks at the import that runs here, and goes on looking while there is something to see. */
  async #look(): Promise<ImportState | null> {
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.#looking = null;
    const state = await this.#parts.client.call('importState', {});
    this.state.value = state;
    if (!this.#shown) return state;
    if (state?.phase === 'running') this.#lookIn(LOOK_MS);
    else if (state && this.step.value === 'run') this.#to('report');
    if (state && state.phase !== 'running' && state.arrived < state.taken) this.#lookIn(LOOK_LATER_MS);
    return state;
  }
  #lookIn(ms: number): void {
    this.#looking = setTimeout(() => {
      this.#look().catch(() => this.#lookIn(LOOK_LATER_MS)); // the worker was restarted under it
    }, ms);
  }

  #to(step: Step): void {
    this.refusal.value = null;
    this.step.value = step;
  }

  async #try(work: () => Promise<void>, until?: AbortSignal): Promise<void> {
    this.refusal.value = null;
    try {
      await work();
    } catch (cause) {
      // Left for something else meanwhile.
      if (until?.aborted) return;
      this.refusal.value = cause instanceof CodedError ? cause.code : 'server.unexpected';
      if (!(cause instanceof CodedError)) reportError(cause);
    }
  }
}
