import type { Input } from '../../../shared/sync/mutation.ts';
import { mineOf } from '../mine.ts';
import { removePlain } from '../plain.ts';
import type { Plan } from '../plan.ts';

const { mineOrShared } = mineOf('logRule', 'logRule.unknown');

export const removeLogRule = ({ id }: Input<'logRule.remove'>): Plan =>
  removePlain('logRule', id, 'scope', [mineOrShared]);
