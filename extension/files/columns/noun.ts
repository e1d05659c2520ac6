import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { Look } from './looks.ts';
import type { HeaderRead } from './words.ts';

/** What a file is about: each row of it is one of these, and names the others by the way. */
export function nounOfFile(reads: readonly (HeaderRead | null)[], looks: readonly Look[]): ImportNoun {
  const has = new Set(
    reads.flatMap((read) => (read && !read.loose ? [`${read.noun ?? 'any'}.${read.field}`] : [])),
  );
  const count = (...names: string[]) => names.filter((name) => has.has(name)).length;
  const deal = count(
    'deal.amount',
    'deal.stage',
    'deal.expectedClose',
    'deal.pipeline',
    'deal.title',
    'deal.lostReason',
    'deal.state',
  );
  if (deal >= 2) return 'deal';
  const said = count(
    'interaction.kind',
    'interaction.subject',
    'interaction.body',
    'interaction.messageId',
    'interaction.direction',
    'interaction.outcome',
    'interaction.duration',
  );
  if (
    has.has('interaction.date') &&
    (said >= 1 || (said === 0 && has.has('any.note') && !has.has('contact.givenName')))
  )
    return 'interaction';
  if (said >= 2) return 'interaction';
  const person = count(
    'contact.givenName',
    'contact.familyName',
    'contact.name',
    'contact.title',
    'any.email',
    'contact.email',
  );
  // "Name, Company" is a list of people.
  const named = has.has('any.name') && has.has('company.name');
  if (person > 0 || named || looks.includes('email')) return 'contact';
  const company = count(
    'company.name',
    'company.domain',
    'any.industry',
    'company.industry',
    'any.website',
    'company.website',
  );
  return company > 0 ? 'company' : 'contact';
}
