import type { Place } from '../open.ts';

/** Work on a database file that would hold the event loop: done by a thread with a connection of its own. */
export type AsideJob =
  /** A compact copy of a file that others may be writing to, as it was at one instant. */
  | { do: 'copy'; from: string; to: string }
  /** The same of a database on a libSQL server. */
  | { do: 'draw'; from: Place; to: string }
  /** Whether a file nobody writes to is sound, and what is in it. */
  | { do: 'inspect'; file: string }
  /** Writes the log back into the file; afterwards nothing but the file counts. */
  | { do: 'settle'; file: string }
  /** Merges the full text and rewrites the file, so that what was deleted is nowhere in it. */
  | { do: 'compact'; file: string };

export type Inspected = {
  /** What `integrity_check` and `foreign_key_check` found; null: nothing. */
  fault: string | null;
  /** Last migration; empty for a database without any. */
  level: string;
  /** Rows by table. */
  rows: Record<string, number>;
};

export type AsideResult<J extends AsideJob> = J extends { do: 'inspect' } ? Inspected : null;

/** What the thread says. */
export type AsideSaid = { done: number; total: number } | { result: Inspected | null };
