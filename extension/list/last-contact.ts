import type { Beyond } from '../../shared/domain/interaction/horizon.ts';
import { lastContact } from '../../shared/domain/interaction/timeline.ts';
import type { Interaction } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Change } from '../mirror/change.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { homesOf } from '../mirror/nouns.ts';
import { type ReadTx, startingWith } from '../mirror/store.ts';

/** How many entries are looked at first: notes are no contact, and may be the newest. */
const reaches = [3, 30, 1_000];
/** Entries read at a time, so that the worker answers others in between. */
const sliceSize = 300;
const sliceShards = 32;
const homeKinds = ['contact', 'company', 'deal'] as const;
type HomeKind = (typeof homeKinds)[number];

async function newestOf(tx: ReadTx, kind: HomeKind, home: Id): Promise<number | null> {
  for (const limit of reaches) {
    const range = { ...startingWith(`interaction/${kind}/${home}/`), reverse: true, limit };
    const entries = (await tx.scanTags('row', range)).map(({ value }) => value as Interaction);
    const last = lastContact(entries);
    if (last !== null || entries.length < limit) return last;
  }
  return null;
}

/** When somebody was last in contact with whom: of those on the screen at once, of all where an order or a condition asks. */
export function lastContacts(mirror: Mirror) {
  let known = new Map<Id, number>();
  /** Those that were on the screen, while not all are known. */
  let looked = new Map<Id, number | null>();
  /** Those that are being read: what changes of them meanwhile was perhaps not seen. */
  const asking = new Set<Id>();
  let whole = false;
  let building: Promise<void> | null = null;
  let version = 0;
  let stale = new Map<Id, HomeKind>();
  let generation = 0;

  const take = (home: Id, at: number | null) => {
    if (at === null) known.delete(home);
    else known.set(home, at);
  };
  const reach = (homes: readonly Id[], at: number) => {
    for (const home of homes) if (at > (known.get(home) ?? 0)) known.set(home, at);
  };

  async function build(): Promise<void> {
    const mine = ++generation;
    known = new Map();
    let { from, to } = startingWith('interaction/');
    for (let more = true; more; ) {
      const begin = from;
      const entries = await mirror.read((tx) => tx.scan('row', { from: begin, to, limit: sliceSize }));
      for (const { value } of entries) {
        const row = value as Interaction;
        const at = row.joinedInto ? null : lastContact([row]);
        if (at !== null) reach(homesOf(row), at);
      }
      from = `${entries.at(-1)?.key}\u0000`;
      more = entries.length === sliceSize;
    }
    // Beyond the horizon only mails can be told from notes: by their keys.
    from = '';
    to = '\uffff';
    for (let more = true; more; ) {
      const begin = from;
      const shards = await mirror.read((tx) => tx.scan('shard', { from: begin, to, limit: sliceShards }));
      for (const { value } of shards)
        if ((value as string).startsWith('beyond\n')) reachBeyond(value as string);
      from = `${shards.at(-1)?.key}\u0000`;
      more = shards.length === sliceShards;
    }
    // Where more came than was named, it is made anew for whoever asks next.
    whole = mine === generation;
    version++;
  }
  function reachBeyond(text: string): void {
    for (const line of text.split('\n').slice(1, -1)) {
      const row: Beyond = JSON.parse(line.slice(line.lastIndexOf('\t') + 1));
      if (!row.joinedInto && row.fingerprint.length > 0) reach(homesOf(row), row.occurredAt);
    }
  }

  async function catchUp(): Promise<void> {
    if (stale.size === 0) return;
    const homes = stale;
    stale = new Map();
    const all = [...homes];
    const last = await mirror.read((tx) => Promise.all(all.map(([home, kind]) => newestOf(tx, kind, home))));
    for (const [at, [home]] of all.entries()) {
      take(home, last[at] ?? null);
      looked.set(home, last[at] ?? null);
    }
    version++;
  }

  return {
    get version() {
      return version;
    },
    /** As far as it is known. */
    all: (): ReadonlyMap<Id, number> => known,
    /** Knows it of every row. */
    whole: async (): Promise<void> => {
      if (!whole) {
        building ??= build().finally(() => {
          building = null;
        });
        await building;
      }
      await catchUp();
    },
    of: async (kind: HomeKind, homes: readonly Id[]): Promise<ReadonlyMap<Id, number>> => {
      if (whole) {
        await catchUp();
        return known;
      }
      await catchUp();
      const missing = homes.filter((home) => !looked.has(home));
      for (const home of missing) asking.add(home);
      const mine = generation;
      const last = await mirror.read((tx) => Promise.all(missing.map((home) => newestOf(tx, kind, home))));
      for (const [at, home] of missing.entries()) {
        asking.delete(home);
        if (mine === generation) looked.set(home, last[at] ?? null);
      }
      const found = new Map<Id, number>();
      for (const home of homes) {
        const at = missing.indexOf(home);
        const when = (at < 0 ? looked.get(home) : last[at]) ?? null;
        if (when !== null) found.set(home, when);
      }
      return found;
    },
    changed: (change: Change): void => {
      if (!change.emptied && !change.nouns.has('interaction')) return;
      if (change.all) {
        whole = false;
        generation++;
        stale.clear();
        looked = new Map();
        return;
      }
      for (const mark of change.marks) {
        const [noun, kind, home] = mark.split('/', 3);
        const homeKind = homeKinds.find((each) => each === kind);
        if (noun !== 'interaction' || !homeKind || !home) continue;
        if (whole || building || looked.has(home) || asking.has(home)) stale.set(home, homeKind);
      }
    },
    drop: (): void => {
      generation++;
      known = new Map();
      looked = new Map();
      whole = false;
      stale.clear();
    },
  };
}
