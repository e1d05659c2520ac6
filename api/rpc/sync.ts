import { type Delta, pullInput } from '../../shared/sync/delta.ts';
import { type PushAnswer, pushInput } from '../../shared/sync/mutation.ts';
import { live } from '../services/sync/live.ts';
import { pull } from '../services/sync/pull.ts';
import { push } from '../services/sync/push.ts';
import { by, router } from './context.ts';

export const sync = router({
  // A single call is answered by http/straight.ts; these serve batches and give the type.
  push: by('read-only')
    .input(pushInput)
    .mutation(({ ctx: { scope }, input }): Promise<PushAnswer> => push(scope.here, scope.caller, input)),
  pull: by('read-only')
    .input(pullInput)
    .query(
      async ({ ctx, input }): Promise<Delta> =>
        JSON.parse(await pull(ctx.scope.here.db, ctx.scope.caller.userId, input)),
    ),
  /**
   * Server-sent events for `httpSubscriptionLink`, whose EventSource must be made of `fetch`: the token is a header
   * (`authorization`), as are `x-sidebook-protocol` and the `accept` that it sets. Each event is `{ cursor }`: pull if
   * the client has not read so far. A stream that ends or falls silent is opened again after the usual wait, one that
   * ends with a coded error as that error says.
   */
  live: by('read-only').subscription(({ ctx, signal }) => live(ctx.scope, ctx.hub, signal)),
});
