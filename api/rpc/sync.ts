import { type Delta, pullInput } from '../../shared/sync/delta.ts';
import { type PushAnswer, pushInput } from '../../shared/sync/mutation.ts';
import { pull } from '../services/sync/pull.ts';
import { push } from '../services/sync/push.ts';
import { authorised, router } from './context.ts';

export const sync = router({
  push: authorised
    .input(pushInput)
    .mutation(
      ({ ctx: { scope }, input }): Promise<PushAnswer> => push(scope.here, scope.caller.userId, input),
    ),
  // A single call is answered by http/straight.ts without parsing; this one serves batches and gives the type.
  pull: authorised
    .input(pullInput)
    .query(async ({ ctx, input }): Promise<Delta> => JSON.parse(await pull(ctx.scope.here.db, input))),
});
