import { act, type Core } from '../../../extension/actions/core.ts';
import { retryParked } from '../../../extension/actions/retry-parked.ts';
import { openMirror } from '../../../extension/mirror/mirror.ts';
import { discard, type Intended } from '../../../extension/outbox/outbox.ts';
import { openSpare, type SpareArea } from '../../../extension/outbox/spare.ts';
import { checkedDelta, checkedPush, checkedToken } from '../../../extension/sync/answers.ts';
import type { Device, DeviceSlot } from '../../../extension/sync/device.ts';
import type { LiveOn } from '../../../extension/sync/live.ts';
import type { Remote } from '../../../extension/sync/remote.ts';
import { checkedWorkspace } from '../../../extension/sync/server.ts';
import { openSync } from '../../../extension/sync/sync.ts';
import type { Time } from '../../../extension/sync/time.ts';
import type { Noun, Rows } from '../../../shared/domain/rows.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { crash, type Disk, type DiskParts, emptyDisk, openDisk, type Point, peek } from './disk.ts';
import { type Network, read } from './network.ts';
import type { Seams } from './planted.ts';
import type { Random } from './random.ts';
import type { Cancel, Scheduler } from './scheduler.ts';
import { never } from './server.ts';

/** How a browser profile suffers in one round. Probabilities an operation of its store. */
export type Frailty = {
  dies: number;
  refuses: number;
  /** Every operation of the store takes a moment of its own, so that others come in between. */
  slow: boolean;
  pageRows: number;
};
export const sturdy: Frailty = { dies: 0, refuses: 0, slow: false, pageRows: 1_000 };

export type ClientParts = {
  name: string;
  device: Device;
  skew: number;
  scheduler: Scheduler;
  random: Random;
  network: Network;
  seams: Seams;
  bornAt: number;
  fault(text: string): void;
  /** After each complete transaction. */
  watch(client: Client): void;
};

/** One browser profile with its background, as the browser puts it together. */
export type Client = {
  readonly name: string;
  readonly member: Id;
  readonly disk: Disk;
  /** What the extension's own storage keeps: copies of what waits. */
  readonly spare: Map<string, unknown>;
  readonly device: Device | null;
  frailty: Frailty;
  now(): number;
  newId(): Id;
  /** How long its worker has been at rest: whatever follows a commit is done. */
  calmMs(): number;
  /** The order its mirror was read in. */
  epoch(): string | null;
  get<N extends Noun>(noun: N, id: Id): Promise<Rows[N] | undefined>;
  /** Resolves when the worker says "Saved"; never, when it died before. */
  act(...intended: Intended[]): Promise<number>;
  retry(order: number, restore: boolean): Promise<void>;
  discard(order: number): Promise<void>;
  /** A sidebar opens, the browser comes online. */
  nudge(): void;
  /** A sidebar is open for a while. */
  look(): void;
  /** The token is due for another one. */
  age(): void;
  wake(): void;
  /** The worker is killed and comes back by itself. */
  die(): void;
  /** IndexedDB is lost; the extension's own storage is not. */
  lose(): void;
  /** For good. */
  end(): void;
};

type Life = { dead: boolean; alarm: Cancel };
const alarmMs = 30_000;

export function openClient(parts: ClientParts): Client {
  const { name, skew, scheduler, random, network, seams, bornAt, fault, watch } = parts;
  const disk = emptyDisk();
  const spareItems = new Map<string, unknown>();
  let device: Device | null = parts.device;
  let life: Life | null = null;
  let core: Promise<Core> | null = null;
  let twin: Promise<Core | undefined> | null = null;
  let quietSince = 0;
  const now = () => bornAt + scheduler.now() + skew;
  const newId = () => idFrom(now(), random.bytes(10));

  const client: Client = {
    name,
    member: parts.device.me,
    disk,
    spare: spareItems,
    get device() {
      return device;
    },
    frailty: sturdy,
    now,
    newId,
    calmMs: () => (life ? scheduler.now() - quietSince : 0),
    epoch: () => (peek(disk, 'meta', 'place') as { epoch: string | null } | undefined)?.epoch ?? null,
    get: (noun, id) => running((core) => core.mirror.get(noun, id)),
    act: (...intended) => running((core) => act(core, ...intended)),
    retry: (number, restore) => running((core) => retryParked(core, { number, restore })),
    discard: (order) => running((core) => core.mirror.commit((tx) => discard(tx, order))),
    nudge: () => {
      void running((core) => core.sync.now());
      void twin?.then((core) => core?.sync.now());
    },
    look: () => {
      scheduler.note(`${name} looks`);
      for (let at = 0; at < 60_000; at += 15_000)
        scheduler.after(at, `${name} still looks`, () => void running(async (core) => core.sync.looked()));
    },
    age: () => {
      if (device) device = { ...device, tokenAt: 0 };
    },
    wake: () => {
      if (life || !device) return;
      quietSince = scheduler.now();
      const mine: Life = { dead: false, alarm: () => undefined };
      life = mine;
      core = open(mine);
      // A second background on the same disk, where a fault has one.
      if (seams.workers === 2) twin = open(mine).catch(() => undefined);
      core.then(
        (core) => {
          if (!mine.dead) void core.sync.ifStale();
        },
        (error: unknown) => {
          if (mine.dead) return;
          if (!(error instanceof DOMException)) return fault(`${name} could not start: ${String(error)}`);
          // The disk refused: the browser begins it anew with the next event.
          client.die();
        },
      );
      // The alarm comes at the time that sync asked for, not sooner than the browser allows.
      const ring = () => {
        if (mine.dead) return;
        mine.alarm = scheduler.after(alarmMs, `${name} alarm`, ring);
        void running(async ({ sync }) => {
          const at = await sync.wakeAt();
          if (at !== null && at <= now()) await sync.ifStale();
        }).catch(unlessRefused);
      };
      mine.alarm = scheduler.after(alarmMs, `${name} alarm`, ring);
    },
    die: () => {
      if (!life) return;
      client.end();
      scheduler.after(random.int(5_000), `${name} wakes`, client.wake);
    },
    lose: () => {
      drop();
      scheduler.after(random.int(5_000), `${name} wakes`, client.wake);
    },
    end: () => {
      if (!life) return;
      life.dead = true;
      life.alarm();
      life = null;
      core = null;
      crash(disk);
    },
  };

  function drop(): void {
    client.end();
    for (const shelf of Object.values(disk.shelves)) {
      shelf.kept.clear();
      shelf.keys = null;
      shelf.tags = null;
    }
  }

  async function running<T>(work: (core: Core) => Promise<T>): Promise<T> {
    const mine = life;
    if (!mine || !core) return never;
    const answer = await work(await core);
    return mine.dead ? never : answer;
  }

  async function open(mine: Life): Promise<Core> {
    const at = { name, disk, scheduler, random };
    const store = seams.store(openDisk(disk, diskParts(mine)), at);
    const mirror = await openMirror(store);
    const spare = openSpare({ area: seams.area(areaOf(mine)), place: 'p', mirror, newId });
    const slot = slotOf(mine);
    const time = timeOf(mine);
    const sync = openSync({
      mirror,
      device: slot,
      remote: (device) => seams.remote(remoteOf(mine, device.token), at),
      spare,
      time: seams.time(time),
      newId,
      report: (cause) => {
        if (!mine.dead && !(cause instanceof DOMException)) fault(`${name} met ${textOf(cause)}`);
      },
    });
    return { mirror, sync, device: slot, now, newId } as unknown as Core;
  }

  function diskParts(mine: Life): DiskParts {
    return {
      pass: (point: Point, writing: boolean) => {
        if (mine.dead) return never;
        const { dies, refuses, slow } = client.frailty;
        if (dies > 0 && random.chance(dies)) {
          scheduler.note(`${name} dies at ${point}`);
          client.die();
          return never;
        }
        if (refuses > 0 && writing && point !== 'committed' && random.chance(refuses)) {
          scheduler.note(`${name} disk refuses at ${point}`);
          const kind = random.chance(0.5) ? 'QuotaExceededError' : 'AbortError';
          return Promise.reject(new DOMException('The disk refused.', kind));
        }
        if (!slow) return null;
        return new Promise((resolve) => {
          scheduler.after(random.int(8), `${name} disk ${point}`, () => {
            if (!mine.dead) resolve();
          });
        });
      },
      committed: () => {
        quietSince = scheduler.now();
        watch(client);
      },
    };
  }

  /** A call's answer, unless its worker has died meanwhile. */
  const living = <T>(mine: Life, work: Promise<T>): Promise<T> =>
    work.then(
      (answer) => (mine.dead ? never : answer),
      (error: unknown) => {
        if (mine.dead) return never;
        throw error;
      },
    );

  function remoteOf(mine: Life, token: string): Remote {
    const ask = <T>(path: string, input: unknown, check: (answer: unknown) => T | null): Promise<T> =>
      mine.dead
        ? never
        : living(
            mine,
            network.ask(name, path, token, JSON.stringify(input)).then((text) => read(text, check)),
          );
    return {
      push: (input) => ask('sync.push', input, checkedPush),
      pull: (input) =>
        ask('sync.pull', { ...input, limit: Math.min(input.limit, client.frailty.pageRows) }, checkedDelta),
      rotate: () => ask('device.rotate', {}, checkedToken),
      live: (on) => living(mine, network.listen(name, unlessDead(mine, on))),
      touch: async () => {
        await ask('workspace.show', {}, checkedWorkspace);
      },
    };
  }

  const unlessDead = (mine: Life, on: LiveOn): LiveOn => ({
    news: (cursor) => mine.dead || on.news(cursor),
    heard: () => mine.dead || on.heard(),
    ended: (cause) => mine.dead || on.ended(cause),
  });

  /** Each step of the browser's storage is one that the worker may not outlive. */
  const step = (mine: Life): Promise<void> =>
    mine.dead ? never : (diskParts(mine).pass('operation', false) ?? Promise.resolve());

  const slotOf = (mine: Life): DeviceSlot => ({
    get: () => device,
    change: async (fields) => {
      await step(mine);
      device = fields && device ? { ...device, ...fields } : null;
      // As the browser does with a workspace that is no place of its any more: its rooms end, its database goes.
      if (!device) return void scheduler.after(0, `${name} drops its database`, drop);
      await step(mine);
    },
  });

  const areaOf = (mine: Life): SpareArea => ({
    all: async (prefix) => {
      await step(mine);
      return Object.fromEntries([...spareItems].filter(([key]) => key.startsWith(prefix)));
    },
    set: async (items) => {
      await step(mine);
      for (const [key, value] of Object.entries(items)) spareItems.set(key, structuredClone(value));
      await step(mine);
    },
    remove: async (keys) => {
      await step(mine);
      for (const key of keys) spareItems.delete(key);
      await step(mine);
    },
  });

  const timeOf = (mine: Life): Time => ({
    now,
    random: () => random.next(),
    after: (ms, run) =>
      scheduler.after(ms, `${name} timer`, () => {
        if (!mine.dead) run();
      }),
  });

  return client;
}

const textOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.message} ${cause.stack ?? ''}` : String(cause);
function unlessRefused(cause: unknown): void {
  if (!(cause instanceof DOMException)) throw cause;
}
