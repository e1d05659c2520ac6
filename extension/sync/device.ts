import type { Role } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';

/** This browser's place in one workspace. The tokens leave the background only in the header of a request. */
export type Device = {
  /** Origin, e.g. `https://crm.example` */
  server: string;
  workspaceId: Id;
  workspace: string;
  me: Id;
  role: Role;
  token: string;
  /** Given by the server, not yet used once; then it takes the place of `token`. */
  nextToken: string | null;
  /** When `token` was given; absent: not known, so it counts as old. */
  tokenAt?: number | undefined;
  /** From a release whose database did not know its own client; that database adopts it. */
  clientId?: Id | undefined;
};

/** Where one workspace's device is kept. */
export type DeviceSlot = {
  get(): Device | null;
  /** Resolves when it is stored. null: gone. */
  change(fields: Partial<Device> | null): Promise<void>;
};
