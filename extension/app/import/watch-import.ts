import { type Signal, signal } from '@preact/signals';
import type { Client } from '../../messages/client.ts';
import type { ImportState } from '../../messages/import.ts';

/** How often a running import is looked at: often enough for a progress that is seen to move. */
const LOOK_MS = 100;
const LOOK_LATER_MS = 1_000;

/** Looks at the import of this device, and goes on looking while it is shown and there is something to see. */
export class ImportWatch {
  readonly state: Signal<ImportState | null> = signal(null);
  readonly #client: Client;
  readonly #ended: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #shown = false;

  /** @param ended called when it is looked at and no longer runs */
  constructor(client: Client, ended: () => void) {
    this.#client = client;
    this.#ended = ended;
  }

  show(): void {
    this.#shown = true;
  }
  hide(): void {
    this.#shown = false;
    this.#stop();
  }

  async look(): Promise<ImportState | null> {
    this.#stop();
    const state = await this.#client.call('importState', {});
    this.state.value = state;
    if (!state) return null;
    if (state.phase !== 'running') this.#ended();
    if (!this.#shown) return state;
    if (state.phase === 'running') this.#again(LOOK_MS);
    else if (state.arrived < state.taken) this.#again(LOOK_LATER_MS);
    return state;
  }

  #again(ms: number): void {
    this.#stop();
    this.#timer = setTimeout(() => {
      this.look().catch(() => this.#again(LOOK_LATER_MS)); // the worker was restarted under it
    }, ms);
  }
  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
