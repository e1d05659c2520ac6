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
  clientId: Id;
};

/** Where one workspace's device is kept. */
export type DeviceSlot = {
  get(): Device | null;
  /** Resolves when it is stored. null: gone. */
  change(fields: Partial<Device> | null): Promise<void>;
};
