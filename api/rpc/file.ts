import { partOf } from '../services/file/get.ts';
import { heldOf } from '../services/file/have.ts';
import { fileInput, partInput, putInput } from '../services/file/part.ts';
import { putPart } from '../services/file/put.ts';
import { by, router } from './context.ts';

/** Bytes of files: in parts, beside sync, each part as often as it comes. */
export const file = router({
  held: by('member')
    .input(fileInput)
    .query(({ ctx: { scope }, input }) => heldOf(scope.here.db, scope.caller.userId, input.id)),
  put: by('member')
    .input(putInput)
    .mutation(({ ctx: { scope }, input }) => putPart(scope, input)),
  part: by('read-only')
    .input(partInput)
    .query(({ ctx: { scope }, input }) => partOf(scope.here.db, scope.caller.userId, input)),
});
