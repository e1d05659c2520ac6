import { enterInput, enterWorkspace } from '../services/device/enter.ts';
import { listDevices } from '../services/device/list.ts';
import { revokeDevice, revokeInput } from '../services/device/revoke.ts';
import { rotateToken } from '../services/device/rotate.ts';
import { signOutEverywhere } from '../services/device/sign-out-everywhere.ts';
import { by, router } from './context.ts';

export const device = router({
  list: by('read-only').query(({ ctx: { scope } }) => listDevices(scope, scope.caller)),
  revoke: by('read-only')
    .input(revokeInput)
    .mutation(({ ctx: { scope, devices }, input }) => revokeDevice(scope, scope.caller, devices, input)),
  /** The next token; the present one is spent when the next one is first used. */
  rotate: by('read-only').mutation(({ ctx }) => rotateToken(ctx.scope)),
  /** A device for another workspace of the same person. */
  enter: by('read-only')
    .input(enterInput)
    .mutation(({ ctx, input }) => enterWorkspace(ctx.scope, input)),
  signOutEverywhere: by('read-only').mutation(({ ctx: { scope, devices } }) =>
    signOutEverywhere(scope, devices, { userId: scope.caller.userId, except: scope.caller.deviceId }),
  ),
});
