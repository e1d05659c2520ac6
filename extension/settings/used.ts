import type { StorageArea } from './storage.ts';

/** What the command palette was used for: a record (`contact <id>`) or a command (`command <id>`); never a name. */
export type Use = { what: string; score: number; at: number };

/** By what was used in this browser, how much lately; it never leaves it. */
export type Used = {
  /** The most used first, weighed to `now`. */
  all(now: number): Use[];
  note(what: string, now: number): Promise<void>;
  clear(): Promise<void>;
};

const most = 200;
/** After so long a use counts half. */
const halfLifeMs = 14 * 24 * 3_600_000;

const faded = ({ score, at }: Use, now: number): number => score * 2 ** (-Math.max(0, now - at) / halfLifeMs);

const isUse = (value: unknown): value is Use => {
  if (typeof value !== 'object' || value === null) return false;
  const { what, score, at } = value as Record<string, unknown>;
  return typeof what === 'string' && Number.isFinite(score) && Number.isFinite(at);
};

/** @param room keeps the uses of one workspace apart from those of another */
export function openUsed(area: StorageArea, room: string, report: (cause: unknown) => void): Used {
  const place = `used/${room}`;
  let kept: Use[] = [];
  const read = area.get(place).then((all) => {
    const list = all[place];
    if (Array.isArray(list)) kept = list.filter(isUse);
  });
  read.catch(report);
  const all: Used['all'] = (now) =>
    kept.map((use) => ({ ...use, score: faded(use, now) })).sort((a, b) => b.score - a.score);
  return {
    all,
    note: async (what, now) => {
      await read;
      const before = kept.find((use) => use.what === what);
      const use = { what, score: (before ? faded(before, now) : 0) + 1, at: now };
      // Whatever was used least lately is forgotten first.
      kept = [use, ...all(now).filter((each) => each.what !== what)]
        .slice(0, most)
        .map((each) => (each === use ? use : { ...each, at: now }));
      await area.set({ [place]: kept });
    },
    clear: async () => {
      kept = [];
      await area.remove(place);
    },
  };
}
