import type { Counts, DryRun, ImportRules, Planned, RowProblem } from '../../shared/domain/import/planned.ts';
import type { Member, OwnField } from '../../shared/domain/rows.ts';
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

/** Own pages only. */
export type ImportCalls = {
  /** What the columns of a file can be mapped to, and who can own what it brings. */
  importWorld: { in: Record<string, never>; out: { ownFields: OwnField[]; members: Member[] } };
  /** Hands rows of a file over, from an index on; the same index again replaces. */
  importStage: {
    in: { id: Id; file: string; total: number; from: number; rows: Planned[] };
    out: { staged: number };
  };
  /** What these rules would do with the staged rows. */
  importCheck: { in: { id: Id; rules: ImportRules }; out: DryRun };
  /** From then on it goes on by itself, also after the browser was closed. */
  importRun: { in: { id: Id; rules: ImportRules }; out: null };
  importState: { in: Record<string, never>; out: ImportState | null };
  /** What was not taken yet is not; a staged one is forgotten. */
  importCancel: { in: { id: Id }; out: null };
  importProblems: { in: { id: Id; from: number }; out: { problems: RowProblem[]; next: number | null } };
  importUndo: { in: { id: Id }; out: null };
  /** Imports of the workspace, the newest first. */
  imports: { in: Record<string, never>; out: ImportLine[] };
  /** Closes the report of one that is done. */
  importForget: { in: { id: Id }; out: null };
};
