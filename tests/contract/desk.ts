import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../api/db/open.ts';
import { readSettings, type Settings } from '../../api/env.ts';
import { silentLog } from '../../api/log.ts';
import type { Workspace } from '../../api/services/context.ts';
import { addMember } from '../../api/services/member/add.ts';
import { pull } from '../../api/services/sync/pull.ts';
import { push } from '../../api/services/sync/push.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { type OpenWorld, openWorld } from '../../api/world.ts';
import type { Noun, Role, Rows } from '../../shared/domain/rows.ts';
import { type Id, idFrom } from '../../shared/kit/id.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import type { Input, Mutation, MutationResult, Verb } from '../../shared/sync/mutation.ts';
import { hasSqld, startSqld } from './sqld.ts';

/** `ws`: the same sqld over web sockets, for what must not be another over another wire. */
export type Engine = 'file' | 'sqld' | 'ws';
export const engines: Engine[] = ['file', 'sqld'];
/** Said in the test's name, so that a run without the binary does not look like one with it. */
export const canRun = (engine: Engine): boolean => engine === 'file' || hasSqld;

const at0 = 1_790_000_000_000;
let made = 0;
/** Ids in the order of their making, the same in every run. */
export const newId = (): Id => {
  made += 1;
  return idFrom(at0 + made, new Uint8Array(10).fill(made % 256));
};

/** One client of the workspace, numbering its mutations. */
export type Client = {
  id: Id;
  by: Id;
  next: number;
  /** One mutation, and its result. */
  act: <V extends Verb>(verb: V, input: Input<V>) => Promise<MutationResult>;
  /** Mutations with their numbers given: repeats, gaps. */
  push: (mutations: Mutation[], confirmed?: number) => Promise<MutationResult[]>;
};

export type Desk = {
  world: OpenWorld;
  settings: Settings;
  here: Workspace;
  owner: Id;
  clock: { now: number };
  /** A client of the owner's, or of a member's that `member` made. */
  client: (by?: Id) => Client;
  /** Another member of the workspace. */
  member: (role: Exclude<Role, 'owner'>, name?: string) => Promise<Id>;
  /** What a member gets from a first fill; the owner unless told otherwise. */
  rows: (by?: Id) => Promise<Delta['rows']>;
  row: <N extends Noun>(noun: N, id: Id, by?: Id) => Promise<Rows[N] | null>;
  close: () => Promise<void>;
};

/** A workspace on a real engine with an owner and nothing else in it. */
export async function openDesk(engine: Engine): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-desk-'));
  const read = readSettings({ SIDEBOOK_DATA: folder });
  const servers = engine === 'file' ? [] : await Promise.all([startSqld(), startSqld()]);
  const [first, second] = servers.map(
    ({ url }): Place => ({ url: engine === 'ws' ? url.replace('http:', 'ws:') : url, token: undefined }),
  );
  const clock = { now: at0 };
  const settings: Settings = {
    ...read,
    ...(first ? { directory: first } : {}),
    ...(second ? { workspace: () => second } : {}),
  };
  const world = await openWorld(settings, silentLog, {
    now: () => ++clock.now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  });
  const owner = newId();
  const here = await createWorkspace(world, {
    name: 'Desk',
    kind: 'home',
    owner: { id: owner, name: 'Olive', email: 'olive@ours.example' },
  });
  const roles = new Map<Id, Role>([[owner, 'owner']]);
  const rows = async (by = owner) => {
    const delta = JSON.parse(await pull(here.db, by, { epoch: null, cursor: 0, limit: 1_000 })) as Delta;
    return delta.rows;
  };
  return {
    world,
    settings,
    here,
    owner,
    clock,
    client: (by = owner) => clientOf(here, by, roles.get(by) ?? 'member', clock),
    member: async (role, name = role) => {
      const id = await addMember(world, here, { id: newId(), name, email: null, role });
      roles.set(id, role);
      return id;
    },
    rows,
    row: async (noun, id, by) => {
      const found = (await rows(by)).find((row) => row.noun === noun && row.row.id === id);
      return (found?.row ?? null) as never;
    },
    close: async () => {
      await world.close();
      for (const server of servers) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function clientOf(here: Workspace, by: Id, role: Role, clock: { now: number }): Client {
  const client: Client = {
    id: newId(),
    by,
    next: 1,
    act: async (verb, input) => {
      const number = client.next++;
      const [result] = await client.push([{ number, verb, input, at: clock.now } as Mutation]);
      if (!result) throw new Error(`no result for ${verb}`);
      return result;
    },
    push: async (mutations, confirmed = 0) =>
      (await push(here, { userId: by, role }, { clientId: client.id, confirmed, mutations })).results,
  };
  return client;
}
