import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { exclusion } from '../../db/workspace/exclusion.ts';
import { asMine } from '../mine.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { forTeam } from './may.ts';

const { subject, value, effect, note } = columnsOf(exclusion);

export function addExclusion({ private: hidden, ...input }: Input<'exclusion.add'>): Plan {
  const whose = hidden ? 'private_to = :by' : 'private_to IS NULL';
  const plan = addPlain(
    'exclusion',
    { subject, value, effect, note } as Record<string, string>,
    input,
    input.value,
    {
      refuse: hidden ? [] : [forTeam],
      already: `(SELECT id FROM exclusion WHERE id = :id OR (value = :value AND subject = :subject AND effect = :effect AND ${whose} AND deleted_at IS NULL) LIMIT 1)`,
    },
  );
  return hidden ? asMine('exclusion', plan) : plan;
}
