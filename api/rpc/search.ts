import { find, findInput } from '../services/search/find.ts';
import { by, router } from './context.ts';

export const search = router({
  find: by('read-only')
    .input(findInput)
    .query(({ ctx, input }) => find(ctx.scope.here.db, ctx.scope.caller.userId, input)),
});
