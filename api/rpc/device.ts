import { listDevices } from '../services/device/list.ts';
import { revokeDevice, revokeInput } from '../services/device/revoke.ts';
import { authorised, router } from './context.ts';

export const device = router({
  list: authorised.query(({ ctx }) => listDevices(ctx.scope)),
  revoke: authorised
    .input(revokeInput)
    .mutation(({ ctx, input }) => revokeDevice(ctx.scope, ctx.devices, input)),
});
