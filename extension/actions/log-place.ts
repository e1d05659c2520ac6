import { dealsOfEntry } from '../../shared/domain/interaction/entry-deals.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { LogPlace } from '../messages/state.ts';
import { followed } from '../mirror/aliases.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { Core } from './core.ts';
import { dealsOf, type Entry } from './view/lookup.ts';

/** What an entry is about, and the open deals of those people that it is not about yet. */
export async function logPlace({ mirror }: Core, id: Id): Promise<LogPlace | null> {
  const entry = await mirror.get('interaction', id);
  if (!entry) return null;
  const place = await titlesOf(mirror)(entry);
  const contactIds = place.contacts.map((contact) => contact.id);
  const theirs = await dealsOf(mirror, contactIds, place.company ? [place.company.id] : []);
  const isNew = (deal: { id: Id; state: string }) =>
    deal.state === 'open' && !place.deals.some((each) => each.id === deal.id);
  return { ...place, open: theirs.filter(isNew).map((deal) => ({ id: deal.id, title: deal.title })) };
}

/** What an entry is about, in words; a name that many entries share is looked up once. */
export function titlesOf(mirror: Mirror) {
  const names = new Map<Id, Promise<{ id: Id; name: string } | null>>();
  const nameOf = (noun: 'contact' | 'company', id: Id) => {
    const known = names.get(id);
    if (known) return known;
    const asked = followed(mirror, noun, id)
      .then((row) => row && { id: row.id, name: row.name })
      .then((row) => row ?? null);
    names.set(id, asked);
    return asked;
  };
  const deals = new Map<Id, Promise<{ id: Id; title: string } | null>>();
  const dealOf = (id: Id) => {
    const known = deals.get(id);
    if (known) return known;
    const asked = mirror.get('deal', id).then((row) => (row ? { id, title: row.title } : null));
    deals.set(id, asked);
    return asked;
  };
  const there = async <T>(asked: Promise<T | null>[]): Promise<T[]> =>
    (await Promise.all(asked)).filter((row) => row !== null);
  return async (entry: Pick<Entry, 'contactIds' | 'companyId' | 'dealId' | 'moreDealIds'>) => ({
    contacts: await there(entry.contactIds.map((id) => nameOf('contact', id))),
    company: entry.companyId ? await nameOf('company', entry.companyId) : null,
    deals: await there(dealsOfEntry(entry).map(dealOf)),
  });
}
