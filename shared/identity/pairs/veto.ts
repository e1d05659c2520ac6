import type { Company } from './company.ts';
import type { Compared } from './compare.ts';
import type { PairNoun } from './model.ts';
import type { Person } from './person.ts';

/** "Jr." and "Sr.", "II" and "III" are two people, however alike the rest is. */
const generation = /^(?:jr|sr|junior|senior|i{1,3}|iv|v|2nd|3rd|filho|neto|fils|pere)$/;

/**
 * What no weight may overrule. A pair rests on more than a name, or on a whole name that nothing contradicts; names that
 * differ altogether are one person by an own address or id alone.
 */
export function mayBeOne<N extends PairNoun>(
  noun: N,
  a: { contact: Person; company: Company }[N],
  b: { contact: Person; company: Company }[N],
  { level }: Compared,
): boolean {
  return noun === 'contact' ? persons(a as Person, b as Person, level) : companies(level);
}

function persons(a: Person, b: Person, level: Uint8Array): boolean {
  if (a.suffix !== b.suffix && generation.test(a.suffix) && generation.test(b.suffix)) return false;
  const [given, family, email, , phone, company, address, , birthday, handle] = level;
  const ownKey = email === 1 || handle === 1;
  const named = (found: number | undefined) => found !== undefined && found > 0 && found < 6;
  // A day of birth is somebody's own; with a telephone or home beside it, a name may be spoiled in both its parts.
  const born =
    birthday === 1 && (phone === 1 || phone === 2 || (address !== undefined && address > 0 && address < 3));
  if (given === 6 && family === 6 && !ownKey && !born) return false;
  if (ownKey) return named(given) || named(family) || (given === 0 && family === 0);
  const beside =
    email === 2 ||
    email === 3 ||
    level[3] === 1 ||
    phone === 1 ||
    phone === 2 ||
    company === 1 ||
    company === 2 ||
    (address !== undefined && address > 0 && address < 4) ||
    birthday === 1 ||
    birthday === 2;
  // One telephone, company or home is shared by people of other names.
  if (!named(given) && !named(family)) return born;
  if (beside) return true;
  const whole = (given === 1 || given === 2) && (family === 1 || family === 2);
  const contradicted =
    level[3] === 2 || phone === 4 || company === 3 || address === 4 || birthday === 3 || handle === 2;
  return whole && !contradicted;
}

function companies(level: Uint8Array): boolean {
  const [name, domain, phone, , , handle] = level;
  const named = name !== undefined && name > 0 && name < 5;
  return named || domain === 1 || domain === 2 || handle === 1 || (phone === 1 && domain !== 4);
}
