import type { FromBackground, ToBackground } from '../messages/calls.ts';
import type { PagePort, Way } from '../messages/over-port.ts';
import { leadLock, type OnChannel, pageLock } from './channel.ts';

export type WayParts = {
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  locks: Pick<LockManager, 'request' | 'query'>;
  /** This page. */
  id: string;
  /** Starts a worker, which leads or waits. */
  spawn(): void;
  /** Asks this page's worker to lead, although another one says it does. */
  pushAside(): void;
  after(ms: number, run: () => void): void;
  report(cause: unknown): void;
};

/** A worker that leads answers at once, whatever it is at. */
const patienceMs = 5_000;

/** The way of a page to whichever worker leads. */
export function wayToLeader({ channel, locks, id, spawn, pushAside, after, report }: WayParts): Way {
  /** `early`: what was said before anybody listened; a channel keeps nothing. */
  type Open = {
    leader: string | null;
    early: ToBackground[];
    messages(message: FromBackground): void;
    ended(): void;
  };
  let open: Open | null = null;
  // Nothing is asked before the lock is held by which a leader knows that this page lives.
  const held = new Promise<void>((resolve) => {
    void locks.request(pageLock(id), () => {
      resolve();
      return new Promise<never>(() => undefined);
    });
  });
  const post = (message: OnChannel) => void held.then(() => channel.postMessage(message));
  const lose = () => {
    const lost = open;
    open = null;
    lost?.ended();
  };

  channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
    if (!open) return;
    // One that has just begun has heard nothing of what was asked before.
    if ('leads' in data && data.leads !== open.leader) {
      if (open.leader === null) post({ from: id, open: true });
      else lose();
    }
    if (!('to' in data) || data.to !== id) return;
    if ('here' in data) {
      open.leader = data.here;
      for (const message of open.early.splice(0)) post({ from: id, message });
    }
    if ('message' in data) open.messages(data.message);
    if ('gone' in data && data.gone === open.leader) lose();
  });

  /** Whether anybody leads at all: a worker that crashed says nothing. */
  async function look(): Promise<void> {
    const { held = [] } = await locks.query();
    if (!held.some(({ name }) => name === leadLock)) {
      spawn();
      if (open?.leader) lose();
    }
  }

  function openPort(): PagePort {
    let messages: Open['messages'] = () => undefined;
    let ended: Open['ended'] = () => undefined;
    const mine: Open = {
      leader: null,
      early: [],
      messages: (message) => messages(message),
      ended: () => ended(),
    };
    open = mine;
    post({ from: id, open: true });
    after(patienceMs, () => {
      if (open === mine && mine.leader === null) pushAside();
    });
    return {
      postMessage: (message: ToBackground) => {
        if (mine.leader === null) mine.early.push(message);
        else post({ from: id, message });
        if ('ping' in message) void look().catch(report);
      },
      onMessage: (listener) => {
        messages = listener;
      },
      onDisconnect: (listener) => {
        ended = listener;
      },
    };
  }

  spawn();
  return {
    open: openPort,
    isOver: () => false,
    self: async () => ({ nonce: null, tabId: null }),
  };
}
