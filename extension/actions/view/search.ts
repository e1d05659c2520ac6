import { wordsIn } from '../../../shared/domain/interaction/match.ts';
import type { Company, PartyRole, Rows } from '../../../shared/domain/rows.ts';
import { searchTokens } from '../../../shared/kit/fold.ts';
import type { Id } from '../../../shared/kit/id.ts';
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

const isOf = <N extends Hit['noun']>(noun: N, hit: Hit | undefined, row: unknown): row is Rows[N] =>
  hit?.noun === noun && row !== undefined;

/** As they are listed, in their order; null where one is gone meanwhile. Two looks into the store, however many. */
export async function foundOf({ mirror }: Core, hits: readonly Hit[]): Promise<(Found | null)[]> {
  const rows = await mirror.each(hits);
  const companyOf = (at: number): Id | null => {
    const [hit, row] = [hits[at], rows[at]];
    return isOf('contact', hit, row) || isOf('deal', hit, row) ? row.companyId : null;
  };
  const wanted = [...new Set(rows.flatMap((_, at) => companyOf(at) ?? []))];
  const found = await mirror.each(wanted.map((id) => ({ noun: 'company', id })));
  const names = new Map(wanted.map((id, at) => [id, (found[at] as Company | undefined)?.name]));
  return hits.map((hit, at): Found | null => {
    const row = rows[at];
    const { noun, id } = hit;
    const company = names.get(companyOf(at) ?? '');
    if (isOf('contact', hit, row)) {
      const email = row.keys.find((key) => key.kind === 'email')?.value;
      const detail = [company, email].filter(Boolean).join(' · ') || null;
      return { noun, id, title: row.name, detail, ...marked(row) };
    }
    if (isOf('company', hit, row))
      return { noun, id, title: row.name, detail: row.domains[0] ?? null, ...marked(row) };
    return isOf('deal', hit, row) ? { noun, id, title: row.title, detail: company ?? null } : null;
  });
}

/** Finds contacts, companies and deals by beginnings of words, or by single Han characters. */
export async function search(core: Core, text: string): Promise<Found[]> {
  if (searchTokens(text).length === 0) return [];
  const found = await foundOf(core, await hitsOf(core, text, shown));
  return found.filter((each) => each !== null);
}
