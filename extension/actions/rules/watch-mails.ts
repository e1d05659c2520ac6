import type { Desk } from '../core.ts';
import { noteNewcomers } from '../today/newcomers.ts';
import type { Workspaces } from '../workspaces.ts';
import { logByRules } from './log-by-rule.ts';
import { noteSeen, noteVisit } from './note-seen.ts';

/** Whoever goes through a list by its keys has a mail before them for less than this. */
const shownMs = 2_000;
/** What changed on the page of a mail that is read is looked at together. */
const calmMs = 300;
const visitMs = 60_000;
const patienceMs = 60_000;

export type WatchParts = {
  desk: Desk;
  workspaces: Workspaces;
  after(ms: number, run: () => void): () => void;
  report(cause: unknown): void;
};

type Watched = { thread: string; since: number; stop: () => void };

/** Follows what each tab's mailbox shows: what was before somebody for long enough is noted, and logged where a rule says so. [E4] */
export function watchMails({ desk, workspaces, after, report }: WatchParts): () => void {
  const tabs = new Map<number, Watched>();
  /** One look after another: two tabs on one mail are one look that logs and one that finds it logged. */
  let tail: Promise<void> = Promise.resolve();

  const shownIn = (tabId: number): string | null => {
    const { shown } = desk.sessions.get(tabId);
    return shown.kind === 'mail' && shown.screen.thread
      ? `${shown.screen.account} ${shown.screen.thread.id}`
      : null;
  };

  async function look(tabId: number, thread: string): Promise<void> {
    const core = await workspaces.of(tabId);
    const { shown } = desk.sessions.get(tabId);
    if (!core || shown.kind !== 'mail' || shownIn(tabId) !== thread) return;
    await noteSeen(core, tabId, shown.screen);
    await noteNewcomers(core, tabId);
    await logByRules(core, tabId);
  }

  /** A tab that does not answer holds up nobody else. */
  const inTime = (looking: Promise<void>): Promise<void> => {
    let stop = () => {};
    const late = new Promise<void>((resolve) => {
      stop = after(patienceMs, resolve);
    });
    return Promise.race([looking, late]).finally(() => stop());
  };

  function changed(tabId: number): void {
    const thread = shownIn(tabId);
    const watched = tabs.get(tabId);
    if (thread === null) {
      watched?.stop();
      tabs.delete(tabId);
      return;
    }
    const since = watched?.thread === thread ? watched.since : desk.now();
    watched?.stop();
    const wait = Math.max(calmMs, since + shownMs - desk.now());
    const stop = after(wait, () => {
      tail = tail.then(() => inTime(look(tabId, thread))).catch(report);
    });
    tabs.set(tabId, { thread, since, stop });
  }

  const visited = new Map<string, number>();
  /** While a list is scrolled its mailbox tells of itself many times a second. */
  async function visit(tabId: number): Promise<void> {
    const { shown } = desk.sessions.get(tabId);
    if (shown.kind !== 'mail') return;
    const { account } = shown.screen;
    if (desk.now() - (visited.get(account) ?? 0) < visitMs) return;
    visited.set(account, desk.now());
    const core = await workspaces.of(tabId);
    if (core) await noteVisit(core, account);
  }

  const last = new Map<number, unknown>();
  /** A session changes for many reasons; of those only another screen is one to look again. */
  const told = (tabId: number): void => {
    const { shown } = desk.sessions.get(tabId);
    visit(tabId).catch(report);
    const thread = shown.kind === 'mail' ? shown.screen.thread : null;
    if (last.get(tabId) === thread) return;
    last.set(tabId, thread);
    changed(tabId);
  };
  const all = () => {
    for (const tabId of desk.sessions.tabs()) changed(tabId);
  };
  const end = desk.sessions.onChange(told);
  workspaces.onOpen(({ mirror }) => {
    mirror.onChange(({ all: many, nouns }) => {
      // Another rule, another contact: what is open may be named now.
      if (many || nouns.has('logRule') || nouns.has('exclusion') || nouns.has('contact')) all();
    });
    all();
  });
  return () => {
    end();
    for (const { stop } of tabs.values()) stop();
  };
}
