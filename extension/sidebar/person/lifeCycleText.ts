import type { LifeCycle } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ChipTone } from '../../ui/Chip.tsx';

const names: Record<LifeCycle, () => string> = {
  lead: m.words_life_lead,
  qualified: m.words_life_qualified,
  customer: m.words_life_customer,
  former: m.words_life_former,
  partner: m.words_life_partner,
  other: m.words_life_other,
};
export const lifeCycleText = (lifeCycle: LifeCycle): string => names[lifeCycle]();

export const isLifeCycle = (value: unknown): value is LifeCycle =>
  typeof value === 'string' && Object.hasOwn(names, value);

export const lifeCycleTone: Record<LifeCycle, ChipTone> = {
  lead: 'info',
  qualified: 'accent',
  customer: 'success',
  former: 'plain',
  partner: 'warning',
  other: 'plain',
};
