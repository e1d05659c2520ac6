import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { LinkState } from '../messages/state.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { entriesOf } from '../outbox/entry.ts';
import type { Settings } from '../settings/settings.ts';
import { parsePairLink } from './pair-link.ts';
import { placeOf, pull, start } from './pull.ts';
import { push } from './push.ts';
import type { Claim, Remote } from './remote.ts';

export type Sync = {
  /** Push and pull soon; many calls become one run. Never rejects. */
  now(): Promise<void>;
  /** As `now`, unless it was done a moment ago. */
  ifStale(): void;
  link(): Promise<LinkState>;
  onLink(listener: () => void): () => void;
  pair(pasted: string, deviceName: string): Promise<void>;
  unpair(): Promise<void>;
  /** True while something should be tried again without a sidebar open. */
  wantsAlarm(): Promise<boolean>;
};

export type SyncParts = {
  mirror: Mirror;
  settings: Settings;
  remote(): Remote | null;
  claim: Claim;
  newId(): Id;
  now(): number;
};

const staleMs = 10_000;
/** Codes that only pairing again can mend. */
const refusals: ReadonlySet<ErrorCode> = new Set(['auth.required', 'auth.revoked']);

export function openSync({ mirror, settings, remote, claim, newId, now }: SyncParts): Sync {
  let failure: ErrorCode | null = null;
  let filling: { done: number; total: number } | null = null;
  let lastRun = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  let again = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  async function once(): Promise<void> {
    const { device } = settings.get();
    const server = remote();
    if (!device || !server) return;
    lastRun = now();
    const before = failure;
    try {
      await push(mirror, server, device.clientId, device.me);
      await pull(mirror, server, device.me, (done, total) => {
        filling = { done, total };
        tell();
      });
      failure = null;
    } catch (cause) {
      if (settings.get().device?.clientId !== device.clientId) return; // unpaired meanwhile
      if (!(cause instanceof CodedError)) throw cause;
      failure = cause.code;
    } finally {
      if (filling || failure !== before) {
        filling = null;
        tell();
      }
    }
  }

  function run(): Promise<void> {
    again = running !== null;
    running ??= (async () => {
      try {
        do {
          again = false;
          await once();
        } while (again);
      } finally {
        running = null;
      }
    })();
    return running;
  }

  return {
    now: run,
    ifStale: () => {
      if (now() - lastRun >= staleMs) void run();
    },
    link: async () => {
      const { device } = settings.get();
      const { entries, place } = await mirror.recall('link', async (tx) => {
        const [entries, place] = await Promise.all([entriesOf(tx), tx.get('meta', 'place')]);
        return { entries, place: place as typeof start | undefined };
      });
      const waiting = entries.filter((entry) => entry.state === 'waiting').length;
      return {
        status: !device
          ? 'unpaired'
          : failure
            ? refusals.has(failure)
              ? 'refused'
              : 'offline'
            : place?.filled
              ? 'online'
              : 'filling',
        server: device?.server ?? null,
        workspace: device?.workspace ?? null,
        me: device?.me ?? null,
        waiting,
        parked: entries
          .filter((entry) => entry.state === 'parked')
          .map(({ mutation, code }) => ({
            number: mutation.number,
            verb: mutation.verb,
            code: code ?? 'server.unexpected',
          })),
        filled: place?.filled ? null : filling,
        code: device ? failure : null,
      };
    },
    onLink: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pair: async (pasted, deviceName) => {
      const link = parsePairLink(pasted);
      if (!link) throw new CodedError('input.invalid', 'link');
      const paired = await claim(link.origin, link.code, deviceName);
      await forget(mirror);
      failure = null;
      await settings.set({ device: { server: link.origin, clientId: newId(), ...paired } });
      tell();
      void run();
    },
    unpair: async () => {
      await settings.set({ device: null });
      await forget(mirror);
      failure = null;
      tell();
    },
    wantsAlarm: async () => {
      if (!settings.get().device) return false;
      const place = await placeOf(mirror);
      const entries = await mirror.read(entriesOf);
      return failure !== null || !place.filled || entries.some((entry) => entry.state === 'waiting');
    },
  };
}

/** Nothing of one workspace may be seen in another: rows, outbox and place go. */
const forget = (mirror: Mirror): Promise<void> =>
  mirror.clear(async (tx) => {
    await tx.clear('outbox');
    await tx.put('meta', 'place', start);
    await tx.put('meta', 'number', 1);
  });
