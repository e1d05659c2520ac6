import { addressName, isAddress, sameAsAddress } from './address-name.ts';
import { sameCompany } from './same-company.ts';
import { samePerson } from './same-person.ts';
import { type NameTables, noNameTables } from './tables.ts';

/**
 * At or above it two names are probably one person's or one organisation's: for showing, for asking, as one of several
 * reasons of a pair, and for the forms of one person inside one mail. Never enough to match by.
 */
export const sameNameLimit = 0.7;

/**
 * At or above it two names are the same name, however written: other order, script, case, marks, titles. What is
 * matched BY NAME asks for this, and always for another reason beside it: a name alone never matches anybody.
 */
export const nameMatchLimit = 0.97;

/** How likely both name the same, 0 to 1. @param kind 'Company' and 'Organization' are compared as companies */
export function sameName(a: string, b: string, kind = 'Person', tables: NameTables = noNameTables): number {
  if (/^(?:company|organi[sz]ation|legalentity)$/i.test(kind)) return sameCompany(a, b);
  if (isAddress(a) || isAddress(b)) {
    if (isAddress(a) && isAddress(b)) return sameAddresses(a, b, tables);
    return isAddress(a) ? sameAsAddress(a, b, tables) : sameAsAddress(b, a, tables);
  }
  return samePerson(a, b, tables);
}

function sameAddresses(a: string, b: string, tables: NameTables): number {
  if (a.toLowerCase() === b.toLowerCase()) return 1;
  return samePerson(addressName(a), addressName(b), tables) * 0.9;
}
