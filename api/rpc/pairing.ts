import { claimInput, claimPairing } from '../services/pairing/claim.ts';
import { createPairingCode } from '../services/pairing/create.ts';
import { by, open, router } from './context.ts';

export const pairing = router({
  claim: open.input(claimInput).mutation(({ ctx, input }) => claimPairing(ctx.world, input)),
  create: by('read-only').mutation(({ ctx: { scope } }) =>
    createPairingCode(scope, { workspaceId: scope.caller.workspaceId, userId: scope.caller.userId }),
  ),
});
