import type { Day, Member, View } from '../../shared/domain/rows.ts';
import type { Field } from '../../shared/domain/view/fields.ts';
import type { ListNoun, ListQuery } from '../../shared/domain/view/query.ts';
import type { FieldValue } from '../../shared/domain/view/rule.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { ExportFormat } from './export.ts';

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

export type ListCalls = {
  /** What a page of a list begins with: its fields and views, and what it showed last. */
  listStart: { in: { noun: ListNoun }; out: ListStart };
  list: { in: { query: ListQuery; from: number; count: number }; out: ListWindow };
  /** All rows that match, in order. */
  listIds: { in: { query: ListQuery }; out: { ids: Id[] } };
  /** What rows say of a field, the commonest first. */
  listValues: { in: { noun: ListNoun; field: string; text: string }; out: ListValue[] };
  /** Changes up to 500 rows: all or none. */
  bulk: { in: { noun: ListNoun; ids: Id[]; change: BulkChange }; out: BulkDone };
  /** A part of an exported file; the page joins the parts. `written`: rows so far; `rows`: of these. Own pages only. */
  exportRows: {
    in: {
      noun: 'contact' | 'company' | 'deal';
      format: ExportFormat;
      ids: Id[];
      first: boolean;
      last: boolean;
      written: number;
    };
    out: { text: string; rows: number };
  };
};
