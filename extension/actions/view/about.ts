import type { Rows } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { NamedAbout } from '../../messages/task.ts';
import { followed } from '../../mirror/aliases.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { idKey, type ShardNoun } from '../../mirror/nouns.ts';

/** What a task or entry names by id. */
export type Naming = { contactId: Id | null; companyId: Id | null; dealId: Id | null };

/** Names for what rows name, with the company of a contact or deal: one look into the mirror a noun, however many rows. */
export async function namesFor(
  mirror: Mirror,
  all: readonly Naming[],
): Promise<(naming: Naming) => NamedAbout[]> {
  const [contacts, deals] = await Promise.all([
    byIds(
      mirror,
      'contact',
      all.map(({ contactId }) => contactId),
    ),
    byIds(
      mirror,
      'deal',
      all.map(({ dealId }) => dealId),
    ),
  ]);
  const named = [...all, ...contacts.values(), ...deals.values()].map(({ companyId }) => companyId);
  const companies = await byIds(mirror, 'company', named);
  return ({ contactId, companyId, dealId }) => {
    const contact = contacts.get(contactId ?? '');
    const deal = deals.get(dealId ?? '');
    const company = companies.get(companyId ?? contact?.companyId ?? deal?.companyId ?? '');
    return [
      ...(contact ? [{ noun: 'contact' as const, id: contact.id, title: contact.name }] : []),
      ...(company ? [{ noun: 'company' as const, id: company.id, title: company.name }] : []),
      ...(deal ? [{ noun: 'deal' as const, id: deal.id, title: deal.title }] : []),
    ];
  };
}

async function byIds<N extends ShardNoun>(
  mirror: Mirror,
  noun: N,
  ids: readonly (Id | null)[],
): Promise<Map<Id, Rows[N]>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await mirror.candidates(
    noun,
    wanted.map((id) => idKey(noun, id)),
  );
  // One that turned out to be another one is called as that one.
  return new Map(
    await Promise.all(
      rows.map(async (row): Promise<[Id, Rows[N]]> => {
        const isAlias = noun !== 'deal' && 'mergedInto' in row && row.mergedInto !== null;
        return [
          row.id,
          isAlias ? (((await followed(mirror, noun as 'contact', row.id)) ?? row) as Rows[N]) : row,
        ];
      }),
    ),
  );
}
