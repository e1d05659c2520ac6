import type { Automatic } from '../../../shared/domain/automatic/kinds.ts';
import type { WhyNot } from '../../../shared/domain/interaction/why-not.ts';
import type { Sighting } from '../../../shared/identity/sighting.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { MailHealth } from '../../gmail/health.ts';
import type { MailScreen, RowSeen } from '../../gmail/surface.ts';
import type { StorageArea } from '../../settings/storage.ts';
import type { Teaching } from '../capture.ts';
import type { ScheduledOnScreen, Settled, Writing } from '../compose.ts';
import type { LogChoice } from '../state.ts';
import type { PageScreen } from '../tab.ts';
import { openRows } from './rows-seen.ts';

export type Shown =
  | { kind: 'none' }
  | { kind: 'mail'; screen: MailScreen; level: 'inboxsdk' | 'dom' }
  /** `read`: what cards said that somebody had read there. */
  | { kind: 'page'; screen: PageScreen; read?: Sighting[] };

/** What one tab shows and what was chosen there. Plain data: it outlives the worker in `storage.session`. */
export type TabSession = {
  shown: Shown;
  /** Key of the person whom the user picked. */
  selected: string | null;
  /** Where the user said that logs of this thread go; undefined: nothing was said. */
  chosen?: { threadId: string; to: LogChoice };
  /** A long log under way there. */
  logging?: { threadId: string; done: number; all: number } | null;
  /** What the user said of who will see this thread's log; undefined: nothing. */
  hidden?: { threadId: string; private: boolean };
  /** What the server's own page in this tab offers, once a click on the icon let us read it. */
  offer?: { server: string; link: string } | null;
  /** The one frame our content script made here; `document` once it has said hello. */
  frame: { nonce: string; document: string | null } | null;
  /** Frames with pages of ours in the mailbox's main part, the newest last. */
  routes?: { nonce: string; document: string | null }[];
  /** Mail ids found to be probably logged already, with the entry they resemble. */
  probably: Record<string, Id>;
  /** Of mails that were read: why they stayed out of the log, which the page did not tell. */
  left?: Record<string, WhyNot>;
  /** Mail ids whose original said that nobody wrote them. */
  automatic: Record<string, Automatic>;
  /** What is being shown by pointing there. */
  teaching?: Teaching | null;
  /** To whom a mail is being written there; `plain`: in a window into which nothing of ours can be put. */
  writing?: Writing | 'plain' | null;
  /** A reminder that an answer there made done, and those that somebody opened again. */
  settled?: Settled | null;
  reopened?: Id[];
  /** A mail that may have been scheduled there. */
  scheduled?: ScheduledOnScreen | null;
  /** How reading the mailbox fares there. */
  health?: MailHealth;
};
export const newSession = (): TabSession => ({
  shown: { kind: 'none' },
  selected: null,
  frame: null,
  probably: {},
  automatic: {},
});

export type Sessions = {
  get(tabId: number): TabSession;
  change(tabId: number, change: Partial<TabSession>): void;
  forget(tabId: number): void;
  onChange(listener: (tabId: number) => void): () => void;
  tabs(): number[];
  /** The conversations whose rows this tab's mailbox has shown, the one seen last first. */
  rows(tabId: number): readonly RowSeen[];
  /** Rows as they are shown now: each takes the place of what was seen of its conversation before. */
  seeRows(tabId: number, account: string, rows: readonly RowSeen[]): void;
};

const key = (tabId: number): string => `tab/${tabId}`;

/** @param area `storage.session` as a whole, so that a new worker begins where the old one ended */
export async function openSessions(
  area: StorageArea,
  all: () => Promise<Record<string, unknown>>,
): Promise<Sessions> {
  const sessions = new Map<number, TabSession>();
  const stored = await all();
  for (const [name, value] of Object.entries(stored))
    if (name.startsWith('tab/')) sessions.set(Number(name.slice(4)), value as TabSession);
  const listeners = new Set<(tabId: number) => void>();
  const rows = openRows(area, stored, (tabId) => {
    for (const listener of listeners) listener(tabId);
  });
  return {
    rows: rows.of,
    seeRows: rows.see,
    get: (tabId) => sessions.get(tabId) ?? newSession(),
    change: (tabId, change) => {
      const next = { ...(sessions.get(tabId) ?? newSession()), ...change };
      sessions.set(tabId, next);
      for (const listener of listeners) listener(tabId);
      // After the sidebar was told: a large screen takes a while to write.
      void area.set({ [key(tabId)]: sessions.get(tabId) ?? next });
    },
    forget: (tabId) => {
      sessions.delete(tabId);
      rows.forget(tabId);
      for (const listener of listeners) listener(tabId);
      void area.remove(key(tabId));
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tabs: () => [...sessions.keys()],
  };
}
