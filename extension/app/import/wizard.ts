import { type Signal, signal } from '@preact/signals';
import {
  type DryRun,
  type ImportNoun,
  type ImportRules,
  usualRules,
} from '../../../shared/domain/import/planned.ts';
import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { newFieldsOf } from '../../files/columns/mapping.ts';
import type { Target } from '../../files/columns/target.ts';
import type { ReadOptions } from '../../files/read.ts';
import type { ImportState } from '../../messages/import.ts';
import { OpenFile, type OpenFileParts } from './open-file.ts';
import { keepNewFields, newFieldsKept, remember } from './remembered.ts';
import { ImportWatch } from './watch-import.ts';

export type Step = 'start' | 'reading' | 'refused' | 'map' | 'rules' | 'check' | 'run' | 'report';

/** What was pasted and not yet taken is kept like any other half-typed text. */
export const pastePlace = 'import paste';

/** From a file to its rows in the workspace, and back. It lives as long as the tab; what is staged lives on. */
export class Wizard {
  readonly step: Signal<Step> = signal('start');
  /** Files that were dropped together wait for their turn. */
  readonly queue: Signal<File[]> = signal([]);
  /** A file is held over the page. */
  readonly over = signal(false);
  readonly source: OpenFile;
  readonly rules: Signal<ImportRules> = signal(usualRules);
  readonly staged = signal(0);
  readonly dry: Signal<DryRun | null> = signal(null);
  readonly state: Signal<ImportState | null>;
  /** Why the last thing that was asked for did not happen. */
  readonly refusal: Signal<ErrorCode | null> = signal(null);

  readonly #parts: OpenFileParts & { newId(): Id };
  readonly #watch: ImportWatch;
  #reading = new AbortController();
  #staging: Promise<void> | null = null;
  #id: Id | null = null;
  #pasted = false;

  constructor(parts: OpenFileParts & { newId(): Id }) {
    this.#parts = parts;
    this.source = new OpenFile(parts);
    this.#watch = new ImportWatch(parts.client, () => {
      if (this.step.value === 'run') this.#to('report');
    });
    this.state = this.#watch.state;
  }

  /** The page is shown. Finds what an earlier visit left: what runs, what ended, or what only waits for a click. */
  async look(): Promise<void> {
    this.#watch.show();
    if (this.step.value !== 'start' && this.step.value !== 'run' && this.step.value !== 'report') return;
    const state = await this.#watch.look();
    if (!state || this.step.value !== 'start') return;
    if (state.phase === 'staged') {
      this.#id = state.id;
      if (state.rules) this.rules.value = state.rules;
      await this.source.learnWorld();
      this.#to('check');
      await this.#check();
    } else this.#to(state.phase === 'running' ? 'run' : 'report');
  }

  /** The page is left: nobody looks at a progress. */
  rest(): void {
    this.#watch.hide();
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
    const file = this.source.file.value;
    if (file) await this.#open(file, this.source.optionsWith(options));
  }

  async #open(file: File, options: ReadOptions = {}): Promise<void> {
    const until = this.#begin();
    this.#to('reading');
    await this.#try(async () => {
      this.#to((await this.source.open(file, options, until)) ? 'map' : 'refused');
    }, until);
  }

  correct(column: number, target: Target): Promise<void> {
    return this.#try(() => this.source.correct(column, target));
  }
  about(noun: ImportNoun): Promise<void> {
    return this.#try(() => this.source.about(noun));
  }

  /** The rows are handed over while the user reads the rules. */
  toRules(): void {
    const [mapping, opened, file] = [
      this.source.mapping.value,
      this.source.opened.value,
      this.source.file.value,
    ];
    if (!mapping || !opened || !file) return;
    const { client, newId } = this.#parts;
    const id = newId();
    this.#id = id;
    this.staged.value = 0;
    this.dry.value = null;
    this.#to('rules');
    void remember(client, opened, mapping);
    void keepNewFields(client, newFieldsOf(mapping));
    this.#staging = this.source.plan(async (rows, from) => {
      await client.call('importStage', { id, file: file.name, total: opened.rows, from, rows });
      this.staged.value = from + rows.length;
    }, this.#begin());
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
    await this.#try(async () => {
      const { client } = this.#parts;
      await this.#addFields();
      await client.call('importRun', { id, rules: this.rules.value });
      if (this.#pasted) await client.call('setDraft', { place: pastePlace, text: null });
      this.#to('run');
      await this.#watch.look();
    });
  }

  /** Own fields that columns become. After a reload the columns are gone; what they are to become is not. */
  async #addFields(): Promise<void> {
    const { client, newId } = this.#parts;
    const mapping = this.source.mapping.value;
    const fields = mapping ? newFieldsOf(mapping) : await newFieldsKept(client);
    const position = this.source.world.value?.ownFields.length ?? 0;
    for (const [at, field] of fields.entries())
      await client.call('act', {
        verb: 'ownField.add',
        input: { ...field, id: newId(), position: position + at, places: ['record'] },
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
      await this.#watch.look();
    });
  }

  /** The next file of those that were dropped together, or the start. */
  async another(): Promise<void> {
    const { client } = this.#parts;
    const { value: state } = this.state;
    const id = state?.id ?? this.#id;
    this.#reading.abort();
    if (id && state?.phase !== 'running')
      await this.#try(async () => {
        await client.call(state?.phase === 'staged' ? 'importCancel' : 'importForget', { id });
      });
    this.#id = null;
    this.#staging = null;
    this.state.value = null;
    this.dry.value = null;
    this.source.close();
    if (this.queue.value.length > 0) await this.take([]);
    else this.#to('start');
  }

  back(step: Extract<Step, 'map' | 'rules'>): void {
    if (step === 'map') this.#reading.abort();
    this.#to(step);
  }

  /** What was under way is left. */
  #begin(): AbortSignal {
    this.#reading.abort();
    this.#reading = new AbortController();
    return this.#reading.signal;
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
