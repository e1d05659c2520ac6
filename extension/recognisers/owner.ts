import type { Sighting } from '../../shared/identity/sighting.ts';
import type { Handle } from './handles.ts';
import { isSharedMailbox } from './links.ts';
import type { PersonSeen } from './persons.ts';
import { bounds, type Page, type Reading } from './recogniser.ts';
import { sight } from './sight.ts';
import { standIn } from './standing.ts';
import { surveyOf } from './survey.ts';

type Placed = PersonSeen & { emails: string[]; phones: string[] };

/** Sightings of the persons, each with the addresses and numbers that are theirs; then of what is nobody's. */
export function* owned(
  persons: readonly PersonSeen[],
  handles: readonly Handle[],
  page: Page,
): Reading<Sighting[]> {
  const loose = new Map<string, Sighting>();
  const put = (key: string, one: Sighting | null): void => {
    if (one && loose.size < bounds.sightings && !loose.has(key)) loose.set(key, one);
  };
  const waiting = persons.map((one): Placed => ({ ...one, emails: [], phones: [] }));
  const above: Placed[] = [];
  for (const [count, { kind, value, line, confidence }] of handles.entries()) {
    if (count % 20 === 0) yield;
    for (let next = waiting[above.length]; next && next.line <= line; next = waiting[above.length])
      above.push(next);
    if (kind === 'email') {
      const isShared = isSharedMailbox(value);
      const owner = isShared ? null : ownerOfAddress(above, value, line);
      if (owner?.emails.includes(value)) continue;
      if (owner && owner.emails.length < 3) owner.emails.push(value);
      else put(value, sight({ kind: isShared ? 'company' : 'person', emails: [value] }, 'text', confidence));
      continue;
    }
    const owner = kind === 'fax' ? null : nearest(above, line);
    if (owner && owner.phones.length === 0) owner.phones.push(value);
    else {
      // Whose it is is not told: the company's, and a fax is hardly worth a call.
      const one = sight(
        { kind: 'company', phones: [value] },
        'text',
        kind === 'fax' ? 0.3 : confidence * 0.7,
      );
      put(value.replace(/\D/g, ''), one);
    }
  }
  const { lines } = yield* surveyOf(page);
  const { places } = page;
  const seen = waiting.flatMap(({ name, title, confidence, line, emails, phones }) => {
    const one = sight({ kind: 'person', name, title, emails, phones }, 'text', confidence);
    if (one && places) standIn(one, line, { lines, handles, places });
    return one ?? [];
  });
  return [...seen, ...loose.values()];
}

/** How many lines below a name a number or address is still that person's. */
const reach = 8;

/**
 * Whose an address is: of the one whose name is in it; else of the last name above it, if near. A name inside a
 * sentence owns only what stands in the same line.
 */
function ownerOfAddress(persons: readonly Placed[], address: string, line: number): Placed | null {
  const local = plain(address.slice(0, address.indexOf('@')));
  const named = persons.findLast((one) => isNamedIn(one.name, local));
  if (named) return named;
  const near = nearest(persons, line);
  // Somebody else's name in it speaks against the one above; of a name in another script it cannot tell.
  const othersName = near !== null && isLatin(near.name) && /[a-z]{3,}[._-][a-z]{3,}/i.test(local);
  return othersName ? null : near;
}

const isLatin = (name: string): boolean => /[a-z]{2}/.test(plain(name));

/** Whose a number is: of the last name above it, if near. */
function nearest(persons: readonly Placed[], line: number): Placed | null {
  const last = persons.at(-1);
  if (!last || line - last.line > reach) return null;
  return last.confidence >= 0.5 || last.line === line ? last : null;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** `ada.byron`, `abyron`, `byron` or `adab` for Ada Byron. */
function isNamedIn(name: string, local: string): boolean {
  const words = plain(name).match(/[a-z]{2,}/g) ?? [];
  const given = words[0] ?? '';
  const family = words.at(-1) ?? '';
  if (family.length < 3 || given === family) return false;
  return local.includes(family) && (family.length > 4 || local.startsWith(given.charAt(0)));
}
