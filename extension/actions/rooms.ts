import { CodedError } from '../../shared/kit/error.ts';
import { openLists } from '../list/lists.ts';
import { lastingStore } from '../mirror/lasting-store.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import { type Store, startingWith, tables } from '../mirror/store.ts';
import { makeRoom } from '../mirror/tidy.ts';
import { openSpare, type SpareArea } from '../outbox/spare.ts';
import { openBounced } from '../settings/bounced.ts';
import { openDismissed } from '../settings/dismissed.ts';
import { openDrafts } from '../settings/drafts.ts';
import { databaseOf, slotOf } from '../settings/places.ts';
import { firstPlace } from '../settings/settings.ts';
import type { StorageArea } from '../settings/storage.ts';
import { openUsed } from '../settings/used.ts';
import type { Device } from '../sync/device.ts';
import type { Remote } from '../sync/remote.ts';
import { openSync, type Sync } from '../sync/sync.ts';
import type { Time } from '../sync/time.ts';
import type { Code } from './code.ts';
import type { Desk } from './core.ts';
import { pairNames } from './pair-names.ts';
import type { RoomsOfPlace } from './workspaces.ts';

const importWakeMs = 60_000;

/** How long the tables of lists are kept in memory after the last question. */
const listsIdleMs = 300_000;

/** Where databases are kept: IndexedDB, or memory in tests. */
export type Disk = {
  open(name: string): Store;
  drop(name: string): Promise<void>;
};

export type RoomsParts = {
  disk: Disk;
  /** The browser's own: what left it, and the rows of the first place that an earlier release made. */
  common: Store;
  area: StorageArea;
  remote(device: Device): Remote;
  /** Copies of what waits, should a database be lost. */
  spareArea: SpareArea;
  time: Time;
  random(bytes: number): Uint8Array;
  /** Of several backgrounds on one database one is at it. */
  aloneOn(database: string): (work: () => Promise<void>) => Promise<void>;
  openImporter: Code['openImporter'];
  openFinder: Code['openFinder'];
  openUploads: Code['openUploads'];
  report(cause: unknown): void;
};

/** The rooms of one workspace: a database, a mirror, an outbox and a way to its server that no other workspace shares. */
export async function openRooms(
  {
    disk,
    common,
    area,
    remote,
    spareArea,
    time,
    random,
    aloneOn,
    openImporter,
    openFinder,
    openUploads,
    report,
  }: RoomsParts,
  place: string,
  { settings, newId, today, zone, server }: Desk,
): Promise<RoomsOfPlace> {
  const name = databaseOf(place);
  const kept = place === firstPlace ? common : disk.open(name);
  let sync: Sync | null = null;
  const { store, end } = untilEnded(
    lastingStore(kept, {
      filling: random,
      makeRoom: async () => {
        await makeRoom(await opening, time.now());
      },
      damaged: () => void sync?.rebuild(),
      report,
    }),
  );
  const opening: Promise<Mirror> = openMirror(store);
  const mirror = await opening;
  const spare = openSpare({ area: spareArea, place, mirror, newId });
  const alone = aloneOn(name);
  const opened = openSync({
    mirror,
    device: slotOf(settings, place),
    remote,
    spare,
    time,
    newId,
    alone,
    report,
    ended: ({ workspace }, code) => settings.set({ ended: [...settings.get().ended, { workspace, code }] }),
  });
  sync = opened;
  // What was half typed in one workspace is not offered in another.
  const drafts = openDrafts(area, place === firstPlace ? '' : `${place}/`);
  const dismissed = openDismissed(area, place === firstPlace ? '' : `${place}/`, report);
  const used = openUsed(area, place === firstPlace ? '' : `${place}/`, report);
  const bounced = openBounced(area, place === firstPlace ? '' : `${place}/`, report);
  const device = slotOf(settings, place);
  const lists = openLists({
    mirror,
    me: () => device.get()?.me ?? null,
    today,
    zone,
    locale: settings.locale,
    whenIdle: (drop) => {
      const timer = setTimeout(drop, listsIdleMs);
      return () => clearTimeout(timer);
    },
    report,
  });
  const importer = openImporter({
    mirror,
    sync: opened,
    me: () => device.get()?.me ?? null,
    now: time.now,
    newId,
    report,
  });
  importer.resume();
  const finder = openFinder({ mirror, names: pairNames, now: time.now, after: time.after, report });
  finder.resume();
  const uploads = openUploads({ mirror, sync: opened, server, time, report });
  uploads.resume();
  return {
    mirror,
    sync: {
      ...opened,
      // A worker that dies in the middle of an import, or of a file, is woken to go on.
      wakeAt: async () => {
        const soon = (await importer.isAtWork()) ? time.now() + importWakeMs : null;
        const all = [await opened.wakeAt(), soon, await uploads.wakeAt()].filter((at) => at !== null);
        return all.length > 0 ? Math.min(...all) : null;
      },
    },
    drafts,
    dismissed,
    bounced,
    used,
    lists,
    importer,
    finder,
    uploads,
    destroy: async () => {
      importer.close();
      finder.close();
      uploads.close();
      void opened.close();
      end();
      await spare.forget();
      if (place === firstPlace) await emptied(common);
      else {
        kept.close();
        await disk.drop(name);
      }
      await drafts.clear();
      await dismissed.clear();
      await bounced.clear();
      await used.clear();
    },
  };
}

/** After its end a store is neither read nor written: a late page of a pull must not make it anew. */
function untilEnded(store: Store): { store: Store; end(): void } {
  let ended = false;
  const unless = <T>(work: () => Promise<T>): Promise<T> =>
    ended ? Promise.reject(new CodedError('unpaired')) : work();
  return {
    store: {
      ...store,
      read: (work) => unless(() => store.read(work)),
      write: (work) => unless(() => store.write(work)),
    },
    end: () => {
      ended = true;
    },
  };
}

/** The first place shares its database with the ledger, which stays. */
export const emptied = (store: Store): Promise<void> =>
  store.write(async (tx) => {
    for (const table of tables) if (table !== 'meta') await tx.clear(table);
    for (const { key } of await tx.scan('meta', startingWith('')))
      if (key !== 'ledger' && !key.startsWith('ledger/')) await tx.delete('meta', key);
  });
