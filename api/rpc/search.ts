import { find, findInput } from '../services/search/find.ts';
import { authorised, router } from './context.ts';

export const search = router({
  find: authorised.input(findInput).query(({ ctx, input }) => find(ctx.scope.here.db, input)),
});
