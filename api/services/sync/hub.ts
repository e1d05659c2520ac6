import type { Id } from '../../../shared/kit/id.ts';
import { passingFailure } from '../../db/failure.ts';
import type { Workspace } from '../context.ts';
import { endOfFeed } from './closing.ts';

/** `cursor`: how far the feed reaches by now. `check`: time to ask whether the listener may still listen. */
export type News = { cursor: number } | 'check';

export type Hub = {
  /** News of a workspace for one device, the present end first; ends with the signal, or with the hub. */
  listen: (here: Workspace, deviceId: Id, signal: AbortSignal | undefined) => AsyncGenerator<News>;
  /** Something was written to a workspace by this process. */
  tell: (workspaceId: Id) => void;
  /** Devices or members have changed: every listener is checked now. */
  check: () => void;
  /** Ends the streams of a workspace whose database is replaced; who comes back listens to the new one. */
  end: (workspaceId: Id) => void;
  /** Ends every stream; for a server that stops. */
  close: () => void;
};

/** Of one device; the oldest of more is taken for a dead connection. */
const mostOfDevice = 4;
/** One event says all that ten would: a busy workspace is told of at most this often. */
const restMs = 1_000;
/** Other API processes write to a remote engine without telling us. */
const pollMs = 1_000;
/** Other processes revoke devices without telling us. */
const checkMs = 10_000;

type Listener = { deviceId: Id; offer: (news: News) => void; end: () => void };
type Room = { here: Workspace; listeners: Set<Listener>; cursor: number; resting: boolean; told: boolean };

/**
 * Who waits for news of which workspace. An event says that there is news and never what, so it is as good late,
 * twice or missed: nothing is kept for anybody. [L1]
 */
export function makeHub(onFault: (error: unknown) => void): Hub {
  const rooms = new Map<Id, Room>();
  let closed = false;
  let timers: NodeJS.Timeout[] = [];

  /** Told once, then after a rest once more for all that came meanwhile. */
  async function look(room: Room): Promise<void> {
    room.told = true;
    if (room.resting) return;
    room.resting = true;
    while (room.told && room.listeners.size > 0) {
      room.told = false;
      await sayEnd(room);
      await new Promise((resolve) => setTimeout(resolve, restMs).unref());
    }
    room.resting = false;
  }

  async function sayEnd(room: Room): Promise<void> {
    try {
      const { cursor } = await endOfFeed(room.here.db);
      if (cursor === room.cursor) return;
      room.cursor = cursor;
      for (const listener of room.listeners) listener.offer({ cursor });
    } catch (error) {
      // Asked again after the rest: nobody may write for long.
      room.told = true;
      if (!passingFailure(error)) onFault(error);
    }
  }

  function each(work: (room: Room) => void): void {
    for (const room of rooms.values()) work(room);
  }
  const check = () =>
    each(({ listeners }) => {
      for (const listener of listeners) listener.offer('check');
    });

  /** Only while somebody listens. */
  function keepTime(): void {
    if (rooms.size === 0) {
      for (const timer of timers) clearInterval(timer);
      timers = [];
    } else if (timers.length === 0) {
      const poll = () => each((room) => room.here.db.engine === 'remote' && void look(room));
      timers = [setInterval(poll, pollMs), setInterval(check, checkMs)];
      for (const timer of timers) timer.unref();
    }
  }

  function enter(here: Workspace, listener: Listener): () => void {
    const room = rooms.get(here.id) ?? {
      here,
      listeners: new Set(),
      cursor: -1,
      resting: false,
      told: false,
    };
    rooms.set(here.id, room);
    const own = Array.from(room.listeners).filter(({ deviceId }) => deviceId === listener.deviceId);
    if (own.length >= mostOfDevice) own[0]?.end();
    room.listeners.add(listener);
    keepTime();
    return () => {
      room.listeners.delete(listener);
      if (room.listeners.size === 0 && rooms.get(here.id) === room) rooms.delete(here.id);
      keepTime();
    };
  }

  async function* listen(
    here: Workspace,
    deviceId: Id,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<News> {
    let cursor: number | null = null;
    let isToCheck = false;
    let ended = closed || signal?.aborted === true;
    let wake = () => {};
    const end = () => {
      ended = true;
      wake();
    };
    const offer = (news: News) => {
      if (news === 'check') isToCheck = true;
      else cursor = news.cursor;
      wake();
    };
    const leave = enter(here, { deviceId, offer, end });
    signal?.addEventListener('abort', end);
    try {
      if (!ended) yield { cursor: (await endOfFeed(here.db)).cursor };
      while (!ended) {
        if (isToCheck) {
          isToCheck = false;
          yield 'check';
        } else if (cursor !== null) {
          const news = { cursor };
          cursor = null;
          yield news;
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      signal?.removeEventListener('abort', end);
      leave();
    }
  }

  return {
    listen,
    tell: (workspaceId) => {
      const room = rooms.get(workspaceId);
      if (room) void look(room);
    },
    check,
    end: (workspaceId) => {
      for (const listener of rooms.get(workspaceId)?.listeners ?? []) listener.end();
      rooms.delete(workspaceId);
    },
    close: () => {
      closed = true;
      each(({ listeners }) => {
        for (const listener of listeners) listener.end();
      });
    },
  };
}
