import { browser } from 'wxt/browser';
import { overwriteGetLocale } from '../../../shared/i18n/compiled/runtime.js';
import { idFrom } from '../../../shared/kit/id.ts';
import { answer } from '../../actions/answer.ts';
import type { Core } from '../../actions/core.ts';
import { show } from '../../actions/show.ts';
import { openPorts } from '../../messages/ports.ts';
import { openSessions } from '../../messages/screen/session.ts';
import { dexieStore } from '../../mirror/dexie-store.ts';
import { openMirror } from '../../mirror/mirror.ts';
import { openDrafts } from '../../settings/drafts.ts';
import { openSettings } from '../../settings/settings.ts';
import { openLedger } from '../../sync/ledger.ts';
import { claimBy, openRemote } from '../../sync/rpc.ts';
import { openSync } from '../../sync/sync.ts';
import { keepBadge } from './badge.ts';
import { healthLine } from './health.ts';
import { keepMenus } from './menus.ts';
import { openPageReader, type PageReader } from './read-page.ts';
import { readMail, tabSettings, tellTabs } from './to-tab.ts';

/** Asked when it is needed: the build reads this module outside of a browser. */
export const ourselves = () => ({ id: browser.runtime.id, origin: location.origin });

export type Background = { core: Core; ports: ReturnType<typeof openPorts>; page: PageReader };

const retryMinutes = 1;
const now = () => Date.now();

/** Puts the rooms together: one of each, for as long as the worker lives. */
export async function openBackground(): Promise<Background> {
  // Content scripts see neither the token nor what is typed, in whatever state their page is.
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  const store = dexieStore('sidebook');
  const [mirror, settings, sessions] = await Promise.all([
    openMirror(store),
    openSettings(browser.storage.local, [browser.i18n.getUILanguage()]),
    openSessions(browser.storage.session, () => browser.storage.session.get(null)),
  ]);
  overwriteGetLocale(() => settings.locale());
  const ledger = openLedger(store);
  const newId = () => idFrom(now(), crypto.getRandomValues(new Uint8Array(10)));
  const rpc = { fetch: fetch.bind(globalThis), now, ledger };
  const sync = openSync({
    mirror,
    settings,
    remote: () => {
      const { device } = settings.get();
      return device && openRemote(rpc, device.server, device.token);
    },
    claim: claimBy(rpc),
    newId,
    now,
  });
  const page = openPageReader(sessions, () => settings.get().device !== null);
  const core: Core = {
    mirror,
    settings,
    sync,
    sessions,
    ledger,
    drafts: openDrafts(browser.storage.local),
    now,
    today: () => civilDay(new Date(now())),
    newId,
    readMail,
    readPage: page.read,
    tellTabs: () => tellTabs(sessions, tabSettings(settings)),
    healthLine: () => healthLine(core),
  };
  const ports = openPorts({
    self: ourselves(),
    sessions,
    answer: (call, input, asker) => answer(core, call, input, asker),
    show: ({ tabId, framed }) => show(core, tabId, framed),
    looked: () => sync.ifStale(),
  });

  mirror.onChange(() => ports.redraw());
  sync.onLink(() => ports.redraw());
  settings.onChange(() => ports.redraw());
  sessions.onChange((tabId) => ports.redraw(tabId));
  const badge = keepBadge(core);
  keepMenus(core);
  // What waits is tried again without a sidebar, and only then.
  const alarm = async () => {
    if (await sync.wantsAlarm()) await browser.alarms.create('sync', { periodInMinutes: retryMinutes });
    else await browser.alarms.clear('sync');
  };
  for (const listen of [mirror.onChange, sync.onLink]) listen(() => void alarm().catch(reportError));
  badge();
  void sync.now().catch(reportError);
  return { core, ports, page };
}

/** The user's own calendar day. */
const civilDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
    .join('-');
