import type { Input } from '../../../shared/sync/mutation.ts';
import { holdExternalIds } from '../external-id.ts';
import type { Plan } from '../plan.ts';
import { restoreRow } from '../restore.ts';

export const restoreDeal = ({ id }: Input<'deal.restore'>): Plan =>
  restoreRow('deal', 'deal.unknown', id, { clash: [], hold: [holdExternalIds('deal')] });
