import type { About } from '../../../shared/domain/log-rule/rule-for.ts';
import type { Contact } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { groupOf } from '../../mirror/aliases.ts';
import type { Core } from '../core.ts';

/** By which ids rules may name these people and their companies: their own, and those that turned out to be them. [E2] */
export async function namedAs(
  { mirror }: Pick<Core, 'mirror'>,
  contacts: readonly Pick<Contact, 'id' | 'companyId'>[],
): Promise<Pick<About, 'contactIds' | 'companyIds'>> {
  const companies = [...new Set(contacts.flatMap(({ companyId }) => companyId ?? []))];
  const all = async (noun: 'contact' | 'company', ids: readonly Id[]) =>
    (await Promise.all(ids.map((id) => groupOf(mirror, noun, id)))).flat();
  const [contactIds, companyIds] = await Promise.all([
    all(
      'contact',
      contacts.map(({ id }) => id),
    ),
    all('company', companies),
  ]);
  return { contactIds, companyIds };
}
