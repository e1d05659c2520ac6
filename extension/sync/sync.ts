import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { LinkState } from '../messages/state.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { startingWith } from '../mirror/store.ts';
import { bytesPrefixes } from '../outbox/bytes.ts';
import { nextNumber } from '../outbox/client.ts';
import { entriesOf } from '../outbox/entry.ts';
import type { Spare } from '../outbox/spare.ts';
import type { Device, DeviceSlot } from './device.ts';
import { exchange } from './exchange.ts';
import { linkOf } from './link.ts';
import { openLive } from './live.ts';
import { type Life, placeIn, start } from './pull.ts';
import { nextReminder } from './reminder.ts';
import type { Remote } from './remote.ts';
import type { Time } from './time.ts';
import { openTokens } from './tokens.ts';
import { openTries, refusals } from './tries.ts';

export type Sync = {
  /** Push and pull at once; many calls become one run. Never rejects. */
  now(): Promise<void>;
  /** As `now`, unless it was done a moment ago or a wait is not over. */
  ifStale(): Promise<void>;
  /** A sidebar is open: news is listened for as long as this is said again. [L2] */
  looked(): void;
  link(): Promise<LinkState>;
  onLink(listener: () => void): () => void;
  /** Any other question to the server: with the token that counts. */
  ask<T>(work: (device: Device) => Promise<T>): Promise<T>;
  /** When the worker should be woken if nobody looks; null: it may sleep. [L2] */
  wakeAt(): Promise<number | null>;
  /** What was kept is lost or cannot be read: rows are read anew; the outbox stays, or comes back from its copies. [S2] [S4] */
  rebuild(): Promise<void>;
  /** Stops; everything is kept. */
  close(): Promise<void>;
};

export type SyncParts = {
  mirror: Mirror;
  device: DeviceSlot;
  remote(device: Device): Remote;
  spare: Spare;
  time: Time;
  newId(): Id;
  /** Of several backgrounds on one database only one is at it. */
  alone?(work: () => Promise<void>): Promise<void>;
  /** What nobody foresaw; sync goes on. */
  report(cause: unknown): void;
  /** The workspace was taken from this browser: what was kept of it is gone. */
  ended?(device: Device, code: ErrorCode): Promise<void>;
};

const staleMs = 10_000;
/** Progress of a fill is told four times a second. */
const tellMs = 250;
/** With a stream open there is little that it does not tell. */
const liveStaleMs = 120_000;
/** A worker that dies at its work is woken after this. */
const safetyMs = 60_000;

export function openSync(parts: SyncParts): Sync {
  const { mirror, device: slot, remote, spare, time, newId, report, ended } = parts;
  const alone = parts.alone ?? ((work) => work());
  let failure: ErrorCode | null = null;
  let filling: { done: number; total: number } | null = null;
  let told = Number.NEGATIVE_INFINITY;
  let lastRun = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let prepared: Promise<void> | null = null;
  let rebuilding: Promise<void> | null = null;
  /** Read before anything is done in this life: what the server has from there on is of another one. [C6] */
  const life: Life = { firstNumber: undefined };
  const born = mirror.read(nextNumber).then((number) => {
    life.firstNumber = number;
  }, report);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const tries = openTries(time, () => void run());
  const tokens = openTokens({ device: slot, remote, now: time.now });

  const live = openLive({
    time,
    open: (on) => tokens.call((device) => remote(device).live(on)),
    news: (cursor) => {
      void (async () => {
        if (cursor === null || cursor > (await mirror.read(placeIn)).cursor) await run();
      })().catch(report);
    },
    refused: () => void run(),
    report,
  });

  /** Once a life: who this database is, what a lost one held, and how long we were to stay away. */
  function prepare(device: Device): Promise<void> {
    prepared ??= (async () => {
      await born;
      await spare.restore(device.me, device.clientId);
      tries.resume(await mirror.read((tx) => tx.get('meta', 'tries')));
    })().catch((cause: unknown) => {
      prepared = null;
      throw cause;
    });
    return prepared;
  }

  const keepTries = () => mirror.commit(({ raw }) => raw.put('meta', 'tries', tries.kept));

  async function once(): Promise<void> {
    const device = slot.get();
    if (!device || closed) return;
    const before = failure;
    try {
      await prepare(device);
      if (!tries.mayTry()) return tries.hasten();
      lastRun = time.now();
      await alone(() =>
        exchange({
          mirror,
          me: device.me,
          call: (work) => tokens.call((current) => work(remote(current))),
          now: time.now,
          newId,
          life,
          progress: (done, total) => {
            filling = { done, total };
            // Nobody reads faster, and each time is a picture drawn.
            if (Math.abs(time.now() - told) < tellMs) return;
            told = time.now();
            tell();
          },
        }),
      );
      failure = null;
      if (!tries.succeeded()) return;
      await keepTries();
      live.again();
    } catch (cause) {
      await failed(cause, device);
    } finally {
      if (filling || failure !== before || failure !== null) {
        filling = null;
        tell();
      }
    }
  }

  async function failed(cause: unknown, device: Device): Promise<void> {
    if (closed || slot.get()?.server !== device.server) return; // unpaired meanwhile
    const coded =
      cause instanceof CodedError ? cause : new CodedError('server.unexpected', 'here', { cause });
    if (coded !== cause) report(cause);
    failure = coded.code;
    if (coded.code === 'auth.removed') {
      await forget(); // [K4]
      await ended?.(device, coded.code);
      await slot.change(null);
      return;
    }
    tries.failed(coded);
    await keepTries().catch(report);
  }

  async function ifStale(): Promise<void> {
    const device = slot.get();
    if (!device || closed || running) return;
    try {
      await prepare(device);
    } catch (cause) {
      return report(cause);
    }
    const stale = live.isOpen && failure === null ? liveStaleMs : staleMs;
    // A clock that was set back does not make a run of before one of just now.
    if (tries.isDue() && Math.abs(time.now() - lastRun) >= stale) await run();
  }

  function run(): Promise<void> {
    again = running !== null;
    running ??= (async () => {
      try {
        do {
          again = false;
          await once();
        } while (again);
      } catch (cause) {
        report(cause);
      } finally {
        running = null;
      }
    })();
    return running;
  }

  /** All that is kept of the workspace here: rows, outbox, copies. */
  async function forget(): Promise<void> {
    tries.stop();
    await mirror.clear(async (tx) => {
      await tx.clear('outbox');
      for (const key of ['number', 'order', 'client', 'sent', 'tries', 'parts', 'mixed'])
        await tx.delete('meta', key);
      for (const prefix of ['import/', ...bytesPrefixes])
        for (const { key } of await tx.scan('meta', startingWith(prefix))) await tx.delete('meta', key);
      await tx.put('meta', 'place', start);
    });
    await spare.forget();
    prepared = null;
  }

  const unlisten = mirror.onChange(() => {
    if (prepared && !closed) void spare.follow().catch(report);
  });

  return {
    now: run,
    ifStale,
    looked: () => {
      void ifStale();
      if (slot.get() && !closed && !(failure && refusals.has(failure))) live.lease();
    },
    link: () => linkOf(mirror, slot.get(), { failure, filling, retryAt: tries.kept.retryAt }),
    onLink: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: (work) => tokens.call(work),
    wakeAt: async () => {
      const device = slot.get();
      if (!device || closed || (failure && refusals.has(failure))) return null;
      const { retryAt } = tries.kept;
      if (retryAt !== null) return retryAt;
      const isOpen = await mirror.read(async (tx) => {
        const [entries, place] = await Promise.all([entriesOf(tx), placeIn(tx)]);
        return !place.filled || entries.some(({ state }) => state === 'waiting');
      });
      return isOpen ? time.now() + safetyMs : nextReminder(mirror, device.me, time.now());
    },
    rebuild: () => {
      rebuilding ??= (async () => {
        prepared = null;
        await mirror.clear((tx) => tx.put('meta', 'place', start));
      })()
        .catch(report)
        .finally(() => {
          rebuilding = null;
        });
      return rebuilding.then(run);
    },
    close: async () => {
      closed = true;
      tries.stop();
      live.close();
      unlisten();
      await running;
    },
  };
}
