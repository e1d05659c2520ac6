import { closeDeal, moveDeal, reopenDeal } from '../domain/deal/change.ts';
import { newBase } from '../domain/row.ts';
import type { Interaction, Noun, Rows, Stage } from '../domain/rows.ts';
import type { Id } from '../kit/id.ts';
import { addsOfPart, changedBy, newImport, readsOfPart } from './apply-import.ts';
import type { Mutation } from './mutation.ts';

/** One row as a mutation left it. With `deletedAt` it is gone. */
export type Changed = { [N in Noun]: { noun: N; row: Rows[N] } }[Noun];
export type RowRef = { noun: Noun; id: Id };

/** The rows a mutation may read. A missing one makes the mutation do nothing here; the server says why. */
export type World = {
  get<N extends Noun>(noun: N, id: Id): Rows[N] | undefined;
  /** A row as a mutation before this one removed it: the device has no other that is gone. */
  removed?<N extends Noun>(noun: N, id: Id): Rows[N] | undefined;
};
export type ApplyContext = {
  me: Id | null;
  /** Where a deal without a stage begins. */
  firstStage: Stage | null;
  /** The first logged living entry that carries one of this log's certain keys; a digest alone never makes it one. */
  sameMail: Interaction | null;
  /** Entries of a part of an import that are logged already. */
  logged?: ReadonlySet<Id>;
};

/** Which rows `applyMutation` will ask for, so that they can be read beforehand. */
export function readsOf(mutation: Mutation): RowRef[] {
  const own = (noun: Noun): RowRef => ({ noun, id: mutation.input.id });
  switch (mutation.verb) {
    case 'contact.add':
    case 'company.add':
    case 'interaction.log':
    case 'task.add':
    case 'pipeline.add':
    case 'stage.add':
    case 'ownField.add':
    case 'relation.add':
    case 'view.add':
      return [];
    case 'deal.add':
      return mutation.input.stageId ? [{ noun: 'stage', id: mutation.input.stageId }] : [];
    case 'deal.move':
      return [own('deal'), { noun: 'stage', id: mutation.input.stageId }];
    case 'import.rows':
      return readsOfPart(mutation);
    default:
      return [own(mutation.verb.slice(0, mutation.verb.indexOf('.')) as Noun)];
  }
}

/**
 * What a mutation does to the rows of this device until the server's own rows come. Pure: the same rows and
 * mutation give the same change, so waiting mutations can be applied again on top of newer rows. [M4]
 */
export function applyMutation(
  world: World,
  mutation: Mutation,
  { me, firstStage, sameMail, logged = new Set() }: ApplyContext,
): Changed[] {
  const { at } = mutation;
  switch (mutation.verb) {
    case 'contact.add': {
      const { private: hidden, ...input } = mutation.input;
      const privateTo = hidden ? me : null;
      const row = {
        ...newBase(input.id, at, me),
        ...owned(input, me),
        ...party(input),
        mergedInto: null,
        privateTo,
      };
      return [{ noun: 'contact', row }];
    }
    case 'contact.edit': {
      const row = world.get('contact', mutation.input.id);
      return row ? [{ noun: 'contact', row: edited(row, mutation.input.fields, at) }] : [];
    }
    case 'contact.addKey': {
      const row = world.get('contact', mutation.input.id);
      const { key } = mutation.input;
      if (!row || row.keys.some((each) => isSameKey(each, key))) return [];
      return [{ noun: 'contact', row: { ...row, keys: [...row.keys, key], updatedAt: at } }];
    }
    case 'contact.removeKey': {
      const row = world.get('contact', mutation.input.id);
      const { key } = mutation.input;
      if (!row?.keys.some((each) => isSameKey(each, key))) return [];
      const keys = row.keys.filter((each) => !isSameKey(each, key));
      return [{ noun: 'contact', row: { ...row, keys, updatedAt: at } }];
    }
    case 'company.add': {
      const { input } = mutation;
      const rest = { ...party(input), externalIds: input.externalIds ?? [], mergedInto: null };
      const row = { ...newBase(input.id, at, me), ...owned(input, me), ...rest };
      return [{ noun: 'company', row }];
    }
    case 'company.edit': {
      const row = world.get('company', mutation.input.id);
      return row ? [{ noun: 'company', row: edited(row, mutation.input.fields, at) }] : [];
    }
    case 'contact.remove':
      return removed(world, 'contact', mutation.input.id, at);
    case 'company.remove':
      return removed(world, 'company', mutation.input.id, at);
    case 'contact.restore':
      return restored(world, 'contact', mutation.input.id, at);
    case 'company.restore':
      return restored(world, 'company', mutation.input.id, at);
    case 'deal.restore':
      return restored(world, 'deal', mutation.input.id, at);
    case 'task.restore':
      return restored(world, 'task', mutation.input.id, at);
    case 'deal.remove':
      return removed(world, 'deal', mutation.input.id, at);
    case 'task.remove':
      return removed(world, 'task', mutation.input.id, at);
    case 'pipeline.add':
      return [{ noun: 'pipeline', row: { ...newBase(mutation.input.id, at, me), ...mutation.input } }];
    case 'stage.add':
      return [{ noun: 'stage', row: { ...newBase(mutation.input.id, at, me), ...mutation.input } }];
    case 'ownField.add':
      return [{ noun: 'ownField', row: { ...newBase(mutation.input.id, at, me), ...mutation.input } }];
    case 'relation.add':
      return [{ noun: 'relation', row: { ...newBase(mutation.input.id, at, me), ...mutation.input } }];
    case 'view.add': {
      const { private: hidden, ...input } = mutation.input;
      return [
        { noun: 'view', row: { ...newBase(input.id, at, me), ...input, privateTo: hidden ? me : null } },
      ];
    }
    case 'pipeline.edit':
      return plainEdit(world, 'pipeline', mutation.input, at);
    case 'stage.edit':
      return plainEdit(world, 'stage', mutation.input, at);
    case 'ownField.edit':
      return plainEdit(world, 'ownField', mutation.input, at);
    case 'relation.edit':
      return plainEdit(world, 'relation', mutation.input, at);
    case 'view.edit': {
      const [changed] = plainEdit(world, 'view', mutation.input, at);
      const { private: hidden } = mutation.input;
      if (changed?.noun !== 'view' || isOthers(changed.row, me)) return [];
      return [
        hidden === undefined
          ? changed
          : { noun: 'view', row: { ...changed.row, privateTo: hidden ? me : null } },
      ];
    }
    case 'pipeline.remove':
      return removed(world, 'pipeline', mutation.input.id, at);
    // Its deals go on at the server: here they are not found by their stage.
    case 'stage.remove':
      return removed(world, 'stage', mutation.input.id, at);
    case 'ownField.remove':
      return removed(world, 'ownField', mutation.input.id, at);
    case 'relation.remove':
      return removed(world, 'relation', mutation.input.id, at);
    case 'view.remove':
      return removed(world, 'view', mutation.input.id, at);
    case 'contact.setPrivate': {
      const row = world.get('contact', mutation.input.id);
      if (!row || (row.privateTo ?? row.createdBy) !== me) return [];
      return [
        { noun: 'contact', row: { ...row, privateTo: mutation.input.private ? me : null, updatedAt: at } },
      ];
    }
    case 'deal.add': {
      const { stageId, ...input } = mutation.input;
      // One that is gone by now is the server's to follow: until then the deal stands where all begin. [B4]
      const stage = (stageId && world.get('stage', stageId)) || firstStage;
      if (!stage) return [];
      const closing = { state: 'open', closedAt: null, lostReason: null, competitor: null } as const;
      const place = { stageId: stage.id, pipelineId: stage.pipelineId, stageSince: at };
      const rest = { ...place, ...closing, externalIds: input.externalIds ?? [] };
      return [{ noun: 'deal', row: { ...newBase(input.id, at, me), ...owned(input, me), ...rest } }];
    }
    case 'deal.edit': {
      const row = world.get('deal', mutation.input.id);
      return row ? [{ noun: 'deal', row: edited(row, mutation.input.fields, at) }] : [];
    }
    case 'deal.move': {
      const row = world.get('deal', mutation.input.id);
      const stage = world.get('stage', mutation.input.stageId);
      return row && stage ? [{ noun: 'deal', row: moveDeal(row, stage, at) }] : [];
    }
    case 'deal.close': {
      const row = world.get('deal', mutation.input.id);
      return row ? [{ noun: 'deal', row: closeDeal(row, mutation.input, at) }] : [];
    }
    case 'deal.reopen': {
      const row = world.get('deal', mutation.input.id);
      return row ? [{ noun: 'deal', row: reopenDeal(row, at) }] : [];
    }
    case 'interaction.log': {
      if (sameMail) return [{ noun: 'interaction', row: joined(sameMail, mutation.input) }];
      const { private: hidden, ...input } = mutation.input;
      // Whoever is mentioned in what one keeps to oneself is let in.
      const sharedWith = hidden ? (input.mentions ?? []).filter((id) => id !== me) : [];
      const access = { privateTo: hidden ? me : null, sharedWith, askedBy: [] };
      const mentions = input.mentions ?? [];
      const logged = { loggedBy: me, loggedAt: at, joinedInto: null, mentions, ...access };
      return [{ noun: 'interaction', row: { ...newBase(input.id, at, me), ...input, ...logged } }];
    }
    case 'interaction.edit': {
      const row = world.get('interaction', mutation.input.id);
      return row && !isOthers(row, me)
        ? [{ noun: 'interaction', row: edited(row, mutation.input.fields, at) }]
        : [];
    }
    case 'interaction.separate': {
      const row = world.get('interaction', mutation.input.id);
      return row?.joinedInto && !isOthers(row, me)
        ? [{ noun: 'interaction', row: { ...row, joinedInto: null, updatedAt: at } }]
        : [];
    }
    case 'interaction.setPrivate': {
      const row = world.get('interaction', mutation.input.id);
      if (!row || row.loggedBy !== me) return [];
      const privateTo = mutation.input.private ? me : null;
      if (row.privateTo === privateTo) return [];
      return [
        { noun: 'interaction', row: { ...row, privateTo, sharedWith: [], askedBy: [], updatedAt: at } },
      ];
    }
    // Whether one has asked is the owner's to see; the asking device remembers it in its outbox.
    case 'interaction.askAccess':
      return [];
    case 'interaction.settleMention': {
      const row = world.get('interaction', mutation.input.id);
      if (!row || me === null || !row.mentions.includes(me)) return [];
      const mentions = row.mentions.filter((each) => each !== me);
      return [{ noun: 'interaction', row: { ...row, mentions, updatedAt: at } }];
    }
    case 'interaction.answerAccess': {
      const row = world.get('interaction', mutation.input.id);
      const { memberId, grant } = mutation.input;
      if (!row || row.privateTo !== me) return [];
      const others = row.sharedWith.filter((each) => each !== memberId);
      const askedBy = row.askedBy.filter((each) => each !== memberId);
      const sharedWith = grant ? [...others, memberId] : others;
      return [{ noun: 'interaction', row: { ...row, sharedWith, askedBy, updatedAt: at } }];
    }
    case 'interaction.undo':
      return isOthers(world.get('interaction', mutation.input.id), me)
        ? []
        : removed(world, 'interaction', mutation.input.id, at);
    case 'import.rows': {
      const here = new Map<string, Changed>();
      const own: World = {
        get: (noun, id) => (here.get(`${noun}/${id}`)?.row ?? world.get(noun, id)) as never,
      };
      const take = (changed: Changed) => here.set(`${changed.noun}/${changed.row.id}`, changed);
      const context = { me, firstStage, sameMail: null };
      for (const add of addsOfPart(mutation, logged)) applyMutation(own, add, context).forEach(take);
      for (const change of mutation.input.changes) {
        const row = own.get(change.noun, change.id);
        const next =
          row && !isOthers(row as { privateTo: Id | null }, me) ? changedBy(row, change, at) : null;
        if (next) take({ noun: change.noun, row: next } as Changed);
      }
      if (!world.get('import', mutation.input.id)) take({ noun: 'import', row: newImport(mutation, me) });
      return [...here.values()];
    }
    // Which rows it brought is the server's to know; they go with its answer.
    case 'import.undo': {
      const row = world.get('import', mutation.input.id);
      if (!row || row.undoneAt !== null) return [];
      return [{ noun: 'import', row: { ...row, undoneAt: at, undoneBy: me, updatedAt: at } }];
    }
    case 'task.add':
      return [
        {
          noun: 'task',
          row: {
            ...newBase(mutation.input.id, at, me),
            ...owned(mutation.input, me),
            zone: mutation.input.zone ?? null,
            note: mutation.input.note ?? null,
            repeat: mutation.input.repeat ?? null,
            doneAt: null,
          },
        },
      ];
    case 'task.edit': {
      const row = world.get('task', mutation.input.id);
      return row ? [{ noun: 'task', row: edited(row, mutation.input.fields, at) }] : [];
    }
    case 'task.complete': {
      const row = world.get('task', mutation.input.id);
      // Of two who complete it the second changes nothing, so what follows is made once.
      if (!row || row.doneAt !== null) return [];
      const { next } = mutation.input;
      const done = { noun: 'task', row: { ...row, doneAt: mutation.input.at, updatedAt: at } } as const;
      if (!next || row.repeat === null) return [done];
      // The rule goes on with the task that follows.
      const follows = { ...row, ...newBase(next.id, at, me), ...next, doneAt: null };
      return [
        { noun: 'task', row: { ...done.row, repeat: null } },
        { noun: 'task', row: follows },
      ];
    }
    case 'task.reopen': {
      const row = world.get('task', mutation.input.id);
      return row ? [{ noun: 'task', row: { ...row, doneAt: null, updatedAt: at } }] : [];
    }
  }
}

/** Masked, or read by one who was let in: the server takes no change of it from this member. [A6] */
const isOthers = (row: { privateTo: Id | null } | undefined, me: Id | null): boolean =>
  (row?.privateTo ?? null) !== null && row?.privateTo !== me;

/** What a release before did not send. */
const party = <R, T>({ role, roleReason }: { role?: R | null; roleReason?: T | null }) => ({
  role: role ?? null,
  roleReason: roleReason ?? null,
});

/** Who adds it owns it, unless told otherwise; as on the server. */
const owned = <T extends { ownerId: Id | null }>(input: T, me: Id | null): T => ({
  ...input,
  ownerId: input.ownerId ?? me,
});

const isSameKey = (a: { kind: string; value: string }, b: { kind: string; value: string }): boolean =>
  a.kind === b.kind && a.value === b.value;

/** A partial edit; a field given as undefined is one that was not given. Own fields change one by one. */
function edited<T extends { updatedAt: number }>(row: T, fields: object, at: number): T {
  const next: Record<string, unknown> = { ...row, updatedAt: at };
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    next[name] = name === 'own' ? { ...(next.own as object), ...(value as object) } : value;
  }
  return next as T;
}

type Log = Pick<Interaction, 'fingerprint' | 'contactIds' | 'dealId' | 'body' | 'bodyState'>;

/** The same mail logged again tells its entry other keys and people, a deal, and a body it had not. [U1] [U6] */
function joined(entry: Interaction, log: Log): Interaction {
  const better = entry.bodyState === 'subject-only' && log.bodyState === 'read';
  return {
    ...entry,
    dealId: entry.dealId ?? log.dealId,
    ...(better ? { body: log.body, bodyState: log.bodyState } : {}),
    fingerprint: [...new Set([...entry.fingerprint, ...log.fingerprint])],
    contactIds: [...new Set([...entry.contactIds, ...log.contactIds])],
  };
}

function removed(world: World, noun: RemovableNoun, id: Id, at: number): Changed[] {
  const row = world.get(noun, id);
  if (!row || row.deletedAt !== null) return [];
  return [{ noun, row: { ...row, deletedAt: at, updatedAt: at } } as Changed];
}

/** What was removed here and is not settled is there again at once; the rest the server brings back. */
function restored(
  world: World,
  noun: 'contact' | 'company' | 'deal' | 'task',
  id: Id,
  at: number,
): Changed[] {
  const row = world.removed?.(noun, id);
  return row ? [{ noun, row: { ...row, deletedAt: null, updatedAt: at } } as Changed] : [];
}

type PlainNoun = 'pipeline' | 'stage' | 'ownField' | 'relation' | 'view';
type RemovableNoun = 'contact' | 'company' | 'deal' | 'task' | 'interaction' | PlainNoun;

function plainEdit(
  world: World,
  noun: PlainNoun,
  { id, fields }: { id: Id; fields: object },
  at: number,
): Changed[] {
  const row = world.get(noun, id);
  return row ? [{ noun, row: edited(row, fields, at) } as Changed] : [];
}
