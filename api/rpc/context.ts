import { initTRPC } from '@trpc/server';
import type { Caller, Scope, World } from '../services/context.ts';
import type { Devices } from '../services/device/authorise.ts';
import { codedOf, errorDataOf } from './error.ts';

export type Context = {
  world: World;
  devices: Devices;
  requestId: string;
  /** The caller, or a `CodedError`; asked for only by procedures that need one. */
  caller: () => Promise<Caller>;
};

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => {
    const coded = codedOf(error);
    return { code: shape.code, message: coded.code, data: errorDataOf(coded, ctx?.requestId ?? '') };
  },
});

export const router = t.router;
/** For everyone: pairing alone. */
export const open = t.procedure;
/** For a paired device: the scope of its workspace. */
export const authorised = t.procedure.use(async ({ ctx, next }) => {
  const caller = await ctx.caller();
  const here = await ctx.world.workspace(caller.workspaceId);
  const scope: Scope = { ...ctx.world, caller, here };
  return next({ ctx: { scope } });
});
