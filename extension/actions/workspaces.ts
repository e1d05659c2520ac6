import { placeFor, slotOf, without } from '../settings/places.ts';
import type { Core, Desk, Rooms } from './core.ts';

/** The workspaces of this browser: each has rooms of its own, opened when they are needed. */
export type Workspaces = {
  /** The one that a tab uses: its mailbox's, else the current one; null: this browser has none. */
  of(tabId: number | null): Promise<Core | null>;
  named(place: string): Promise<Core | null>;
  all(): Promise<Core[]>;
  /** Those that are open already. */
  opened(): Core[];
  onOpen(listener: (core: Core) => void): void;
  /** Forgets a workspace and deletes what was kept of it. */
  remove(place: string): Promise<void>;
};

export type RoomsOfPlace = Rooms & {
  /** Nothing is read or written any more; what was kept is deleted. */
  destroy(): Promise<void>;
};

export const accountOf = ({ sessions }: Pick<Desk, 'sessions'>, tabId: number | null): string | null => {
  const shown = tabId === null ? null : sessions.get(tabId).shown;
  return shown?.kind === 'mail' ? shown.screen.account : null;
};

export function openWorkspaces(
  desk: Desk,
  openRooms: (place: string, desk: Desk) => Promise<RoomsOfPlace>,
  report: (cause: unknown) => void,
): Workspaces {
  const { settings } = desk;
  type Opened = { core: Core; destroy(): Promise<void> };
  const opening = new Map<string, Promise<Opened>>();
  const opened = new Map<string, Opened>();
  const listeners = new Set<(core: Core) => void>();
  const isThere = (place: string) => settings.get().places.some(({ id }) => id === place);

  async function open(place: string): Promise<Opened> {
    const { destroy, ...rooms } = await openRooms(place, desk);
    const made = { core: { ...desk, ...rooms, place, device: slotOf(settings, place) }, destroy };
    opened.set(place, made);
    for (const listener of listeners) listener(made.core);
    return made;
  }

  async function named(place: string): Promise<Core | null> {
    if (!isThere(place)) return null;
    let rooms = opening.get(place);
    if (!rooms) {
      rooms = open(place);
      opening.set(place, rooms);
      // A later call tries again.
      rooms.catch(() => opening.delete(place));
    }
    return (await rooms).core;
  }

  const ending = new Map<string, Promise<void>>();
  function end(place: string): Promise<void> {
    const known = ending.get(place);
    if (known) return known;
    const done = (async () => {
      const rooms = opening.get(place) ?? open(place);
      opening.delete(place);
      const { destroy } = await rooms;
      opened.delete(place);
      await destroy();
    })().finally(() => ending.delete(place));
    ending.set(place, done);
    return done;
  }
  // A place may also end by its server's word.
  settings.onChange(() => {
    for (const place of opening.keys()) if (!isThere(place)) end(place).catch(report);
  });

  return {
    of: async (tabId) => {
      const place = placeFor(settings.get(), accountOf(desk, tabId));
      return place ? named(place.id) : null;
    },
    named,
    all: async () => {
      const all = await Promise.all(settings.get().places.map(({ id }) => named(id)));
      return all.filter((core) => core !== null);
    },
    opened: () => [...opened.values()].map(({ core }) => core),
    onOpen: (listener) => void listeners.add(listener),
    remove: async (place) => {
      if (!isThere(place)) return;
      await settings.set(without(settings.get(), place));
      await end(place);
    },
  };
}
