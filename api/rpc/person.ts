import { type Older, olderInput, olderOf } from '../services/person/older.ts';
import { type Person, personInput, showPerson } from '../services/person/show.ts';
import { by, router } from './context.ts';

export const person = router({
  // As in sync.ts: a single call goes straight through.
  show: by('read-only')
    .input(personInput)
    .query(
      async ({ ctx, input }): Promise<Person> =>
        JSON.parse(await showPerson(ctx.scope.here.db, ctx.scope.caller.userId, input)),
    ),
  older: by('read-only')
    .input(olderInput)
    .query(
      async ({ ctx, input }): Promise<Older> =>
        JSON.parse(await olderOf(ctx.scope.here.db, ctx.scope.caller.userId, input)),
    ),
});
