import type { Id } from '../../../../shared/kit/id.ts';
import type { About } from '../command.ts';

/** What a note, call, task or deal made now would be about. */
export type Linked = { contactIds: Id[]; companyId: Id | null; dealId: Id | null };

export const nameOf = (about: About): string =>
  about.noun === 'contact'
    ? about.view.contact.name
    : about.noun === 'company'
      ? about.view.company.name
      : about.view.deal.title;

export const idOf = (about: About): Id =>
  about.noun === 'contact'
    ? about.view.contact.id
    : about.noun === 'company'
      ? about.view.company.id
      : about.view.deal.id;

/** The one open deal, or none where there are several: what is about a deal is never guessed. */
const onlyDeal = (deals: readonly { id: Id; state: string }[]): Id | null => {
  const open = deals.filter(({ state }) => state === 'open');
  return open.length === 1 ? (open[0]?.id ?? null) : null;
};

export function linkedTo(about: About): Linked {
  if (about.noun === 'contact') {
    const { contact, deals } = about.view;
    return { contactIds: [contact.id], companyId: contact.companyId, dealId: onlyDeal(deals) };
  }
  if (about.noun === 'company')
    return { contactIds: [], companyId: about.view.company.id, dealId: onlyDeal(about.view.deals) };
  const { deal, contacts, company } = about.view;
  return { contactIds: contacts.map(({ id }) => id), companyId: company?.id ?? null, dealId: deal.id };
}
