import type { Value } from '@libsql/client';
import type { Id } from '../../shared/kit/id.ts';
import type { DatabaseKind } from '../db/migration.ts';
import type { Place } from '../db/open.ts';
import type { Erased } from '../services/erasure/ledger.ts';
import type { ExportCounts } from '../services/export/write.ts';

/**
 * Work on a file that is being served: SQLite does it in a thread of its own, by a connection without statements, which
 * is closed for certain when it is closed. Never another process: two that write can lose each other's writes.
 */
export type InPlaceJob =
  /** A compact copy of a file that others may be writing to, as it was at one instant. */
  | { do: 'copy'; from: string; to: string }
  /** Writes the log back into the file; afterwards nothing but the file counts. */
  | { do: 'settle'; file: string }
  /** Merges the full text and rewrites the file, so that what was deleted is nowhere in it. */
  | { do: 'compact'; file: string };

/** Work on copies and on libSQL servers, by a process of its own. */
export type ChildJob =
  /** A copy of a database on a libSQL server, as it was at one instant. */
  | { do: 'draw'; from: Place; to: string }
  /** Whether a file nobody writes to is sound, and what is in it. */
  | { do: 'inspect'; file: string }
  /**
   * Makes a copy from a backup fit to take a database's place: migrated, a workspace with a new epoch, and without
   * those who were erased since.
   */
  | { do: 'prepare'; file: string; kind: DatabaseKind; now: number; epoch: string | null; erased: Erased[] }
  /** Every row of a small file. */
  | { do: 'read'; file: string }
  /** Everything that a member may see of a copied workspace, as a ZIP file. */
  | { do: 'export'; url: string; to: string; me: Id; now: number }
  /** Drops all that a libSQL server's database holds. */
  | { do: 'empty'; at: Place; workspaceId: Id }
  /** Puts a file's content in the place of a libSQL server's. */
  | { do: 'load'; file: string; to: Place };

export type AsideJob = InPlaceJob | ChildJob;

export type Inspected = {
  /** What `integrity_check` and `foreign_key_check` found; null: nothing. */
  fault: string | null;
  /** Last migration; empty for a database without any. */
  level: string;
  /** Rows by table. */
  rows: Record<string, number>;
};

/** Columns and rows by table. */
export type Content = Record<string, { columns: string[]; rows: Value[][] }>;

export type AsideResult<J extends AsideJob> = J extends { do: 'inspect' }
  ? Inspected
  : J extends { do: 'read' }
    ? Content
    : J extends { do: 'export' }
      ? ExportCounts
      : null;

/** What the process says. */
export type AsideSaid =
  | { done: number; total: number }
  | { result: AsideResult<ChildJob> }
  | { error: { message: string; code: string | undefined } };
