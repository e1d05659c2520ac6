import { browser } from 'wxt/browser';
import { pageRefusal } from '../../actions/exclusions.ts';
import { healthOf } from '../../actions/health.ts';
import { machine } from '../../actions/machine.ts';
import { keepMarks } from '../../actions/marks.ts';
import { type OpenOffice, openOffice } from '../../actions/open-office.ts';
import { keepRows } from '../../actions/rows/keep-rows.ts';
import { watchMails } from '../../actions/rules/watch-mails.ts';
import { haveTables } from '../../actions/tables.ts';
import { wholeCode } from '../../actions/whole-code.ts';
import { wholeTables } from '../../actions/whole-tables.ts';
import { openSessions } from '../../messages/screen/session.ts';
import { dexieStore } from '../../mirror/dexie-store.ts';
import { databaseOf } from '../../settings/places.ts';
import { firstPlace, openSettings } from '../../settings/settings.ts';
import { keepAlarm } from './alarm.ts';
import { keepBadge } from './badge.ts';
import { keepMenus } from './menus.ts';
import { keepPlaces } from './places.ts';
import { openPageReader, type PageReader } from './read-page.ts';
import { keepReminders } from './reminders.ts';
import { spareArea } from './spare-area.ts';
import {
  goTo,
  openThread,
  pick,
  pointAt,
  readCard,
  readFile,
  readMail,
  tabSettings,
  tellTab,
  tellTabs,
  write,
} from './to-tab.ts';

/** Asked when it is needed: the build reads this module outside of a browser. */
export const ourselves = () => ({ id: browser.runtime.id, origin: location.origin });

export type Background = OpenOffice & {
  page: PageReader;
  places: ReturnType<typeof keepPlaces>;
  rows: ReturnType<typeof keepRows>;
  marks: ReturnType<typeof keepMarks>;
  /** A task is due. */
  remind(): void;
  /** Every workspace of this browser, also those that nobody looks at. */
  syncAll(): Promise<void>;
};

/** The rooms, with what only a browser's extension has: tabs, a badge, menus and alarms. */
export async function openBackground(): Promise<Background> {
  haveTables(wholeTables);
  // Content scripts see neither the token nor what is typed, in whatever state their page is.
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  const [settings, sessions] = await Promise.all([
    openSettings(browser.storage.local, [browser.i18n.getUILanguage()]),
    openSessions(browser.storage.session, () => browser.storage.session.get(null)),
  ]);
  const places = keepPlaces();
  const page = openPageReader(
    sessions,
    () => settings.get().places.length > 0,
    async (tabId, url) => (await pageRefusal(await office.workspaces.of(tabId), url)) === null,
  );
  const office: OpenOffice = openOffice({
    ...machine,
    code: wholeCode,
    self: ourselves(),
    settings,
    sessions,
    common: dexieStore(databaseOf(firstPlace)),
    area: browser.storage.local,
    spareArea,
    tabs: {
      readMail,
      readFile,
      readPage: page.read,
      pointAt,
      pick,
      readCard,
      goTo,
      openThread,
      write,
      tellTabs: () => tellTabs(sessions, tabSettings(settings)),
    },
    healthLine: healthOf(browser.runtime.getManifest().version),
    report: reportError,
    shown: places.shown,
  });
  const { workspaces } = office;
  const badge = keepBadge(office, places.due);
  keepMenus(office.desk);
  const alarm = keepAlarm({
    alarms: browser.alarms,
    wakeTimes: () => Promise.all(workspaces.opened().map(({ sync }) => sync.wakeAt())),
    areAll: () => workspaces.opened().length >= settings.get().places.length,
    now: machine.time.now,
  });
  workspaces.onOpen((core) => {
    for (const listen of [core.mirror.onChange, core.sync.onLink]) listen(alarm);
    // Pages ask again whether they may be looked at, and how they are read.
    core.mirror.onChange(({ nouns }) => {
      if (nouns.has('exclusion') || nouns.has('recipe')) office.desk.tellTabs();
    });
  });
  const rows = keepRows({
    ...office,
    // A tab whose script is gone shows nothing that could be old.
    tell: (tabId) => void tellTab(tabId, { type: 'rows-changed' }).catch(() => undefined),
  });
  const marks = keepMarks(office, {
    tell: (tabId, threadId, marks) => tellTab(tabId, { type: 'marks', threadId, marks }),
    after: machine.time.after,
    report: reportError,
  });
  const remind = keepReminders(office);
  watchMails({ ...office, after: machine.time.after, report: reportError });
  badge();
  office.begin();
  return {
    ...office,
    page,
    places,
    rows,
    marks,
    remind,
    syncAll: async () => {
      await Promise.all((await workspaces.all()).map(({ sync }) => sync.ifStale()));
    },
  };
}
