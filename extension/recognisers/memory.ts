import type { Sighting } from '../../shared/identity/sighting.ts';
import { plain } from './dom.ts';
import type { Line } from './lines.ts';
import type { Part } from './survey.ts';

/** What one reading of a page leaves for the next, so that only what changed is read again. */
export type Memory = {
  /** By element: what its walk found. */
  parts: WeakMap<Element, Part>;
  /** What changed since this reading began, and all it stands in. */
  touched: Set<Node>;
  /** What had changed when this reading began since the last that came to its end. */
  changed: Set<Node>;
  /** More changed during this reading than was noted: nothing of it is kept. */
  isStale: boolean;
  url: string;
  /** By reader: what it looked at, and what it saw there. */
  results: Map<string, Result>;
};
export type Result = { lookedAt: readonly (Element | Line)[]; seen: Sighting[] };

/** What a mutation observer tells. */
type Change = { type: string; target: Node };

/** More changes than these are cheaper read anew than looked up one by one. */
const most = 5_000;

export const makeMemory = (): Memory => ({
  parts: new WeakMap(),
  touched: new Set(),
  changed: new Set(),
  isStale: false,
  url: '',
  results: new Map(),
});

// Our scripts in one page share an isolated world of their own, which the page's scripts cannot see into.
const place = Symbol.for('sidebook.memory');
type World = typeof globalThis & { [place]?: Memory | undefined };

/** The memory of this page; none where nobody watches it, for then nobody knows what changed. */
export const memoryHere = (): Memory | undefined => (globalThis as World)[place];
/** Whoever watches the page begins its memory, and ends it. */
export function keepMemory(memory: Memory | undefined): void {
  (globalThis as World)[place] = memory;
}

/** Takes changes of the page in. Bounded: a storm costs no more than one walk. */
export function noteChanges(memory: Memory, changes: readonly Change[]): void {
  if (memory.touched.size + changes.length > most || changes.some(({ type }) => type === 'attributes')) {
    forget(memory);
    return;
  }
  for (const { target } of changes) {
    for (let at: Node | null = target; at && !memory.touched.has(at); at = plain(at).parentNode) {
      if (memory.touched.size > most) {
        forget(memory);
        return;
      }
      memory.touched.add(at);
      memory.parts.delete(at as Element);
    }
  }
}

function forget(memory: Memory): void {
  memory.isStale = true;
  memory.parts = new WeakMap();
  memory.results.clear();
  memory.touched = new Set();
}

/** Begins a reading with what changed since the last one began; what changes from now on is for the next. */
export function beginReading(memory: Memory, url: string): void {
  if (memory.url !== url) forget(memory);
  memory.url = url;
  memory.isStale = false;
  for (const node of memory.touched) memory.changed.add(node);
  memory.touched = new Set();
}

/** Ends a reading that was not broken off: what had changed before it has been read. */
export function endReading(memory: Memory): void {
  memory.changed = new Set();
}

/** The result of a reader whose elements and lines are all as they were. */
export function remembered(
  { results, changed }: Memory,
  source: string,
  lookedAt: Result['lookedAt'],
): Sighting[] | null {
  const last = results.get(source);
  if (!last || last.lookedAt.length !== lookedAt.length) return null;
  const isSame = lookedAt.every((each, at) => {
    const before = last.lookedAt[at];
    if ('nodeType' in each) return each === before && !changed.has(each);
    if (each === before) return true;
    return before && 'text' in before && each.text === before.text && each.element === before.element;
  });
  return isSame ? last.seen : null;
}
