import type { Company, Contact, Instant, OwnField } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Named } from './state.ts';

/** What hangs on one of two; of many only that they are many. */
export type Hanging = { entries: number; deals: number; tasks: number; lastContactAt: Instant | null };
export type MergeSide<R> = { row: R; company: string | null; owner: string | null } & Hanging;

/** Two side by side, as they would be merged. */
export type MergingView = {
  ownFields: OwnField[];
  named: Named;
  /** One is shared and the other somebody's own: they cannot be one. [J7] */
  mixed: boolean;
} & (
  | { noun: 'contact'; a: MergeSide<Contact>; b: MergeSide<Contact> }
  | { noun: 'company'; a: MergeSide<Company>; b: MergeSide<Company> }
);

/** One that turned out to be the shown one, and can be split from it again. */
export type MergeLine = { id: Id; name: string; by: string; byMe: boolean; at: Instant };

export type MergeCalls = {
  /** null: one of them is not there any more. */
  merging: { in: { noun: 'contact' | 'company'; a: Id; b: Id }; out: MergingView | null };
  /** The latest first; without those that were split. */
  merges: { in: { noun: 'contact' | 'company'; id: Id }; out: MergeLine[] };
};
