import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FromBackground } from '../messages/calls.ts';
import type { PortLike } from '../messages/ports.ts';
import { leadLock, pageLock } from './channel.ts';
import { host } from './host.ts';
import { lead } from './lead.ts';
import { wayToLeader } from './way.ts';

const origin = 'https://crm.example';
const { locks } = navigator;
const ends: (() => void)[] = [];
let names = 0;
/** Of each test its own, so that what one leaves behind is nobody else's. */
let channelName = '';
const channelOf = () => {
  const channel = new BroadcastChannel(channelName);
  ends.push(() => channel.close());
  return channel as unknown as globalThis.BroadcastChannel;
};
/** Locks of this test alone. */
const scoped = {
  request: (name: string, ...rest: unknown[]) =>
    (locks.request as (...given: unknown[]) => Promise<unknown>)(`${channelName} ${name}`, ...rest),
  query: async () => {
    const { held = [] } = await locks.query();
    const prefix = `${channelName} `;
    const mine = held.filter(({ name }) => name?.startsWith(prefix));
    return { held: mine.map((lock) => ({ ...lock, name: lock.name?.slice(prefix.length) })), pending: [] };
  },
} as unknown as LockManager;

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A worker: it answers every call with its own name. */
function worker(build: string) {
  const channel = channelOf();
  const id = `${build}-${++names}`;
  const state = { led: false, ended: false, ports: [] as PortLike[], gone: 0 };
  const { pushAside } = lead({
    locks: scoped,
    channel,
    build,
    id,
    open: async () => {
      state.led = true;
      const hosting = host({
        channel,
        locks: scoped,
        id,
        origin,
        connect: (port) => {
          state.ports.push(port);
          port.onDisconnect.addListener(() => {
            state.gone++;
          });
          port.onMessage.addListener((message) =>
            port.postMessage({ id: (message as { id: number }).id, answer: build }),
          );
        },
      });
      return async () => hosting.close();
    },
    end: () => {
      state.ended = true;
    },
  });
  return { state, pushAside };
}

function page(pushAside: () => void = () => undefined) {
  const late: (() => void)[] = [];
  let spawned = 0;
  const id = `page-${++names}`;
  const way = wayToLeader({
    channel: channelOf(),
    locks: scoped,
    id,
    spawn: () => {
      spawned++;
    },
    pushAside,
    after: (_, run) => void late.push(run),
    report: (cause) => {
      throw cause;
    },
  });
  const heard: FromBackground[] = [];
  const lost = vi.fn();
  const open = () => {
    const port = way.open();
    port.onMessage((message) => void heard.push(message));
    port.onDisconnect(lost);
    return port;
  };
  return {
    id,
    open,
    heard,
    lost,
    patience: () => {
      for (const run of late.splice(0)) run();
    },
    spawned: () => spawned,
  };
}
const ask = (port: { postMessage(message: never): void }, id: number) =>
  port.postMessage({ id, call: 'today', input: {}, place: null } as never);
const soon = { timeout: 2_000, interval: 10 };
const begin = () => {
  channelName = `test-${++names}`;
};

describe('one background for all pages of the app', () => {
  test('what a page asks before anybody leads is answered by the first who does', async () => {
    begin();
    const one = page();
    ask(one.open(), 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(one.heard).toEqual([]);
    worker('a');
    await vi.waitFor(() => expect(one.heard).toEqual([{ id: 1, answer: 'a' }]), soon);
  });

  test('[S5] of two workers one leads, and every page finds it', async () => {
    begin();
    const [first, second] = [worker('a'), worker('a')];
    const pages = [page(), page()];
    for (const each of pages) ask(each.open(), 1);
    for (const each of pages) await vi.waitFor(() => expect(each.heard).toHaveLength(1), soon);
    expect([first.state.led, second.state.led].filter(Boolean)).toHaveLength(1);
  });

  test('a worker of a newer build is made room for, and pages go over to it', async () => {
    begin();
    const old = worker('old');
    const one = page();
    ask(one.open(), 1);
    await vi.waitFor(() => expect(one.heard).toHaveLength(1), soon);
    worker('new');
    await vi.waitFor(() => expect([old.state.ended, one.lost.mock.calls.length]).toEqual([true, 1]), soon);
    ask(one.open(), 2);
    await vi.waitFor(() => expect(one.heard.at(-1)).toEqual({ id: 2, answer: 'new' }), soon);
  });

  test('one that holds the lead and answers nobody is pushed aside', async () => {
    begin();
    let stolen = false;
    // Frozen with its tab: the lock is held, nothing is heard.
    scoped
      .request(leadLock, () => new Promise<never>(() => undefined))
      .catch(() => {
        stolen = true;
      });
    const waiting = worker('a');
    const one = page(waiting.pushAside);
    ask(one.open(), 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(waiting.state.led).toBe(false);
    one.patience();
    await vi.waitFor(() => expect([stolen, one.heard]).toEqual([true, [{ id: 1, answer: 'a' }]]), soon);
  });

  test('a page that looks finds that nobody leads, and starts a worker anew', async () => {
    begin();
    const one = page();
    const port = one.open();
    expect(one.spawned()).toBe(1);
    port.postMessage({ ping: true });
    await vi.waitFor(() => expect(one.spawned()).toBe(2), soon);
  });

  test('a page that is gone is no longer counted', async () => {
    begin();
    const { state } = worker('a');
    await vi.waitFor(() => expect(state.led).toBe(true), soon);
    let leave: () => void = () => undefined;
    const living = new Promise<void>((resolve) => {
      leave = resolve;
    });
    void scoped.request(pageLock('p'), () => living);
    const channel = channelOf();
    channel.postMessage({ from: 'p', open: true });
    await vi.waitFor(() => expect(state.ports).toHaveLength(1), soon);
    expect(state.gone).toBe(0);
    leave();
    await vi.waitFor(() => expect(state.gone).toBe(1), soon);
  });
});
