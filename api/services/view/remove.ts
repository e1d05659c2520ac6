import type { Input } from '../../../shared/sync/mutation.ts';
import { mineOf } from '../mine.ts';
import { removePlain } from '../plain.ts';
import type { Plan } from '../plan.ts';

const { mayChange, mineOrShared } = mineOf('view', 'view.unknown');

export const removeView = ({ id }: Input<'view.remove'>): Plan =>
  removePlain('view', id, 'name', [mineOrShared, mayChange]);
