import { aboutInput, historyAbout } from '../services/history/about.ts';
import { historyInput, listHistory } from '../services/history/list.ts';
import { by, router } from './context.ts';

export const history = router({
  list: by('read-only')
    .input(historyInput)
    .query(({ ctx, input }) => listHistory(ctx.scope.here.db, ctx.scope.caller.userId, input)),
  about: by('read-only')
    .input(aboutInput)
    .query(({ ctx, input }) => historyAbout(ctx.scope.here.db, ctx.scope.caller.userId, input)),
});
