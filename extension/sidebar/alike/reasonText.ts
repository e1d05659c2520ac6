import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PairReason } from '../../messages/pairs.ts';
import { joined } from './joined.ts';

/** What two have in common, by field and level; what is not here is too little to name. */
const texts: Record<string, Record<string, (reason: PairReason) => string>> = {
  // Of companies; a person's is told by its parts.
  name: { same: m.alike_firm_same, close: m.alike_firm_close, part: m.alike_name_part },
  email: { same: m.sidebar_same_email, local: m.alike_email_local, close: m.alike_email_close },
  domain: { same: m.sidebar_same_domain, label: m.alike_domain_label, close: m.alike_domain_close },
  phone: { same: m.sidebar_same_phone, close: m.alike_phone_close, line: m.alike_phone_line },
  company: { same: ({ a, b }) => m.alike_also_company({ company: a || b }), close: m.alike_company_close },
  address: { same: m.alike_address_same, close: m.alike_address_close },
  title: { same: m.alike_title_same },
  birthday: { same: m.alike_birthday_same, close: m.alike_birthday_close },
  city: { same: m.alike_city_same },
  handle: { same: m.sidebar_same_profile },
};

/** Given and family name are told as one. */
function nameText(reasons: readonly PairReason[]): string | null {
  const levels = reasons.flatMap(({ field, level }) =>
    field === 'given' || field === 'family' ? [level] : [],
  );
  if (levels.length === 0 || levels.includes('different')) return null;
  if (levels.includes('close') || levels.includes('alike')) return m.alike_name_close();
  if (levels.includes('initial')) return m.alike_name_initial();
  return levels.includes('form') ? m.alike_name_form() : m.sidebar_same_name();
}

/** Why two may be one, the strongest first: "same phone, name differs by a letter or two, both at ACME". */
export function whyText(reasons: readonly PairReason[], most = 3): string {
  const told: string[] = [];
  for (const reason of reasons) {
    if (reason.weight <= 0) continue;
    const isName = reason.field === 'given' || reason.field === 'family';
    const text = isName ? nameText(reasons) : (texts[reason.field]?.[reason.level]?.(reason) ?? null);
    if (text && !told.includes(text)) told.push(text);
  }
  // One company says its domain.
  const shown = told.filter(
    (text) => text !== m.sidebar_same_domain() || !told.some((other) => isCompany(other, reasons)),
  );
  return joined(shown.slice(0, most));
}
const isCompany = (text: string, reasons: readonly PairReason[]): boolean =>
  reasons.some(
    (reason) =>
      reason.field === 'company' && reason.level === 'same' && text === texts.company?.same?.(reason),
  );
