import type { Noun } from '../domain/rows.ts';
import type { Id } from '../kit/id.ts';
import { companyVerbs } from './apply/company.ts';
import { contactVerbs } from './apply/contact.ts';
import { dealVerbs } from './apply/deal.ts';
import { addsOfPart, changedBy, newImport, readsOfPart } from './apply/import-part.ts';
import { interactionVerbs } from './apply/interaction.ts';
import { mergeVerbs } from './apply/merge.ts';
import {
  type Applied,
  type ApplyContext,
  type Changed,
  isOthers,
  type On,
  type RowRef,
  type VerbOf,
  type World,
} from './apply/on.ts';
import { plainVerbs } from './apply/plain.ts';
import { taskVerbs } from './apply/task.ts';
import type { Mutation } from './mutation.ts';

export type { Changed } from './apply/on.ts';

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
    case 'recipe.add':
    case 'exclusion.add':
    case 'distinction.add':
    case 'logRule.add':
    case 'template.add':
    case 'file.add':
      return [];
    case 'deal.add':
      return mutation.input.stageId ? [{ noun: 'stage', id: mutation.input.stageId }] : [];
    case 'deal.move':
      return [own('deal'), { noun: 'stage', id: mutation.input.stageId }];
    case 'contact.merge':
      return [own('contact'), { noun: 'contact', id: mutation.input.goneId }];
    case 'company.merge':
      return [own('company'), { noun: 'company', id: mutation.input.goneId }];
    case 'import.rows':
      return readsOfPart(mutation);
    default:
      return [own(mutation.verb.slice(0, mutation.verb.indexOf('.')) as Noun)];
  }
}

/** Which rows it will ask for besides, as the first ones name them; again until none are new. */
export function readsBeyond(world: World, { verb, input }: Mutation): RowRef[] {
  if (verb !== 'merge.split') return [];
  const merge = world.get('merge', input.id);
  if (!merge) return [];
  const { noun, keptId, goneId } = merge;
  const survivor = world.get(noun, goneId)?.mergedInto;
  return [...new Set([goneId, keptId, ...(survivor ? [survivor] : [])])].map((id) => ({ noun, id }));
}

/** A part of an import is many verbs in one; undoing it is the server's, which knows the rows. */
const importVerbs: Applied<VerbOf<'import'>> = {
  'import.rows': (input, { world, at, me, firstStage, logged = new Set() }) => {
    const here = new Map<string, Changed>();
    const own: World = {
      get: (noun, id) => (here.get(`${noun}/${id}`)?.row ?? world.get(noun, id)) as never,
    };
    const take = (changed: Changed) => here.set(`${changed.noun}/${changed.row.id}`, changed);
    const context = { me, firstStage, sameMail: null };
    const mutation = { number: 0, verb: 'import.rows', input, at } as const;
    for (const add of addsOfPart(mutation, logged)) applyMutation(own, add, context).forEach(take);
    for (const change of input.changes) {
      const row = own.get(change.noun, change.id);
      const next = row && !isOthers(row as { privateTo: Id | null }, me) ? changedBy(row, change, at) : null;
      if (next) take({ noun: change.noun, row: next } as Changed);
    }
    if (!world.get('import', input.id)) take({ noun: 'import', row: newImport(mutation, me) });
    return [...here.values()];
  },
  'import.undo': ({ id }, { world, at, me }) => {
    const row = world.get('import', id);
    if (!row || row.undoneAt !== null) return [];
    return [{ noun: 'import', row: { ...row, undoneAt: at, undoneBy: me, updatedAt: at } }];
  },
};

const appliedByVerb: Applied = {
  ...contactVerbs,
  ...companyVerbs,
  ...dealVerbs,
  ...taskVerbs,
  ...interactionVerbs,
  ...plainVerbs,
  ...mergeVerbs,
  ...importVerbs,
};

/**
 * What a mutation does to the rows of this device until the server's own rows come. Pure: the same rows and
 * mutation give the same change, so waiting mutations can be applied again on top of newer rows. [M4]
 */
export function applyMutation(world: World, { verb, input, at }: Mutation, context: ApplyContext): Changed[] {
  const apply = appliedByVerb[verb] as (given: typeof input, on: On) => Changed[];
  return apply(input, { ...context, world, at });
}
