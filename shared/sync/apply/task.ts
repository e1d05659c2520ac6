import { newBase } from '../../domain/row.ts';
import { type Applied, changed, editOf, owned, removeOf, restoreOf, type VerbOf } from './on.ts';

export const taskVerbs: Applied<VerbOf<'task'>> = {
  'task.add': (input, { at, me, taken }) => {
    // One promise is one task; what was said with the second the server adds to the first. [Z6]
    if (taken) return [];
    const { zone = null, note = null, repeat = null, awaits = null } = input;
    const { promisedBy = null, promiseKind = null, promiseKey = null } = input;
    const promise = { promisedBy, promiseKind, promiseKey, awaits };
    const rest = { zone, note, repeat, ...promise, doneAt: null, doneVia: null };
    return changed('task', { ...newBase(input.id, at, me), ...owned(input, me), ...rest });
  },
  'task.edit': editOf('task'),
  'task.complete': ({ id, at: doneAt, next, via = null }, { world, at, me }) => {
    const row = world.get('task', id);
    // Of two who complete it the second changes nothing, so what follows is made once.
    if (!row || row.doneAt !== null) return [];
    const done = { ...row, doneAt, doneVia: via, updatedAt: at };
    if (!next || row.repeat === null) return changed('task', done);
    // The rule goes on with the task that follows.
    const follows = { ...row, ...newBase(next.id, at, me), ...next, doneAt: null, doneVia: null };
    return [...changed('task', { ...done, repeat: null }), ...changed('task', follows)];
  },
  'task.reopen': ({ id }, { world, at }) => {
    const row = world.get('task', id);
    return changed('task', row && { ...row, doneAt: null, doneVia: null, updatedAt: at });
  },
  'task.remove': removeOf('task'),
  'task.restore': restoreOf('task'),
};
