import { claimInput, claimPairing } from '../services/pairing/claim.ts';
import { createPairingCode } from '../services/pairing/create.ts';
import { authorised, open, router } from './context.ts';

export const pairing = router({
  claim: open.input(claimInput).mutation(({ ctx, input }) => claimPairing(ctx.world, input)),
  create: authorised.mutation(({ ctx: { scope } }) =>
    createPairingCode(scope, { workspaceId: scope.caller.workspaceId, userId: scope.caller.userId }),
  ),
});
