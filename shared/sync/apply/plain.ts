import { newBase } from '../../domain/row.ts';
import type { Noun } from '../../domain/rows.ts';
import { type Applied, addOf, changed, edited, editOf, isOthers, removeOf, type VerbOf } from './on.ts';

/** Nouns whose rows are columns alone: no keys, no search text, nothing that hangs on them. */
export type PlainNoun = Extract<
  Noun,
  | 'pipeline'
  | 'stage'
  | 'ownField'
  | 'relation'
  | 'view'
  | 'recipe'
  | 'exclusion'
  | 'distinction'
  | 'logRule'
  | 'template'
  | 'file'
>;

/** Their verbs, in which nothing follows from anything. */
export const plainVerbs: Applied<VerbOf<PlainNoun>> = {
  'pipeline.add': addOf('pipeline'),
  'pipeline.edit': editOf('pipeline'),
  'pipeline.remove': removeOf('pipeline'),
  'stage.add': addOf('stage'),
  'stage.edit': editOf('stage'),
  // Its deals go on at the server: here they are not found by their stage. [B7]
  'stage.remove': removeOf('stage'),
  'ownField.add': addOf('ownField'),
  'ownField.edit': editOf('ownField'),
  'ownField.remove': removeOf('ownField'),
  'relation.add': addOf('relation'),
  'relation.edit': editOf('relation'),
  'relation.remove': removeOf('relation'),
  'view.add': ({ private: hidden, ...input }, { at, me }) =>
    changed('view', { ...newBase(input.id, at, me), ...input, privateTo: hidden ? me : null }),
  'view.edit': ({ id, fields, private: hidden }, { world, at, me }) => {
    const row = world.get('view', id);
    if (!row || isOthers(row, me)) return [];
    const privateTo = hidden === undefined ? row.privateTo : hidden ? me : null;
    return changed('view', { ...edited(row, fields, at), privateTo });
  },
  'view.remove': removeOf('view'),
  'recipe.add': addOf('recipe'),
  'recipe.remove': removeOf('recipe'),
  'exclusion.add': ({ private: hidden, ...input }, { at, me }) =>
    changed('exclusion', { ...newBase(input.id, at, me), ...input, privateTo: hidden ? me : null }),
  'exclusion.remove': removeOf('exclusion'),
  'distinction.add': (input, on) => addOf('distinction')(inOrder(input), on),
  'distinction.remove': removeOf('distinction'),
  'logRule.add': (input, { at, me }) =>
    changed('logRule', { ...newBase(input.id, at, me), ...input, privateTo: me }),
  'logRule.remove': removeOf('logRule'),
  'template.add': ({ private: hidden, ...input }, { at, me }) =>
    changed('template', { ...newBase(input.id, at, me), ...input, privateTo: hidden ? me : null }),
  'template.edit': ({ id, fields, private: hidden }, { world, at, me }) => {
    const row = world.get('template', id);
    if (!row || isOthers(row, me)) return [];
    const privateTo = hidden === undefined ? row.privateTo : hidden ? me : null;
    return changed('template', { ...edited(row, fields, at), privateTo });
  },
  'template.remove': removeOf('template'),
  'file.add': ({ keys: _, ...input }, { at, me }) =>
    changed('file', { ...newBase(input.id, at, me), ...input, storedAt: null }),
  'file.remove': removeOf('file'),
};

/** Two people may say it of the same two, each the other way round. */
export const inOrder = <T extends { aId: string; bId: string }>(said: T): T =>
  said.aId < said.bId ? said : { ...said, aId: said.bId, bId: said.aId };
