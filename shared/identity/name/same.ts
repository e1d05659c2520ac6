import { addressLetters, addressName, isAddress, suits } from './address-name.ts';
import { personForm } from './person-form.ts';
import { sameCompany } from './same-company.ts';
import { samePerson } from './same-person.ts';
import { type NameTables, noNameTables } from './tables.ts';

/**
 * At or above it two names are probably one person's or one organisation's: for showing, for asking, as one of several
 * reasons of a pair, and for the forms of one person inside one mail. Never enough to match by.
 */
export const sameNameLimit = 0.7;

/**
 * At or above it two names are the same name, however written: marks, case, script, titles, family name in front by
 * comma or language. What counts two names as equal asks for this one, and always for another reason beside it: a
 * name alone never matches anybody.
 */
export const nameMatchLimit = 0.97;

/** How likely both name the same, 0 to 1; an e-mail address may stand for a name. Bounded, whatever they are. */
export function sameName(a: string, b: string, kind = 'Person', tables: NameTables = noNameTables): number {
  if (/^(?:company|organi[sz]ation|legalentity)$/i.test(kind)) return sameCompany(a, b);
  if (isAddress(a) && isAddress(b)) return sameAddresses(a, b, tables);
  if (isAddress(a)) return sameAsAddress(a, b, tables);
  return isAddress(b) ? sameAsAddress(b, a, tables) : samePerson(a, b, tables);
}

function sameAddresses(a: string, b: string, tables: NameTables): number {
  if (a.trim().toLowerCase() === b.trim().toLowerCase()) return 1;
  return samePerson(addressName(a), addressName(b), tables) * 0.9;
}

/** Never enough to match by: an address that suits a name is not proven to be that person's. */
function sameAsAddress(address: string, name: string, tables: NameTables): number {
  const asName = samePerson(addressName(address), name, tables);
  return Math.max(asName * 0.95, suits(addressLetters(address), personForm(name, tables).words));
}
