import type { FromBackground } from '../messages/calls.ts';
import type { PortLike } from '../messages/ports.ts';
import { type OnChannel, pageLock } from './channel.ts';

/** A page of ours by itself, as the ports of an extension name it. */
export const ourselves = (origin: string) => ({ id: 'web', origin });

type Parts = {
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  locks: Pick<LockManager, 'request'>;
  id: string;
  origin: string;
  connect(port: PortLike): void;
};

/** Gives every page that asks a port, for as long as the page lives. */
export function host({ channel, locks, id, origin, connect }: Parts): { close(): void } {
  const pages = new Map<string, { take(message: unknown): void; end(): void }>();
  const tell = (message: OnChannel) => channel.postMessage(message);
  let closed = false;

  function admit(page: string): void {
    pages.get(page)?.end();
    const early: unknown[] = [];
    let listener: ((message: unknown) => void) | null = null;
    const ends = new Set<() => void>();
    const mine = {
      take: (message: unknown) => (listener ? listener(message) : void early.push(message)),
      end: () => {
        if (pages.get(page) === mine) pages.delete(page);
        for (const ended of ends) ended();
      },
    };
    pages.set(page, mine);
    // Its page holds this lock while it lives.
    void locks.request(pageLock(page), { mode: 'shared' }, mine.end);
    tell({ to: page, here: id });
    connect({
      name: 'sidebar',
      sender: { ...ourselves(origin), url: `${origin}/app` },
      postMessage: (message: FromBackground) => {
        if (pages.get(page) === mine) tell({ to: page, message });
      },
      disconnect: () => {
        mine.end();
        tell({ to: page, gone: id });
      },
      onMessage: {
        addListener: (added) => {
          listener = added;
          for (const message of early.splice(0)) added(message);
        },
      },
      onDisconnect: { addListener: (ended) => void ends.add(ended) },
    });
  }

  channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
    if (closed || !('from' in data)) return;
    if ('open' in data) admit(data.from);
    else {
      const page = pages.get(data.from);
      if (page) page.take(data.message);
      else tell({ to: data.from, gone: id });
    }
  });
  return {
    close: () => {
      closed = true;
      for (const page of [...pages.values()]) page.end();
    },
  };
}
