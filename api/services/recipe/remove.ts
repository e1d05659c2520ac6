import type { Input } from '../../../shared/sync/mutation.ts';
import { removePlain, was } from '../plain.ts';
import type { Plan } from '../plan.ts';

/** Whoever may write may take back what misreads a site. [O1] */
export const removeRecipe = ({ id }: Input<'recipe.remove'>): Plan =>
  removePlain('recipe', id, 'host', [was('recipe', 'recipe.unknown')]);
