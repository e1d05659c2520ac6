import type { Input } from '../../../shared/sync/mutation.ts';
import { freeExternalIds } from '../external-id.ts';
import type { Plan } from '../plan.ts';
import { removeRow } from '../remove.ts';

export const removeDeal = ({ id }: Input<'deal.remove'>): Plan =>
  removeRow('deal', 'deal.unknown', id, [freeExternalIds('deal')]);
