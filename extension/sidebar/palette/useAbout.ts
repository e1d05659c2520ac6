import { useAnswer } from '../shell/useAnswer.ts';
import type { About } from './command.ts';
import type { Subject } from './subject.ts';

/** What is known of the record on the screen; what a card has asked for already is there at once. */
export function useAbout(subject: Subject | null): About | null {
  const idOf = (noun: Subject['noun']) => (subject?.noun === noun ? subject.id : null);
  const [contactId, companyId, dealId] = [idOf('contact'), idOf('company'), idOf('deal')];
  const contact = useAnswer('person', contactId === null ? null : { contactId }).value;
  const company = useAnswer('company', companyId === null ? null : { companyId }).value;
  const deal = useAnswer('deal', dealId === null ? null : { dealId }).value;
  if (contactId && contact) return { noun: 'contact', view: contact };
  if (companyId && company) return { noun: 'company', view: company };
  if (dealId && deal) return { noun: 'deal', view: deal };
  return null;
}
