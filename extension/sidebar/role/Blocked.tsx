import { Ban } from 'lucide-preact';
import type { Company, Contact } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import css from './Blocked.module.css';

type Party = Pick<Contact | Company, 'role' | 'roleReason'>;

/** Where nobody is to do business with them that is said first, with why; also of whoever works at such a company. */
export function Blocked({ party, company }: { party: Party | null; company?: Company | null | undefined }) {
  const text =
    party?.role === 'blocked'
      ? m.record_blocked_because({ reason: party.roleReason ?? m.record_no_reason() })
      : company?.role === 'blocked'
        ? m.record_company_blocked({
            company: company.name,
            reason: company.roleReason ?? m.record_no_reason(),
          })
        : null;
  if (text === null) return null;
  return (
    <p class={css.blocked} data-blocked>
      <Ban size={14} aria-hidden="true" />
      <span dir="auto">{text}</span>
    </p>
  );
}
