import type { PartyRole } from '../../../shared/domain/rows.ts';
import type { Found } from '../../messages/state.ts';
import type { Core } from '../core.ts';

const shown = 20;

const marked = ({ role }: { role: PartyRole | null }) => (role === 'blocked' ? { blocked: true } : {});

/** Finds contacts, companies and deals by beginnings of words, or by single Han characters. */
export async function search(core: Core, text: string): Promise<Found[]> {
  const hits = await core.mirror.search(text, shown);
  const found = await Promise.all(
    hits.map(async ({ noun, id }): Promise<Found | null> => {
      if (noun === 'contact') {
        const contact = await core.mirror.get('contact', id);
        const company = contact?.companyId ? await core.mirror.get('company', contact.companyId) : undefined;
        const email = contact?.keys.find((key) => key.kind === 'email')?.value;
        const detail = [company?.name, email].filter(Boolean).join(' · ') || null;
        return contact ? { noun, id, title: contact.name, detail, ...marked(contact) } : null;
      }
      if (noun === 'company') {
        const company = await core.mirror.get('company', id);
        const detail = company?.domains[0] ?? null;
        return company ? { noun, id, title: company.name, detail, ...marked(company) } : null;
      }
      const deal = await core.mirror.get('deal', id);
      const company = deal?.companyId ? await core.mirror.get('company', deal.companyId) : undefined;
      return deal ? { noun, id, title: deal.title, detail: company?.name ?? null } : null;
    }),
  );
  return found.filter((each) => each !== null);
}
