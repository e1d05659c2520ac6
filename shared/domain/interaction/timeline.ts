import type { Interaction } from '../rows.ts';

/** Newest first; two of one instant by their ids, so that every device shows one order. */
export function orderTimeline<T extends Pick<Interaction, 'occurredAt' | 'id'>>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => b.occurredAt - a.occurredAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0));
}

/** The last time somebody spoke: notes and visits of ours are not contact with them. */
export function lastContact(entries: readonly Pick<Interaction, 'kind' | 'occurredAt'>[]): number | null {
  let last: number | null = null;
  for (const entry of entries) {
    if (entry.kind === 'note' || entry.kind === 'visit') continue;
    if (last === null || entry.occurredAt > last) last = entry.occurredAt;
  }
  return last;
}
