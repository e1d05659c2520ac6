import type { StorageArea } from './storage.ts';

/** Addresses that a delivery report in this browser's mailboxes named, with when it was seen. */
export type Bounced = {
  at(email: string): number | null;
  add(emails: readonly string[], at: number): Promise<void>;
  clear(): Promise<void>;
};

/** Whoever has had more than this has forgotten the first. */
const most = 500;

/** @param room keeps what was seen in one workspace apart from that in another */
export function openBounced(area: StorageArea, room: string, report: (cause: unknown) => void): Bounced {
  const place = `bounced/${room}`;
  let kept = new Map<string, number>();
  const read = area.get(place).then((all) => {
    const list = all[place];
    if (!Array.isArray(list)) return;
    kept = new Map(
      list.filter((each) => Array.isArray(each) && typeof each[0] === 'string' && Number.isFinite(each[1])),
    );
  });
  read.catch(report);
  return {
    at: (email) => kept.get(email.toLowerCase()) ?? null,
    add: async (emails, at) => {
      await read;
      const fresh = emails.map((each) => each.toLowerCase()).filter((each) => !kept.has(each));
      if (fresh.length === 0) return;
      kept = new Map([...kept, ...fresh.map((each): [string, number] => [each, at])].slice(-most));
      await area.set({ [place]: [...kept] });
    },
    clear: async () => {
      kept = new Map();
      await area.remove(place);
    },
  };
}
