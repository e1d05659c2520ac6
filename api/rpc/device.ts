import { enterInput, enterWorkspace } from '../services/device/enter.ts';
import { listDevices } from '../services/device/list.ts';
import { revokeDevice, revokeInput } from '../services/device/revoke.ts';
import { rotateToken } from '../services/device/rotate.ts';
import { signOutEverywhere } from '../services/device/sign-out-everywhere.ts';
import { authorised, router } from './context.ts';

export const device = router({
  list: authorised.query(({ ctx: { scope } }) => listDevices(scope, scope.caller)),
  revoke: authorised
    .input(revokeInput)
    .mutation(({ ctx: { scope, devices }, input }) => revokeDevice(scope, scope.caller, devices, input)),
  /** The next token; the present one is spent when the next one is first used. */
  rotate: authorised.mutation(({ ctx }) => rotateToken(ctx.scope)),
  /** A device for another workspace of the same person. */
  enter: authorised.input(enterInput).mutation(({ ctx, input }) => enterWorkspace(ctx.scope, input)),
  signOutEverywhere: authorised.mutation(({ ctx: { scope, devices } }) =>
    signOutEverywhere(scope, devices, { userId: scope.caller.userId, except: scope.caller.deviceId }),
  ),
});
