import type { StorageArea } from './storage.ts';

/** What somebody does not want to be asked again, by what it was about. */
export type Dismissed = {
  has(what: string): boolean;
  add(what: string): Promise<void>;
  clear(): Promise<void>;
};

/** Who dismissed more than this has forgotten the first. */
const most = 1_000;

/** @param room keeps what was dismissed in one workspace apart from that in another */
export function openDismissed(area: StorageArea, room: string, report: (cause: unknown) => void): Dismissed {
  const place = `dismissed/${room}`;
  let kept = new Set<string>();
  const read = area.get(place).then((all) => {
    const list = all[place];
    if (Array.isArray(list)) kept = new Set(list.filter((each) => typeof each === 'string'));
  });
  read.catch(report);
  return {
    has: (what) => kept.has(what),
    add: async (what) => {
      await read;
      kept.add(what);
      kept = new Set([...kept].slice(-most));
      await area.set({ [place]: [...kept] });
    },
    clear: async () => {
      kept = new Set();
      await area.remove(place);
    },
  };
}
