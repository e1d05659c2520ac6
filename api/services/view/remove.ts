import type { Input } from '../../../shared/sync/mutation.ts';
import { removePlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { mayChange, mineOrShared } from './mine.ts';

export const removeView = ({ id }: Input<'view.remove'>): Plan =>
  removePlain('view', id, 'name', [mineOrShared, mayChange]);
