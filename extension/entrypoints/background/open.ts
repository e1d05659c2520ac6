import { browser } from 'wxt/browser';
import { overwriteGetLocale } from '../../../shared/i18n/compiled/runtime.js';
import { idFrom } from '../../../shared/kit/id.ts';
import { answer, type Office } from '../../actions/answer.ts';
import type { Desk } from '../../actions/core.ts';
import { learnWorkspace } from '../../actions/pair.ts';
import { emptied, openRooms } from '../../actions/rooms.ts';
import { show } from '../../actions/show.ts';
import { openWorkspaces, type Workspaces } from '../../actions/workspaces.ts';
import { openPorts } from '../../messages/ports.ts';
import { openSessions } from '../../messages/screen/session.ts';
import { dexieStore } from '../../mirror/dexie-store.ts';
import { sweepSpares } from '../../outbox/spare.ts';
import { databaseOf } from '../../settings/places.ts';
import { firstPlace, openSettings } from '../../settings/settings.ts';
import type { Device } from '../../sync/device.ts';
import { openLedger } from '../../sync/ledger.ts';
import { openRemote, openServer } from '../../sync/rpc.ts';
import { keepAlarm } from './alarm.ts';
import { keepBadge } from './badge.ts';
import { disk } from './disk.ts';
import { healthLine } from './health.ts';
import { keepMenus } from './menus.ts';
import { openPageReader, type PageReader } from './read-page.ts';
import { aloneOn, randomBytes, spareArea, time } from './sync-ports.ts';
import { readMail, tabSettings, tellTabs } from './to-tab.ts';

/** Asked when it is needed: the build reads this module outside of a browser. */
export const ourselves = () => ({ id: browser.runtime.id, origin: location.origin });

export type Background = {
  desk: Desk;
  workspaces: Workspaces;
  ports: ReturnType<typeof openPorts>;
  page: PageReader;
  /** Every workspace of this browser, also those that nobody looks at. */
  syncAll(): Promise<void>;
};

const now = () => Date.now();

/** Puts the rooms together: one of each, for as long as the worker lives. */
export async function openBackground(): Promise<Background> {
  // Content scripts see neither the token nor what is typed, in whatever state their page is.
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  const common = dexieStore(databaseOf(firstPlace));
  const [settings, sessions] = await Promise.all([
    openSettings(browser.storage.local, [browser.i18n.getUILanguage()]),
    openSessions(browser.storage.session, () => browser.storage.session.get(null)),
  ]);
  overwriteGetLocale(() => settings.locale());
  const ledger = openLedger(common);
  const rpc = { fetch: fetch.bind(globalThis), now, ledger };
  const page = openPageReader(sessions, () => settings.get().places.length > 0);
  const desk: Desk = {
    settings,
    sessions,
    ledger,
    server: openServer(rpc),
    now,
    today: () => civilDay(new Date(now())),
    newId: () => idFrom(now(), crypto.getRandomValues(new Uint8Array(10))),
    readMail,
    readPage: page.read,
    tellTabs: () => tellTabs(sessions, tabSettings(settings)),
  };
  const rooms = {
    disk,
    common,
    area: browser.storage.local,
    remote: (device: Device) => openRemote(rpc, device),
    spareArea,
    time,
    random: randomBytes,
    aloneOn,
    report: reportError,
  };
  const workspaces = openWorkspaces(desk, (place, desk) => openRooms(rooms, place, desk), reportError);
  const office: Office = { desk, workspaces, healthLine: () => healthLine({ desk, workspaces }) };
  const ports = openPorts({
    self: ourselves(),
    sessions,
    answer: (call, input, asker, place, looking) => answer(office, call, input, asker, place, looking),
    show: async ({ tabId, framed }, looking) => {
      const core = await workspaces.of(tabId);
      const seen = core && looking.through(core.mirror);
      try {
        return await show(desk, core && seen && { ...core, mirror: seen.mirror }, tabId, framed);
      } finally {
        seen?.done();
      }
    },
    looked: (tabId) => void workspaces.of(tabId).then((core) => core?.sync.looked(), reportError),
  });

  settings.onChange(() => ports.redraw());
  sessions.onChange((tabId) => ports.redraw(tabId));
  const badge = keepBadge(office);
  keepMenus(desk);
  const alarm = keepAlarm({
    alarms: browser.alarms,
    wakeTimes: () => Promise.all(workspaces.opened().map(({ sync }) => sync.wakeAt())),
    areAll: () => workspaces.opened().length >= settings.get().places.length,
    now,
  });
  addEventListener('online', () => {
    for (const { sync } of workspaces.opened()) void sync.now();
  });
  workspaces.onOpen((core) => {
    core.mirror.onChange(ports.changed);
    core.sync.onLink(() => ports.redraw());
    for (const listen of [core.mirror.onChange, core.sync.onLink]) listen(alarm);
    // A place of an earlier release learns its workspace as soon as its server answers.
    core.sync.onLink(() => void learnWorkspace(core).catch(reportError));
    void core.sync
      .ifStale()
      .then(() => learnWorkspace(core))
      .catch(reportError);
  });
  badge();
  void workspaces.of(null).catch(reportError);
  void sweep().catch(reportError);
  return {
    desk,
    workspaces,
    ports,
    page,
    syncAll: async () => {
      await Promise.all((await workspaces.all()).map(({ sync }) => sync.ifStale()));
    },
  };

  /** A worker that died over a removal left a database that no place names. */
  async function sweep(): Promise<void> {
    const isKnown = (name: string) => settings.get().places.some(({ id }) => databaseOf(id) === name);
    for (const name of await disk.names()) if (!isKnown(name)) await disk.drop(name);
    await sweepSpares(spareArea, (place) => isKnown(databaseOf(place)));
    const first = await common.read((tx) => tx.get('meta', 'place'));
    if (first !== undefined && !isKnown(databaseOf(firstPlace))) await emptied(common);
  }
}

/** The user's own calendar day. */
const civilDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
    .join('-');
