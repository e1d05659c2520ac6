import { takenFrom } from '../../../shared/identity/certainty.ts';
import { isFreeMailDomain } from '../../../shared/identity/free-mail.ts';
import type { Seen, Sighting } from '../../../shared/identity/sighting.ts';
import type { NewContact } from '../calls.ts';
import type { PersonOnScreen } from '../state.ts';

/** A field of a new contact, with where its value was seen and what else was. */
export type FoundField = {
  id: 'name' | 'title' | 'email' | 'phone' | 'organisation' | 'address' | 'url';
  seen: Seen;
  others: Seen[];
  /** Taken unless somebody says otherwise: of a phone or an address that is only guessed nobody wants to call the owner. */
  taken: boolean;
};

const order = ['name', 'title', 'organisation', 'email', 'phone', 'address', 'url'] as const;

/** What is told of a person, surest first. */
export function foundFields(sighting: Sighting): FoundField[] {
  const keys = (kind: string): Seen[] =>
    sighting.keys
      .filter(({ value }) => value.kind === kind)
      .map((seen) => ({ ...seen, value: seen.value.value }));
  return order.flatMap((id): FoundField[] => {
    if (id === 'email') return fieldOf(id, keys('email'));
    const seen = sighting.fields[id];
    const all = seen ? [seen, ...(sighting.others?.[id] ?? [])] : [];
    return fieldOf(id, id === 'phone' && !seen ? keys('phone') : all);
  });
}

function fieldOf(id: FoundField['id'], [seen, ...others]: Seen[]): FoundField[] {
  if (!seen) return [];
  const isHandle = id === 'email' || id === 'phone';
  return [{ id, seen, others, taken: !isHandle || seen.confidence >= takenFrom.handle }];
}

/** Whether a person of a page is ticked before anybody said so. */
export const isSurePerson = ({ sighting: { fields }, maybe, internal }: PersonOnScreen): boolean =>
  !maybe && !internal && (fields.name?.confidence ?? 0) >= takenFrom.person;

/** The contact that a click would add: the person, with the fields whose ticks are set. */
export function newContactOf(
  person: PersonOnScreen,
  ticked: (field: FoundField) => boolean,
  origin: { channel: string; page: string | null },
): NewContact {
  const taken: Partial<Record<FoundField['id'], string>> = Object.fromEntries(
    foundFields(person.sighting)
      .filter((field) => field.id !== 'name' && ticked(field))
      .map((field) => [field.id, field.seen.value]),
  );
  // Somebody on a mail is their address, whatever is ticked.
  const email = origin.page === null ? person.email : (taken.email ?? null);
  const domain = email?.split('@').at(-1)?.toLowerCase() ?? null;
  return {
    name: person.name.trim() || person.email || '',
    title: taken.title ?? null,
    email,
    phone: taken.phone ?? null,
    ...(person.sighting.country ? { country: person.sighting.country } : {}),
    companyName: taken.organisation ?? null,
    domain: domain && !isFreeMailDomain(domain) ? domain : null,
    address: taken.address ?? null,
    url: taken.url ?? null,
    lifeCycle: 'lead',
    ...origin,
  };
}
