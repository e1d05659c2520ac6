import { answerStraight } from '../../../api/http/straight.ts';
import { codedOf } from '../../../api/rpc/error.ts';
import type { Workspace, World } from '../../../api/services/context.ts';
import { type Devices, makeDevices } from '../../../api/services/device/authorise.ts';
import { rotateToken } from '../../../api/services/device/rotate.ts';
import { addMember } from '../../../api/services/member/add.ts';
import { changeRole } from '../../../api/services/member/change-role.ts';
import { removeMember } from '../../../api/services/member/remove.ts';
import { claimPairing } from '../../../api/services/pairing/claim.ts';
import { createPairingCode } from '../../../api/services/pairing/create.ts';
import { makeWriter } from '../../../api/services/sync/writer.ts';
import { createWorkspace } from '../../../api/services/workspace/create.ts';
import { showWorkspace } from '../../../api/services/workspace/show.ts';
import type { Role } from '../../../shared/domain/rows.ts';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { type Backup, type MemoryDb, memoryDb } from './database.ts';
import type { Seams } from './planted.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { privateTexts } from './truth.ts';

/** An answer as it goes over the wire. */
export type Answer = { ok: true; body: string } | { ok: false; code: ErrorCode; retryAfterMs?: number };

/** Where a server process can die: before its transaction is durable, or after it and before it could say so. */
export type ServerParts = {
  scheduler: Scheduler;
  random: Random;
  seams: Seams;
  /** Asked at each batch; `die` ends this life there. */
  fate(point: 'batch' | 'committed'): 'on' | 'die' | 'busy';
  fault(text: string): void;
};

export type SimulatedServer = {
  readonly up: boolean;
  readonly workspaceId: Id;
  readonly directory: MemoryDb;
  readonly workspace: MemoryDb;
  readonly members: readonly Id[];
  readonly epoch: string;
  /** Never resolves when the process died under it. */
  handle(path: string, token: string | null, input: string): Promise<Answer>;
  pair(member: Id): Promise<string>;
  start(): void;
  kill(): void;
  now(): number;
  /** What a member may do from now on; null: they are no member any more. */
  changeRole(member: Id, role: Role | null): Promise<void>;
  /** The tables go back to an older copy, as another order of things. [C5] */
  restore(backup: Backup): void;
  close(): void;
};

const bornAt = 1_790_000_000_000;

export async function openServer(parts: ServerParts): Promise<SimulatedServer> {
  const { scheduler, random, seams, fate, fault } = parts;
  const directory = memoryDb('directory');
  const workspace = memoryDb('workspace');
  const now = () => bornAt + scheduler.now();
  const newId = () => idFrom(now(), random.bytes(10));
  let life = { dead: true };
  let running: { world: World; devices: Devices } | null = null;
  const workspaceId = newId();

  function start(): void {
    const mine = { dead: false };
    life = mine;
    const pass = (point: 'batch' | 'committed'): Promise<void> | null => {
      if (mine.dead) return never;
      const what = fate(point);
      if (what === 'on') return null;
      if (what === 'busy') return Promise.reject(busy());
      scheduler.note(`server dies at ${point}`);
      kill();
      return never;
    };
    const db = seams.db(workspace.port(pass));
    const directoryDb = seams.directory(directory.port(() => (mine.dead ? never : null)));
    const writer = makeWriter(db, now, (error) => {
      if (!mine.dead) fault(`the server's write failed: ${String(error)}`);
    });
    const here: Workspace = { id: workspaceId, db, writer };
    const world: World = {
      directory: directoryDb,
      workspace: async () => here,
      now,
      random: (bytes) => random.bytes(bytes),
      fileRoom: 1_000_000,
    };
    running = { world, devices: makeDevices(directoryDb, now) };
  }
  function kill(): void {
    life.dead = true;
    running = null;
  }
  const alive = () => {
    if (!running) throw new Error('the server is down');
    return running;
  };

  start();
  const owner = newId();
  await createWorkspace(alive().world, {
    name: 'Simulated',
    kind: 'team',
    owner: { id: owner, name: 'Olive', email: 'olive@ours.example' },
    id: workspaceId,
  });
  const here = await alive().world.workspace(workspaceId);
  const join = (name: string) =>
    addMember(alive().world, here, { id: newId(), name, email: `${name}@ours.example`, role: 'member' });
  const members = [owner, await join('Mia'), await join('Rory')];
  const epochOf = () => String(workspace.rows(`SELECT value FROM meta WHERE key = 'epoch'`)[0]?.value);
  let epoch = epochOf();

  return {
    get up() {
      return running !== null;
    },
    workspaceId,
    directory,
    workspace,
    members,
    get epoch() {
      return epoch;
    },
    handle: async (path, token, input) => {
      const { world, devices } = alive();
      try {
        const caller = await devices.authorise(token);
        const scope = { ...world, caller, here: await world.workspace(workspaceId) };
        if (path === 'device.rotate') return answered(await rotateToken(scope));
        if (path === 'workspace.show') return answered(await showWorkspace(scope));
        const body = await answerStraight(world, caller, path, JSON.parse(input));
        const leaked = privateTexts(workspace, caller.userId).find((text) => body.includes(`"${text}"`));
        if (leaked) fault(`[D8] an answer of ${path} gives away ${leaked}`);
        return { ok: true, body };
      } catch (error) {
        const coded = codedOf(error);
        if (coded.code === 'server.unexpected') fault(`the server met ${String(coded.cause)}`);
        return { ok: false, code: coded.code };
      }
    },
    pair: async (userId) => {
      const { world } = alive();
      const { code } = await createPairingCode(world, { workspaceId, userId });
      const paired = await claimPairing(world, { code, deviceName: 'Simulated' });
      return paired.token;
    },
    start,
    kill,
    now,
    changeRole: async (userId, role) => {
      const { world, devices } = alive();
      const asker = { userId: owner, workspaceId, role: 'owner', deviceId: '' } as const;
      if (role) await changeRole(world, asker, devices, { userId, role });
      else await removeMember(world, asker, devices, { userId });
    },
    restore: (backup) => {
      kill();
      workspace.restore(backup);
      workspace.run(`UPDATE meta SET value = ? WHERE key = 'epoch'`, [newId()]);
      epoch = epochOf();
      start();
    },
    close: () => {
      kill();
      directory.close();
      workspace.close();
    },
  };
}

export const never: Promise<never> = new Promise(() => undefined);
const answered = (data: unknown): Answer => ({ ok: true, body: JSON.stringify({ result: { data } }) });
const busy = () => Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY', simulated: true });
