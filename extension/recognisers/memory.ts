import type { Sighting } from '../../shared/identity/sighting.ts';
import type { Line } from './lines.ts';
import type { Part } from './survey.ts';

/** What one reading of a page leaves for the next, so that only what changed is read again. */
export type Memory = {
  /** By element: what its walk found. */
  parts: WeakMap<Element, Part>;
  /** What changed since this reading began, and all it stands in. */
  touched: Set<Node>;
  /** What had changed between the last reading's beginning and this one's. */
  changed: ReadonlySet<Node>;
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
  url: '',
  results: new Map(),
});

/** Takes changes of the page in. Bounded: a storm costs no more than one walk. */
export function noteChanges(memory: Memory, changes: readonly Change[]): void {
  if (memory.touched.size + changes.length > most || changes.some(({ type }) => type === 'attributes')) {
    forget(memory);
    return;
  }
  for (const { target } of changes) {
    for (let at: Node | null = target; at && !memory.touched.has(at); at = at.parentNode) {
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
  memory.parts = new WeakMap();
  memory.results.clear();
  memory.touched = new Set();
}

/** Begins a reading with what changed since the last one began; what changes from now on is for the next. */
export function beginReading(memory: Memory, url: string): void {
  if (memory.url !== url) forget(memory);
  memory.url = url;
  memory.changed = memory.touched;
  memory.touched = new Set();
}

/** The result of a reader whose elements and lines are all as they were. */
export function remembered(
  { results, changed }: Memory,
  source: string,
  lookedAt: Result['lookedAt'],
): Sighting[] | null {
  const last = results.get(source);
  if (!last || last.lookedAt.length !== lookedAt.length) return null;
  const isSame = lookedAt.every(
    (each, at) => each === last.lookedAt[at] && !('nodeType' in each && changed.has(each)),
  );
  return isSame ? last.seen : null;
}
