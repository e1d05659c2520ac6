import { CodedError } from '../../shared/kit/error.ts';
import { machine } from '../actions/machine.ts';
import { type OpenOffice, openOffice } from '../actions/open-office.ts';
import { tablesFrom } from '../actions/tables.ts';
import { openSessions } from '../messages/screen/session.ts';
import { dexieStore } from '../mirror/dexie-store.ts';
import { databaseOf } from '../settings/places.ts';
import { firstPlace, openSettings } from '../settings/settings.ts';
import { ourselves } from './host.ts';
import { openKept } from './kept.ts';
import { lateCode } from './late-code.ts';

/** No tab is ever seen from here. */
const noTabs = { get: async () => ({}), set: async () => undefined, remove: async () => undefined };

/** The same rooms as the extension's, in a worker of the server's own origin: no tabs, no mailbox, no other host. */
export async function openBackground(version: string): Promise<OpenOffice> {
  tablesFrom(async () => (await import('../actions/whole-tables.ts')).wholeTables);
  const kept = await openKept();
  const office = openOffice({
    ...machine,
    code: lateCode,
    self: ourselves(location.origin),
    settings: await openSettings(kept, navigator.languages),
    sessions: await openSessions(noTabs, async () => ({})),
    common: dexieStore(databaseOf(firstPlace)),
    area: kept,
    spareArea: kept,
    tabs: {
      readMail: () => Promise.reject(new CodedError('mail.unread')),
      readFile: () => Promise.reject(new CodedError('file.unread')),
      readPage: () => Promise.reject(new CodedError('page.unreadable')),
      pointAt: () => Promise.reject(new CodedError('page.unreadable')),
      pick: () => Promise.reject(new CodedError('page.unreadable')),
      readCard: () => Promise.reject(new CodedError('page.unreadable')),
      goTo: async () => undefined,
      openThread: () => Promise.reject(new CodedError('page.unreadable')),
      write: async () => false,
      tellTabs: () => undefined,
    },
    healthLine: async (of) => (await import('../actions/health.ts')).healthOf(version)(of),
    report: reportError,
  });
  office.begin();
  return office;
}
