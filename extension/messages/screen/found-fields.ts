import { isFreeMailDomain } from '../../../shared/identity/free-mail.ts';
import type { Evidence, Seen, Sighting } from '../../../shared/identity/sighting.ts';
import type { NewContact } from '../calls.ts';
import type { PersonOnScreen } from '../state.ts';

/** A field of a new contact that can be taken or left, with where it was seen. */
export type FoundField = {
  id: 'title' | 'phone' | 'organisation' | 'address' | 'url';
  value: string;
  source: Evidence;
};

const order = ['title', 'organisation', 'phone', 'address', 'url'] as const;

export function foundFields(sighting: Sighting): FoundField[] {
  const phoneKey = sighting.keys.find((key) => key.value.kind === 'phone');
  return order.flatMap((id) => {
    const seen: Seen | undefined =
      sighting.fields[id] ??
      (id === 'phone' && phoneKey ? { ...phoneKey, value: phoneKey.value.value } : undefined);
    return seen ? [{ id, value: seen.value, source: seen.source }] : [];
  });
}

/** The contact that a click would add: the person, with the fields whose ticks are set. */
export function newContactOf(
  person: PersonOnScreen,
  ticked: (field: FoundField) => boolean,
  origin: { channel: string; page: string | null },
  name = person.name,
): NewContact {
  const taken = Object.fromEntries(
    foundFields(person.sighting)
      .filter(ticked)
      .map((field) => [field.id, field.value]),
  );
  const domain = person.email?.split('@').at(-1)?.toLowerCase() ?? null;
  return {
    name: name.trim() || person.email || person.name,
    title: taken.title ?? null,
    email: person.email,
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
