import { act, type Core } from '../../../extension/actions/core.ts';
import { openMirror } from '../../../extension/mirror/mirror.ts';
import { discard, type Intended, retry } from '../../../extension/outbox/outbox.ts';
import { openSettings } from '../../../extension/settings/settings.ts';
import type { StorageArea } from '../../../extension/settings/storage.ts';
import { checkedDelta, checkedPush } from '../../../extension/sync/answers.ts';
import type { Remote } from '../../../extension/sync/remote.ts';
import { openSync } from '../../../extension/sync/sync.ts';
import type { Noun, Rows } from '../../../shared/domain/rows.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { crash, type Disk, type DiskParts, emptyDisk, openDisk, type Point } from './disk.ts';
import { type Network, read } from './network.ts';
import type { Seams } from './planted.ts';
import type { Random } from './random.ts';
import type { Cancel, Scheduler } from './scheduler.ts';
import { never } from './server.ts';

/** How a browser profile suffers in one run. Probabilities an operation of its store. */
export type Frailty = {
  dies: number;
  quota: number;
  /** Every operation of the store takes a moment of its own, so that others come in between. */
  slow: boolean;
  pageRows: number;
};
export const sturdy: Frailty = { dies: 0, quota: 0, slow: false, pageRows: 1_000 };

export type ClientParts = {
  name: string;
  member: Id;
  token: string;
  skew: number;
  scheduler: Scheduler;
  random: Random;
  network: Network;
  seams: Seams;
  bornAt: number;
  fault(text: string): void;
  watch(client: Client): void;
};

export type Client = {
  readonly name: string;
  readonly member: Id;
  readonly disk: Disk;
  frailty: Frailty;
  /** The worker runs. */
  readonly awake: boolean;
  now(): number;
  newId(): Id;
  get<N extends Noun>(noun: N, id: Id): Promise<Rows[N] | undefined>;
  /** Resolves when the worker says "Saved"; never, when it died before. */
  act(...intended: Intended[]): Promise<number>;
  retry(number: number): Promise<void>;
  discard(number: number): Promise<void>;
  /** A sidebar opens, the browser comes online. */
  nudge(): void;
  wake(): void;
  die(): void;
  /** For good. */
  end(): void;
};

const alarmMs = 30_000;

export function openClient(parts: ClientParts): Client {
  const { name, member, token, skew, scheduler, random, network, seams, bornAt, fault, watch } = parts;
  const disk = emptyDisk();
  const settings = new Map<string, unknown>();
  let life: { dead: boolean; alarm: Cancel } | null = null;
  let core: Promise<Core> | null = null;
  const now = () => bornAt + scheduler.now() + skew;
  const newId = () => idFrom(now(), random.bytes(10));

  const client: Client = {
    name,
    member,
    disk,
    frailty: sturdy,
    get awake() {
      return life !== null;
    },
    now,
    newId,
    get: (noun, id) => running((core) => core.mirror.get(noun, id)),
    act: (...intended) => running((core) => act(core, ...intended)),
    retry: (number) =>
      running(async (core) => {
        const me = core.settings.get().device?.me ?? null;
        await core.mirror.commit((tx) => retry(tx, number, me, core.now()));
        void core.sync.now();
      }),
    discard: (number) => running((core) => core.mirror.commit((tx) => discard(tx, number))),
    nudge: () => void running((core) => core.sync.now()),
    wake: () => {
      if (life) return;
      const mine = { dead: false, alarm: () => undefined as undefined };
      life = mine;
      core = open(mine);
      core.catch((error: unknown) => {
        if (!mine.dead) fault(`${name} could not start: ${String(error)}`);
      });
      const ring = () => {
        if (mine.dead) return;
        mine.alarm = scheduler.after(alarmMs, `${name} alarm`, ring) as () => undefined;
        void running(async (core) => {
          if (await core.sync.wantsAlarm()) await core.sync.now();
        });
      };
      ring();
    },
    die: () => {
      if (!life) return;
      client.end();
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

  async function running<T>(work: (core: Core) => Promise<T>): Promise<T> {
    const mine = life;
    if (!mine || !core) return never;
    const answer = await work(await core);
    return mine.dead ? never : answer;
  }

  async function open(mine: { dead: boolean }): Promise<Core> {
    const store = seams.store(openDisk(disk, diskParts(mine)), { name, disk, random });
    const mirror = await openMirror(store);
    const opened = await openSettings(areaOf(settings, mine), ['en']);
    const remote = seams.remote(remoteOf(mine), { name });
    const sync = openSync({
      mirror,
      settings: opened,
      remote: () => remote,
      claim: () => never,
      newId,
      now,
    });
    return { mirror, settings: opened, sync, now, newId } as unknown as Core;
  }

  function diskParts(mine: { dead: boolean }): DiskParts {
    return {
      pass: (point: Point, writing: boolean) => {
        if (mine.dead) return never;
        const { dies, quota, slow } = client.frailty;
        if (dies > 0 && random.chance(dies)) {
          scheduler.note(`${name} dies at ${point}`);
          client.die();
          return never;
        }
        if (quota > 0 && writing && point !== 'committed' && random.chance(quota)) {
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
      committed: () => watch(client),
    };
  }

  function remoteOf(mine: { dead: boolean }): Remote {
    const ask = async <T>(path: string, input: unknown, check: (answer: unknown) => T | null): Promise<T> => {
      const asked = network.ask(name, path, token, JSON.stringify(input)).then((text) => read(text, check));
      const answer = await asked.catch((error: unknown) => {
        if (mine.dead) return never;
        throw error;
      });
      return mine.dead ? never : answer;
    };
    return {
      push: (input) => ask('sync.push', input, checkedPush),
      pull: (input) =>
        ask('sync.pull', { ...input, limit: Math.min(input.limit, client.frailty.pageRows) }, checkedDelta),
    };
  }

  settings.set('settings', {
    device: { server: 'https://crm.example', token, clientId: newId(), me: member, workspace: 'Simulated' },
  });
  return client;
}

function areaOf(kept: Map<string, unknown>, life: { dead: boolean }): StorageArea {
  return {
    get: async (key) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (items) => {
      if (life.dead) return never;
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (key) => void kept.delete(key),
  };
}
