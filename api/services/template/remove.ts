import type { Input } from '../../../shared/sync/mutation.ts';
import { mineOf } from '../mine.ts';
import { removePlain } from '../plain.ts';
import type { Plan } from '../plan.ts';

const { mayChange, mineOrShared } = mineOf('template', 'template.unknown');

export const removeTemplate = ({ id }: Input<'template.remove'>): Plan =>
  removePlain('template', id, 'name', [mineOrShared, mayChange]);
