import { pacesOf } from '../services/rhythm/paces.ts';
import { rhythmInput, touchesOf } from '../services/rhythm/touches.ts';
import { by, router } from './context.ts';

/** What the mirror keeps too little of: when who wrote over a year, and how long won deals took. */
export const rhythm = router({
  of: by('read-only')
    .input(rhythmInput)
    .query(({ ctx: { scope }, input }) => touchesOf(scope.here.db, scope.caller.userId, input, scope.now())),
  stages: by('read-only').query(({ ctx: { scope } }) => pacesOf(scope.here.db, scope.now())),
});
