/** A person seen in the text, and where. */
export type Placed = { name: string; line: number; confidence: number; emails: string[]; phones: string[] };

/** How many lines below a name a number or address is still that person's. */
const reach = 8;

/**
 * Whose an address is: of the one whose name is in it; else of the last name above it, if near. A name inside a
 * sentence owns only what stands in the same line.
 */
export function ownerOfAddress<P extends Placed>(
  persons: readonly P[],
  address: string,
  line: number,
): P | null {
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
export function nearest<P extends Placed>(persons: readonly P[], line: number): P | null {
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
