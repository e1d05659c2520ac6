import type { StorageArea } from './storage.ts';

/** Half-typed texts by the place they were typed in; they survive the frame, the tab and the browser. */
export type Drafts = {
  get(place: string): Promise<string | null>;
  set(place: string, text: string | null): Promise<void>;
  clear(): Promise<void>;
};

/** @param room keeps the drafts of one workspace apart from those of another */
export function openDrafts(area: StorageArea, room = ''): Drafts {
  const list = `drafts/${room}`;
  const key = (place: string) => `draft/${room}${place}`;
  const listed = async (): Promise<string[]> => {
    const kept = (await area.get(list))[list];
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  };
  // One after another: a letter that is still being kept must neither come back after its note was saved, nor be missed.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    last = last.then(run, run);
    return last as Promise<T>;
  };
  return {
    get: (place) =>
      inTurn(async () => {
        const text = (await area.get(key(place)))[key(place)];
        return typeof text === 'string' ? text : null;
      }),
    set: (place, text) =>
      inTurn(async () => {
        if (!text) return area.remove(key(place));
        const places = await listed();
        const more = places.includes(place) ? {} : { [list]: [...places, place] };
        await area.set({ [key(place)]: text, ...more });
      }),
    clear: async () => {
      await last;
      for (const place of await listed()) await area.remove(key(place));
      await area.remove(list);
    },
  };
}
