import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { interaction } from '../../db/workspace/interaction.ts';
import { setFields } from '../edit.ts';
import { folded, index, known, live, liveInteraction, removed, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';

const { body, outcome, dealId } = columnsOf(interaction);
const columns = { body, outcome, dealId } as Record<string, string>;

export function editInteraction({ id, fields }: Input<'interaction.edit'>): Plan {
  const target = liveInteraction(':id');
  const set = setFields('interaction', target, columns, fields);
  const found = folded({ body: fields.body, outcome: fields.outcome });
  return {
    refuse: [
      removed('interaction', target),
      known(':id', target, 'interaction.unknown'),
      known(':newDeal', live('deal', ':newDeal'), 'deal.unknown'),
    ],
    effects: [
      ...set.effects,
      ...(found === '{}' ? [] : index('interaction', target, FRESH)),
      touch('interaction', target, FRESH),
    ],
    args: { ...set.args, id, newDeal: fields.dealId ?? null, found },
  };
}
