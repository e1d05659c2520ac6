import type { HistoryEntry } from '../../messages/state.ts';
import type { Place } from './useLog.ts';

/** What of an entry's place a change may have moved, in the order in which it is told. */
const parts = ['contactIds', 'companyId', 'dealId', 'moreDealIds'] as const;
type Part = (typeof parts)[number];
const isPart = (field: string): field is Part => (parts as readonly string[]).includes(field);

export type Moved = Pick<HistoryEntry, 'by' | 'byMe'> & {
  key: string;
  at: number;
  /** Of what was changed alone, in words. */
  from: string[];
  to: string[];
  /** Where the entry was before, as far as that is still there; null: it is there now. */
  back: Place | null;
};

const ids = (value: unknown): string[] => (typeof value === 'string' ? value.split(' ').filter(Boolean) : []);
const set = (place: Place, part: Part, value: unknown): Place => {
  const named = ids(value);
  return { ...place, [part]: part === 'companyId' || part === 'dealId' ? (named[0] ?? null) : named };
};
const same = (a: Place, b: Place): boolean =>
  parts.every((part) => [a[part] ?? []].flat().sort().join() === [b[part] ?? []].flat().sort().join());

/**
 * The moves of an entry, the latest first: its history says of each part what it was and became, so going back from
 * where it is now gives every place that it had. What was said when it was logged is no move.
 */
export function movesOf(history: readonly HistoryEntry[], now: Place): Moved[] {
  const groups = new Map<string, HistoryEntry[]>();
  for (const entry of history) {
    const { at, by, state } = entry.change;
    if (state === 'proposed') continue;
    const key = `${at} ${by ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  let place = now;
  return [...groups].flatMap(([key, entries]): Moved[] => {
    const changed = entries.filter(({ change }) => isPart(change.field));
    const [first] = changed;
    if (!first || entries.some(({ change }) => change.field === 'added')) return [];
    for (const { change, restore } of changed)
      if (isPart(change.field)) place = set(place, change.field, restore?.value);
    const told = (side: 'from' | 'to') =>
      parts.flatMap((part) => {
        const value = changed.find(({ change }) => change.field === part)?.[side];
        return typeof value === 'string' && value !== '' ? [value] : [];
      });
    const { by, byMe, change } = first;
    return [
      {
        ...{ key, by, byMe, at: change.at },
        ...{ from: told('from'), to: told('to') },
        back: same(place, now) ? null : place,
      },
    ];
  });
}
