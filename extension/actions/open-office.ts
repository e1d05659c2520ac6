import { overwriteGetLocale } from '../../shared/i18n/compiled/runtime.js';
import { idFrom } from '../../shared/kit/id.ts';
import { openPorts } from '../messages/ports.ts';
import type { Sessions } from '../messages/screen/session.ts';
import type { SidebarState } from '../messages/state.ts';
import { sweepSpares } from '../outbox/spare.ts';
import { databaseOf } from '../settings/places.ts';
import { firstPlace, type Settings } from '../settings/settings.ts';
import type { Device } from '../sync/device.ts';
import { openLedger } from '../sync/ledger.ts';
import type { Office } from './asker.ts';
import type { Code } from './code.ts';
import type { Desk } from './core.ts';
import { learnWorkspace } from './pair.ts';
import { type Disk, emptied, openRooms, type RoomsParts } from './rooms.ts';
import { openWorkspaces } from './workspaces.ts';

type OfficeParts = Omit<RoomsParts, 'remote' | 'disk' | 'openImporter' | 'openFinder' | 'openUploads'> & {
  /** Who may connect: this extension's pages, or the server's own page. */
  self: { id: string; origin: string };
  settings: Settings;
  sessions: Sessions;
  disk: Disk & { names(): Promise<string[]> };
  /** What reaches into tabs; the app that a server serves has none. */
  tabs: Pick<
    Desk,
    | 'readMail'
    | 'readFile'
    | 'readPage'
    | 'pointAt'
    | 'pick'
    | 'readCard'
    | 'goTo'
    | 'openThread'
    | 'write'
    | 'tellTabs'
  >;
  code: Code;
  /** What the sidebar of a tab was given. */
  shown?: (tabId: number, state: SidebarState) => void;
  healthLine(office: Pick<Office, 'desk' | 'workspaces'>): Promise<string>;
};

export type OpenOffice = Office & {
  ports: ReturnType<typeof openPorts>;
  /** Opens the workspace in front; whoever wants to hear of openings listens before. */
  begin(): void;
};

/** Puts the rooms together: one of each, for as long as the background lives. */
export function openOffice(parts: OfficeParts): OpenOffice {
  const { settings, sessions, common, disk, spareArea, time, tabs, code, report } = parts;
  overwriteGetLocale(() => settings.locale());
  const ledger = openLedger(common);
  const rpc = { fetch: fetch.bind(globalThis), now: time.now, ledger };
  const desk: Desk = {
    settings,
    sessions,
    ledger,
    server: code.openServer(rpc),
    now: time.now,
    today: () => civilDay(new Date(time.now())),
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: () => idFrom(time.now(), crypto.getRandomValues(new Uint8Array(10))),
    ...tabs,
  };
  const rooms = {
    ...parts,
    openImporter: code.openImporter,
    openFinder: code.openFinder,
    openUploads: code.openUploads,
    remote: (device: Device) => code.openRemote(rpc, device),
  };
  const workspaces = openWorkspaces(desk, (place, desk) => openRooms(rooms, place, desk), report);
  const office: Office = { desk, workspaces, healthLine: () => parts.healthLine({ desk, workspaces }) };
  const ports = openPorts({
    self: parts.self,
    sessions,
    answer: (call, input, asker, place, looking) => code.answer(office, call, input, asker, place, looking),
    checked: code.checked,
    show: async ({ tabId, framed }, looking) => {
      const core = await workspaces.of(tabId);
      const seen = core && looking.through(core.mirror);
      try {
        const state = await code.show(desk, core && seen && { ...core, mirror: seen.mirror }, tabId, framed);
        if (framed && tabId !== null) parts.shown?.(tabId, state);
        return state;
      } finally {
        seen?.done();
      }
    },
    looked: (tabId) => void workspaces.of(tabId).then((core) => core?.sync.looked(), report),
  });

  settings.onChange(() => ports.redraw());
  sessions.onChange((tabId) => ports.redraw(tabId));
  addEventListener('online', () => {
    for (const { sync } of workspaces.opened()) void sync.now();
  });
  workspaces.onOpen((core) => {
    core.mirror.onChange(ports.changed);
    core.sync.onLink(() => ports.redraw());
    // A place of an earlier release learns its workspace as soon as its server answers.
    core.sync.onLink(() => void learnWorkspace(core).catch(report));
    void core.sync
      .ifStale()
      .then(() => learnWorkspace(core))
      .catch(report);
  });

  /** A worker that died over a removal left a database that no place names. */
  async function sweep(): Promise<void> {
    const isKnown = (name: string) => settings.get().places.some(({ id }) => databaseOf(id) === name);
    for (const name of await disk.names()) if (!isKnown(name)) await disk.drop(name);
    await sweepSpares(spareArea, (place) => isKnown(databaseOf(place)));
    const first = await common.read((tx) => tx.get('meta', 'place'));
    if (first !== undefined && !isKnown(databaseOf(firstPlace))) await emptied(common);
  }

  return {
    ...office,
    ports,
    begin: () => {
      void workspaces.of(null).catch(report);
      void sweep().catch(report);
    },
  };
}

/** The user's own calendar day. */
const civilDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
    .join('-');
