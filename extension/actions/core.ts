import type { Day } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { MailRead, ReadLimit } from '../gmail/surface.ts';
import type { Lists } from '../list/lists.ts';
import type { Sessions } from '../messages/screen/session.ts';
import type { CardAnswer, FilePartRead, TextToWrite, WantedFile } from '../messages/tab.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { appendAll, type Intended } from '../outbox/outbox.ts';
import type { Finder } from '../pairs/finder.ts';
import type { Bounced } from '../settings/bounced.ts';
import type { Dismissed } from '../settings/dismissed.ts';
import type { Drafts } from '../settings/drafts.ts';
import type { Settings } from '../settings/settings.ts';
import type { Used } from '../settings/used.ts';
import type { DeviceSlot } from '../sync/device.ts';
import type { Ledger } from '../sync/ledger.ts';
import type { Server } from '../sync/server.ts';
import type { Sync } from '../sync/sync.ts';
import type { Uploads } from '../sync/uploads.ts';
import type { Importer } from './import/importer.ts';

/** What all workspaces of a browser share. Browser, clock and chance are behind it, so that handlers run in tests. */
export type Desk = {
  settings: Settings;
  sessions: Sessions;
  ledger: Ledger;
  server: Server;
  now(): number;
  /** The user's civil day. */
  today(): Day;
  /** The zone of the user's clock, e.g. `Europe/Berlin`. */
  zone(): string;
  newId(): Id;
  /** Asks the tab's content script to read messages; rejects with `mail.unread`. */
  readMail(tabId: number, messageIds: string[] | 'all', limit?: ReadLimit): Promise<MailRead[]>;
  /** A part of a file of the open thread, fetched by the tab's page; rejects with `file.unread` or `file.too_large`. */
  readFile(tabId: number, wanted: WantedFile, part: number): Promise<FilePartRead>;
  /** Reads the tab's page under a grant that is there; rejects with `page.unreadable`. */
  readPage(tabId: number): Promise<void>;
  /** Shows where a fact stands in the tab's page; null: no more. */
  pointAt(tabId: number, at: number | null): Promise<void>;
  /** What the vCard of this address says, read by the tab's page; rejects with `page.unreadable`. */
  readCard(tabId: number, url: string): Promise<CardAnswer>;
  /** Lets somebody point in the tab's page, or ends that; rejects with `page.unreadable`. */
  pick(tabId: number, begin: boolean): Promise<void>;
  /** Shows a page of ours in the tab's mailbox, or in a tab of its own. */
  goTo(tabId: number | null, path: string): Promise<void>;
  /** Opens a conversation of the tab's mailbox. */
  openThread(tabId: number, threadId: string): Promise<void>;
  /** Types a text into a window of the tab's mailbox, or into a new one; false: there is none to type into. */
  write(tabId: number, text: TextToWrite): Promise<boolean>;
  /** Tells every tab's content script what changed in the settings. */
  tellTabs(): void;
};

/** The rooms of one workspace. */
export type Rooms = {
  mirror: Mirror;
  sync: Sync;
  drafts: Drafts;
  dismissed: Dismissed;
  bounced: Bounced;
  used: Used;
  lists: Lists;
  importer: Importer;
  finder: Finder;
  uploads: Uploads;
};

/** What a call's handler may use: one workspace's rooms, and what all share. */
export type Core = Desk & Rooms & { place: string; device: DeviceSlot };

export const meOf = (core: Core): Id | null => core.device.get()?.me ?? null;

/** Stores intended changes durably, all or none, and lets them go to the server when it is there. */
export async function act(core: Core, ...intended: Intended[]): Promise<number> {
  const me = meOf(core);
  const number = await core.mirror.commit(async (tx) => {
    const made = await appendAll(tx, intended, me, core.now());
    return made.at(-1)?.number ?? 0;
  });
  void core.sync.now();
  return number;
}
