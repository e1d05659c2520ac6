import { type AnyTRPCRouter, initTRPC, type TRPCCreateRouterOptions } from '@trpc/server';
import type { Role } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Caller, Scope, World } from '../services/context.ts';
import type { Devices } from '../services/device/authorise.ts';
import { isAtLeast } from '../services/member/role.ts';
import type { Hub } from '../services/sync/hub.ts';
import { codedOf, errorDataOf } from './error.ts';

export type Context = {
  world: World;
  devices: Devices;
  hub: Hub;
  requestId: string;
  /** The caller, or a `CodedError`; asked for only by procedures that need one. */
  caller: () => Promise<Caller>;
};

/** Who may call a procedure: everyone, or a paired device of a member with at least this role. */
export type Policy = 'open' | Role;
type Declared = { readonly policy: Policy };

const t = initTRPC
  .context<Context>()
  .meta<Declared>()
  .create({
    isDev: false,
    // Both sides notice a dead connection: we by a write that fails, the client by silence.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter: ({ shape, error, ctx }) => {
      const coded = codedOf(error);
      return { code: shape.code, message: coded.code, data: errorDataOf(coded, ctx?.requestId ?? '') };
    },
  });

/** For everyone: pairing alone. */
export const open = t.procedure.meta({ policy: 'open' });

/** For a paired device of a member who is at least this; gives the scope of its workspace. */
export const by = (role: Role) =>
  t.procedure.meta({ policy: role }).use(async ({ ctx, next }) => {
    const caller = await ctx.caller();
    admit(caller, role);
    const here = await ctx.world.workspace(caller.workspaceId);
    const scope: Scope = { ...ctx.world, caller, here };
    return next({ ctx: { scope } });
  });

/** Throws `role.forbidden` for a caller whom a policy does not let in. */
export function admit(caller: Caller, policy: Policy): void {
  if (policy !== 'open' && !isAtLeast(caller.role, policy)) throw new CodedError('role.forbidden');
}

/** Made by `open` or `by`, or a router of such. */
type Built = { meta: Declared } | { _def: { _config: { $types: { meta: Declared } } } };

/** The one way to a router: takes only procedures that say who may call them. */
export function router<T extends TRPCCreateRouterOptions & Record<string, Built>>(parts: T) {
  const built = t.router(parts);
  policiesOf(built);
  return built;
}

export type Policed = { path: string; type: 'query' | 'mutation' | 'subscription'; policy: Policy };

/** Every procedure and who may call it. */
export function policiesOf(of: AnyTRPCRouter): Policed[] {
  return Object.entries(of._def.procedures as Record<string, Defined>).map(([path, { _def }]) => {
    const policy = _def.meta?.policy;
    if (!policy) throw new Error(`${path} does not say who may call it`);
    return { path, type: _def.type, policy };
  });
}
type Defined = { _def: { type: Policed['type']; meta?: Partial<Declared> } };
