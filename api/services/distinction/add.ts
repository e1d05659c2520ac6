import { inOrder } from '../../../shared/sync/apply/plain.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { distinction } from '../../db/workspace/distinction.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { endKnown } from '../relation/ends.ts';

const { noun, aId, bId, askAbove } = columnsOf(distinction);

/** Of one pair the latest word counts, so a second one is a row of its own. [J9] */
export const addDistinction = (input: Input<'distinction.add'>): Plan =>
  addPlain(
    'distinction',
    { noun, aId, bId, askAbove } as Record<string, string>,
    inOrder(input),
    input.noun,
    {
      refuse: [endKnown(':noun', ':aId'), endKnown(':noun', ':bId')],
    },
  );
