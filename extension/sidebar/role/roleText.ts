import type { PartyRole } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ChipTone } from '../../ui/Chip.tsx';

const names: Record<PartyRole, () => string> = {
  customer: m.record_role_customer,
  partner: m.record_role_partner,
  supplier: m.record_role_supplier,
  competitor: m.record_role_competitor,
  blocked: m.record_role_blocked,
};
export const roleText = (role: PartyRole): string => names[role]();

export const isPartyRole = (value: unknown): value is PartyRole =>
  typeof value === 'string' && Object.hasOwn(names, value);

export const roleTone: Record<PartyRole, ChipTone> = {
  customer: 'success',
  partner: 'accent',
  supplier: 'info',
  competitor: 'warning',
  blocked: 'danger',
};
