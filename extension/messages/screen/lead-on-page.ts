import { isSameCompany } from '../../../shared/domain/contact/says-all.ts';
import type { NewContact } from '../calls.ts';
import type { CompanyOnScreen, PersonOnScreen } from '../state.ts';
import { newContactOf } from './found-fields.ts';

/** A lead as a page tells it: of the page's company, unless the page says that they are of another. */
export function leadOnPage(
  person: PersonOnScreen,
  company: CompanyOnScreen | null,
  page: string | null,
): NewContact {
  const lead = newContactOf(person, (field) => field.taken, { channel: page ? 'page' : 'manual', page });
  if (!company || (lead.companyName && !isSameCompany(lead.companyName, company.name))) return lead;
  return {
    ...lead,
    companyName: lead.companyName ?? company.name,
    domain: lead.domain ?? company.domain,
  };
}
