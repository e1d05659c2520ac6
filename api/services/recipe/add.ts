import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { recipe } from '../../db/workspace/recipe.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';

const { host, kind, shape } = columnsOf(recipe);

/** The same shown twice, by two people perhaps, is once. [O1] */
export const addRecipe = (input: Input<'recipe.add'>): Plan =>
  addPlain('recipe', { host, kind, shape } as Record<string, string>, input, input.host, {
    refuse: [],
    already: `(SELECT id FROM recipe WHERE id = :id OR (host = :host AND kind = :kind AND shape = :shape AND deleted_at IS NULL) LIMIT 1)`,
  });
