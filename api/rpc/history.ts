import { historyInput, listHistory } from '../services/history/list.ts';
import { authorised, router } from './context.ts';

export const history = router({
  list: authorised.input(historyInput).query(({ ctx, input }) => listHistory(ctx.scope.here.db, input)),
});
