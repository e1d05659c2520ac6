import { isNumberKey, numbersIn } from '../../shared/identity/number.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import type { ThreadSeen } from '../gmail/surface.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { type FoundPerson, findPeople } from './find-people.ts';

type Maybe = FoundPerson['maybe'];

/** A number that nobody is known by says nothing of anybody. */
export const isBareNumber = ({ keys, fields }: Sighting): boolean =>
  !fields.name && !fields.phone && keys.length > 0 && keys.every(({ value }) => isNumberKey(value));

/**
 * The one customer whose order or number a mail's subject names. Anybody can write a number, so whoever did is asked
 * about, never taken for them.
 */
export async function numberedOf(mirror: Mirror, thread: ThreadSeen | null): Promise<Maybe> {
  const keys = thread ? numbersIn(thread.subject) : [];
  if (keys.length === 0) return null;
  const found = await findPeople(
    mirror,
    keys.map((key) => [key]),
  );
  const people = new Map(
    found.flatMap(({ contact, match }) => (contact && match ? [[contact.id, match]] : [])),
  );
  const [only] = found.filter(({ contact }) => contact);
  if (!only?.contact || !only.match || people.size !== 1) return null;
  const basis = only.match.basis.map((each) => ({ ...each, strength: 'weak' as const }));
  return { contact: only.contact, match: { ...only.match, basis } };
}
