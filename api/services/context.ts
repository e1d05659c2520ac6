import type { Role } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Db } from '../db/open.ts';
import type { Writer } from './sync/writer.ts';

/** One open workspace. */
export type Workspace = { id: Id; db: Db; writer: Writer };

/** Everything a verb may ask of the world. */
export type World = {
  directory: Db;
  workspace: (id: Id) => Promise<Workspace>;
  now: () => number;
  random: (bytes: number) => Uint8Array;
  /** Bytes that the kept files of one workspace may take. */
  fileRoom: number;
};

/** Who calls: a paired device, found by its token. Made by `device/authorise.ts` alone. */
export type Caller = { deviceId: Id; userId: Id; workspaceId: Id; role: Role };

/** What a verb on a workspace's rows gets. */
export type Scope = World & { caller: Caller; here: Workspace };
