import type { StorageArea } from './storage.ts';

/** Half-typed texts by the place they were typed in; they survive the frame, the tab and the browser. */
export type Drafts = {
  get(place: string): Promise<string | null>;
  set(place: string, text: string | null): Promise<void>;
};

export function openDrafts(area: StorageArea): Drafts {
  const key = (place: string) => `draft/${place}`;
  return {
    get: async (place) => {
      const text = (await area.get(key(place)))[key(place)];
      return typeof text === 'string' ? text : null;
    },
    set: (place, text) => (text ? area.set({ [key(place)]: text }) : area.remove(key(place))),
  };
}
