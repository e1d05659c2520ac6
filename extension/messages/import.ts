import type { Counts, ImportRules } from '../../shared/domain/import/planned.ts';
import type { Id } from '../../shared/kit/id.ts';

/**
 * `staged`: rows were handed over, nothing is done. `running`: they are turned into changes and sent. `cancelled`,
 * `done`: nothing more is turned; what was goes on to the server. `undone`: an undo was asked for.
 */
export type ImportPhase = 'staged' | 'running' | 'cancelled' | 'done' | 'undone';

/** The import that this device works on, or did last, until it is forgotten. */
export type ImportState = {
  id: Id;
  file: string;
  phase: ImportPhase;
  /** Rows of the file. */
  rows: number;
  /** Rows that are durable on this device as changes, and those that the server has acknowledged. */
  taken: number;
  arrived: number;
  counts: Counts;
  problemCount: number;
  /** The server cannot be reached: what is taken waits here. */
  offline: boolean;
  startedAt: number | null;
  endedAt: number | null;
  /** As they were given last; null: not yet. */
  rules: ImportRules | null;
};

/** An import as the workspace remembers it. */
export type ImportLine = {
  id: Id;
  file: string;
  at: number;
  by: string | null;
  added: number;
  changed: number;
  undoneAt: number | null;
  kept: number;
};
