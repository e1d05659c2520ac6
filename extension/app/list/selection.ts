import type { Id } from '../../../shared/kit/id.ts';

/** Rows by id, or all that match but some. */
export type Selection = { all: boolean; ids: ReadonlySet<Id> };
export const noSelection: Selection = { all: false, ids: new Set() };

export const isSelected = ({ all, ids }: Selection, id: Id): boolean => all !== ids.has(id);
export const countOf = ({ all, ids }: Selection, total: number): number =>
  all ? Math.max(0, total - ids.size) : ids.size;

export function toggled({ all, ids }: Selection, id: Id): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { all, ids: next };
}

/** These too. */
export function withAll(selection: Selection, more: readonly Id[]): Selection {
  const ids = new Set(selection.ids);
  for (const id of more) {
    if (selection.all) ids.delete(id);
    else ids.add(id);
  }
  return { ...selection, ids };
}

/** Which of those that match are meant. */
export const chosenOf = (selection: Selection, matching: readonly Id[]): Id[] =>
  matching.filter((id) => isSelected(selection, id));
