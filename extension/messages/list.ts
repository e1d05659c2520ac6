import type { Day, Member, View } from '../../shared/domain/rows.ts';
import type { Field } from '../../shared/domain/view/fields.ts';
import type { ListQuery } from '../../shared/domain/view/query.ts';
import type { FieldValue } from '../../shared/domain/view/rule.ts';
import type { Id } from '../../shared/kit/id.ts';

/** A row on the screen: what it is called, and its cells in the order of the columns. People are named. */
export type ListRow = {
  id: Id;
  name: string;
  cells: FieldValue[];
  /** Why nobody may sell to them, where that is so. */
  blocked?: string;
};
/** Rows `from` on of all that match. */
export type ListWindow = { total: number; from: number; rows: ListRow[] };

/** What a page of a list begins with. */
export type ListStart = {
  fields: Field[];
  members: Pick<Member, 'id' | 'name' | 'role'>[];
  me: Id | null;
  views: View[];
  /** What was shown last, and its first rows as they were known then. */
  last: { query: ListQuery; window: ListWindow } | null;
};

/** A value of a field with how many rows say it. */
export type ListValue = { value: string; text: string; count: number };

/**
 * One change of many rows. `was`: only of rows that still say so, which makes an undo leave what somebody changed
 * meanwhile. `restore` brings removed rows back; `removeTasks` takes back tasks, by their own ids.
 */
export type BulkChange =
  | {
      kind: 'set';
      field: string;
      value: string | number | null;
      was?: string | number | null;
      /** Of a role: why. */
      reason?: string | null;
    }
  | { kind: 'task'; title: string; dueDay: Day | null }
  | { kind: 'remove' }
  | { kind: 'restore' }
  | { kind: 'removeTasks' };
/** What takes a change back: changes of their own, each of some rows. */
export type BulkUndo = { change: BulkChange; ids: Id[] }[];
export type BulkDone = { changed: number; undo: BulkUndo };
