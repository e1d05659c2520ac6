import { Building2, ChevronRight } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { CompanyOnScreen } from '../../messages/state.ts';
import { Text } from '../../ui/Text.tsx';
import { RoleChip } from '../role/RoleChip.tsx';
import { useSession } from '../shell/session.ts';
import css from './CompanyLine.module.css';

/** The company of the page in one line, that opens its card; or that it is not known. */
export function CompanyLine({ company }: { company: CompanyOnScreen }) {
  const session = useSession();
  const known = company.company;
  if (!known) {
    return (
      <p class={css.line}>
        <Building2 size={14} aria-hidden="true" />
        <Text cut class={css.name}>
          {company.name}
        </Text>
        <span class={css.state}>{m.sidebar_not_in_crm()}</span>
      </p>
    );
  }
  return (
    <button type="button" class={css.line} onClick={() => session.open({ noun: 'company', id: known.id })}>
      <Building2 size={14} aria-hidden="true" />
      <Text cut class={css.name}>
        {known.name}
      </Text>
      {known.role === 'blocked' && <RoleChip party="blocked" reason={known.roleReason} />}
      <ChevronRight size={14} aria-hidden="true" />
    </button>
  );
}
