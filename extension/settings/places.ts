import type { DeviceSlot } from '../sync/device.ts';
import { firstPlace, type Kept, type Place, type Settings } from './settings.ts';

export const databaseOf = (place: string): string =>
  place === firstPlace ? 'sidebook' : `sidebook-${place}`;

/** Mailboxes are told apart as their addresses are. */
export const accountKey = (account: string): string => account.trim().toLowerCase();

/** Which place a mailbox's mail goes to, or whatever is shown where there is no mailbox; null: this browser has none. */
export function placeFor({ places, current, bound }: Kept, account: string | null): Place | null {
  const wanted = (account === null ? null : bound[accountKey(account)]) ?? current;
  return (
    places.find(({ id }) => id === wanted) ?? places.find(({ id }) => id === current) ?? places[0] ?? null
  );
}

export const slotOf = (settings: Settings, id: string): DeviceSlot => ({
  get: () => settings.get().places.find((place) => place.id === id) ?? null,
  change: (fields) => {
    const kept = settings.get();
    if (!kept.places.some((place) => place.id === id)) return Promise.resolve();
    if (fields === null) return settings.set(without(kept, id));
    return settings.set({
      places: kept.places.map((place) => (place.id === id ? { ...place, ...fields } : place)),
    });
  },
});

/** A place goes with all that pointed to it. */
export function without({ places, current, bound }: Kept, id: string): Partial<Kept> {
  const left = places.filter((place) => place.id !== id);
  return {
    places: left,
    current: current === id ? (left[0]?.id ?? null) : current,
    bound: Object.fromEntries(Object.entries(bound).filter(([, place]) => place !== id)),
  };
}

/**
 * The place that a pairing fills: the same member's of the same workspace and server, else a new one. What a server
 * says of itself is never enough to be given what another server's place holds.
 */
export function placeToFill(
  { places }: Kept,
  paired: Pick<Place, 'server' | 'me' | 'workspaceId' | 'workspace'>,
  newId: () => string,
): { id: string; known: Place | null } {
  const known = places.find(
    (place) =>
      place.server === paired.server &&
      place.me === paired.me &&
      // A place of an earlier release has no id of its workspace; its name has to do.
      (place.workspaceId === ''
        ? place.workspace === paired.workspace
        : place.workspaceId === paired.workspaceId),
  );
  if (known) return { id: known.id, known };
  const taken = places.some(({ id }) => id === paired.workspaceId);
  return { id: taken ? newId() : paired.workspaceId, known: null };
}
