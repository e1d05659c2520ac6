import * as z from 'zod/mini';
import { limits } from '../domain/limits.ts';
import type { Noun, Rows } from '../domain/rows.ts';

/** One changed row as it is now. A row with `deletedAt` is a tombstone. */
export type DeltaRow = { [N in Noun]: { noun: N; seq: number; row: Rows[N] } }[Noun];

/** What changed since a cursor. Rows come in order of seq; a page with `more` always moves the cursor on. */
export type Delta = {
  /** Changes when the server's data was replaced (a restore). */
  epoch: string;
  rows: DeltaRow[];
  cursor: number;
  more: boolean;
  /** Rows the server holds in all, for the progress of a first fill. */
  total: number;
  /** The highest number of the asking client that the server has; absent where no client was named. [C3] */
  known?: number;
};

export const pullInput = z.strictObject({
  /** null: a first fill */
  epoch: z.nullable(z.string()),
  cursor: z.int().check(z.gte(0)),
  limit: z.int().check(z.gte(1), z.lte(limits.fill)),
  clientId: z.optional(z.string().check(z.maxLength(36))),
  /** Where the past begins of which this mirror keeps little; absent: it keeps all. [D9] */
  since: z.optional(z.int().check(z.gte(0))),
});
export type PullInput = z.infer<typeof pullInput>;
