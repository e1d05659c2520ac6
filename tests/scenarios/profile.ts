import { answer } from '../../extension/actions/answer.ts';
import type { Asker, Office } from '../../extension/actions/asker.ts';
import type { Core, Desk } from '../../extension/actions/core.ts';
import { openImporter } from '../../extension/actions/import/importer.ts';
import { openRooms } from '../../extension/actions/rooms.ts';
import { show } from '../../extension/actions/show.ts';
import { haveTables } from '../../extension/actions/tables.ts';
import { wholeTables } from '../../extension/actions/whole-tables.ts';
import { openWorkspaces } from '../../extension/actions/workspaces.ts';
import type { CallName, Calls } from '../../extension/messages/calls.ts';
import { openSessions } from '../../extension/messages/screen/session.ts';
import { memoryStore } from '../../extension/mirror/memory-store.ts';
import type { Store } from '../../extension/mirror/store.ts';
import { openFinder } from '../../extension/pairs/finder.ts';
import { databaseOf } from '../../extension/settings/places.ts';
import { firstPlace, openSettings } from '../../extension/settings/settings.ts';
import type { StorageArea } from '../../extension/settings/storage.ts';
import { openLedger } from '../../extension/sync/ledger.ts';
import { openRemote, openServer } from '../../extension/sync/rpc.ts';
import { openUploads } from '../../extension/sync/uploads.ts';
import { CodedError } from '../../shared/kit/error.ts';
import { idFrom } from '../../shared/kit/id.ts';

/** What outlives a background: the databases of a browser's profile, and the extension's own storage. */
export type Profile = { stores: Map<string, Store>; kept: Map<string, unknown> };
export const newProfile = (): Profile => ({ stores: new Map(), kept: new Map() });

const areaOf = (kept: Map<string, unknown>): StorageArea => ({
  get: async (key) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
  set: async (items) => {
    for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
  },
  remove: async (key) => void kept.delete(key),
});

const ownPage: Asker = { tabId: null, framed: false };

/** What the background puts together, without a browser. */
export type Waking = Office & {
  /** As a sidebar asks; `place`: the workspace that it shows. */
  call<N extends CallName>(
    name: N,
    input: Calls[N]['in'],
    asker?: Asker,
    place?: string | null,
  ): Promise<Calls[N]['out']>;
  state(tabId?: number | null): ReturnType<typeof show>;
  /** The rooms of the workspace in front. */
  core(): Promise<Core>;
};

export async function wake({ stores, kept }: Profile): Promise<Waking> {
  haveTables(wholeTables);
  const area = areaOf(kept);
  const storeOf = (name: string): Store => {
    const known = stores.get(name) ?? memoryStore();
    stores.set(name, known);
    return known;
  };
  const common = storeOf(databaseOf(firstPlace));
  const settings = await openSettings(area, ['en']);
  const ledger = openLedger(common);
  const now = () => Date.now();
  const rpc = { fetch: globalThis.fetch, now, ledger };
  const never = () => Promise.reject(new Error('No tab here'));
  const desk: Desk = {
    settings,
    sessions: await openSessions(areaOf(new Map()), async () => ({})),
    ledger,
    server: openServer(rpc),
    now,
    today: () => '2026-03-10',
    zone: () => 'UTC',
    newId: () => idFrom(now(), crypto.getRandomValues(new Uint8Array(10))),
    readMail: never,
    readFile: never,
    readPage: () => Promise.reject(new CodedError('page.unreadable')),
    pointAt: never,
    pick: never,
    readCard: never,
    goTo: never,
    openThread: never,
    write: async () => false,
    tellTabs: () => undefined,
  };
  const spareArea = {
    all: async (prefix: string) => Object.fromEntries([...kept].filter(([key]) => key.startsWith(prefix))),
    set: area.set,
    remove: async (keys: string[]) => {
      for (const key of keys) kept.delete(key);
    },
  };
  const rooms = {
    disk: { open: storeOf, drop: async (name: string) => void stores.delete(name) },
    common,
    area,
    spareArea,
    remote: (device: Parameters<typeof openRemote>[1]) => openRemote(rpc, device),
    time: { now, random: () => 0.5, after: () => () => undefined },
    openImporter,
    openFinder,
    openUploads,
    aloneOn: () => (work: () => Promise<void>) => work(),
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(Math.min(bytes, 1_000))),
    report: (cause: unknown) => {
      throw cause;
    },
  };
  const workspaces = openWorkspaces(desk, (place, desk) => openRooms(rooms, place, desk), rooms.report);
  const office: Office = { desk, workspaces, healthLine: async () => '' };
  return {
    ...office,
    call: async (name, input, asker = ownPage, place = null) =>
      (await answer(office, name, input as never, asker, place)) as never,
    state: async (tabId = null) => show(desk, await workspaces.of(tabId), tabId, false),
    core: async () => {
      const core = await workspaces.of(null);
      if (!core) throw new Error('This profile has no workspace.');
      return core;
    },
  };
}

/** A browser that is paired by a link and has read what there is. */
export async function paired(link: string, profile = newProfile()): Promise<Waking> {
  const waking = await wake(profile);
  await waking.call('pair', { link, deviceName: 'Test' });
  await (await waking.core()).sync.now();
  return waking;
}
