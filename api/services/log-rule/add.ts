import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { logRule } from '../../db/workspace/log-rule.ts';
import { known, live } from '../effect.ts';
import { asMine } from '../mine.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';

const { scope, value, effect, dealId } = columnsOf(logRule);

/** A rule is about its maker's own mailbox and nobody else's to see. [E1] */
export function addLogRule(input: Input<'logRule.add'>): Plan {
  const plan = addPlain(
    'logRule',
    { scope, value, effect, dealId } as Record<string, string>,
    input,
    input.scope,
    {
      refuse: [known(':dealId', live('deal', ':dealId'), 'deal.unknown')],
      already: `(SELECT id FROM log_rule WHERE id = :id OR (value = :value AND scope = :scope AND effect = :effect AND private_to = :by AND deleted_at IS NULL) LIMIT 1)`,
    },
  );
  return asMine('logRule', plan);
}
