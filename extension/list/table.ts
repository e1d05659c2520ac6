import type { Id } from '../../shared/kit/id.ts';

/** Rows in slots that stay: what is worked out of a row is kept by its slot. */
export type Table<R> = {
  /** By slot; free ones are undefined. */
  readonly rows: readonly (R | undefined)[];
  readonly size: number;
  /** Rises with every change. */
  readonly version: number;
  get(id: Id): R | undefined;
  slotOf(id: Id): number | undefined;
  /** What stands in a group now; rows of it that are not named are gone. */
  replace(group: number, rows: readonly R[]): void;
  put(row: R): void;
  remove(id: Id): void;
  /** Slots that changed since a version; null: too many to tell. */
  changedSince(version: number): ReadonlySet<number> | null;
};

/** Changes that are remembered one by one. */
const mostRemembered = 20_000;
const noGroup = -1;

export function newTable<R extends { id: Id }>(): Table<R> {
  const rows: (R | undefined)[] = [];
  const slots = new Map<Id, number>();
  const free: number[] = [];
  const groupOf: number[] = [];
  const groups = new Map<number, Set<number>>();
  /** Slots by the version that changed them, oldest first. */
  let log: { version: number; slot: number }[] = [];
  let logged = 0;
  let version = 0;

  function note(slot: number): void {
    log.push({ version, slot });
    if (log.length <= mostRemembered) return;
    logged = version;
    log = [];
  }
  function leave(slot: number): void {
    groups.get(groupOf[slot] ?? noGroup)?.delete(slot);
  }
  function set(row: R, group: number): number {
    let slot = slots.get(row.id);
    if (slot === undefined) {
      slot = free.pop() ?? rows.length;
      slots.set(row.id, slot);
    } else if (groupOf[slot] !== group) leave(slot);
    rows[slot] = row;
    groupOf[slot] = group;
    note(slot);
    return slot;
  }
  function drop(slot: number): void {
    const row = rows[slot];
    if (!row) return;
    slots.delete(row.id);
    leave(slot);
    rows[slot] = undefined;
    free.push(slot);
    note(slot);
  }

  return {
    rows,
    get size() {
      return slots.size;
    },
    get version() {
      return version;
    },
    get: (id) => rows[slots.get(id) ?? -1],
    slotOf: (id) => slots.get(id),
    replace: (group, next) => {
      const before = groups.get(group);
      if (!before?.size && next.length === 0) return;
      version++;
      const now = new Set(next.map((row) => set(row, group)));
      groups.set(group, now);
      for (const slot of before ?? []) if (!now.has(slot) && groupOf[slot] === group) drop(slot);
    },
    put: (row) => {
      version++;
      set(row, noGroup);
    },
    remove: (id) => {
      const slot = slots.get(id);
      if (slot === undefined) return;
      version++;
      drop(slot);
    },
    changedSince: (since) => {
      if (since < logged) return null;
      const changed = new Set<number>();
      for (let at = log.length - 1; at >= 0; at--) {
        const entry = log[at];
        if (!entry || entry.version <= since) break;
        changed.add(entry.slot);
      }
      return changed;
    },
  };
}
