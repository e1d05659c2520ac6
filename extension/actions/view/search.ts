import { wordsIn } from '../../../shared/domain/interaction/match.ts';
import type { PartyRole } from '../../../shared/domain/rows.ts';
import { searchTokens } from '../../../shared/kit/fold.ts';
import type { Found } from '../../messages/state.ts';
import { namedKey, shardNouns } from '../../mirror/nouns.ts';
import type { Hit } from '../../mirror/search.ts';
import type { Core } from '../core.ts';

const shown = 20;

const marked = ({ role }: { role: PartyRole | null }) => (role === 'blocked' ? { blocked: true } : {});

/** Of more people than these nobody wants to know whose assistant or buyer each is. */
const mostNamed = 5;

/** Rows whose own fields name one of these people: what somebody looks for may stand there by name alone. */
async function naming({ mirror }: Core, text: string, hits: readonly Hit[]): Promise<Hit[]> {
  const members = (await mirror.all('member')).filter(({ name }) => wordsIn([name], text));
  const ids = [...hits.filter(({ noun }) => noun === 'contact'), ...members].slice(0, mostNamed);
  const keys = ids.map(({ id }) => namedKey(id));
  const found = await Promise.all(
    shardNouns.map(async (noun) => (await mirror.candidates(noun, keys)).map(({ id }) => ({ noun, id }))),
  );
  return found.flat().filter(({ id }) => !hits.some((hit) => hit.id === id));
}

/** Where a query is found, the best first. */
export async function hitsOf(core: Core, text: string, limit: number): Promise<Hit[]> {
  const hits = await core.mirror.search(text, limit);
  return hits.length < limit ? [...hits, ...(await naming(core, text, hits))].slice(0, limit) : hits;
}

/** As it is listed; null where it is gone meanwhile. */
export async function foundOf(core: Core, { noun, id }: Hit): Promise<Found | null> {
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
}

/** Finds contacts, companies and deals by beginnings of words, or by single Han characters. */
export async function search(core: Core, text: string): Promise<Found[]> {
  if (searchTokens(text).length === 0) return [];
  const found = await Promise.all((await hitsOf(core, text, shown)).map((hit) => foundOf(core, hit)));
  return found.filter((each) => each !== null);
}
