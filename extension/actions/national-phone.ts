import { countryOfHost } from '../../shared/identity/country.ts';
import type { IdentityKey } from '../../shared/identity/key.ts';
import { phoneKey } from '../../shared/identity/phone.ts';
import { readNational } from './tables.ts';

/**
 * The key of a number as it stood: an international one by itself, a national one in the country that its page, else
 * the person's address, tells. Without either it has none.
 */
export function phoneKeyIn(text: string, country: string | null, email: string | null): IdentityKey | null {
  const host = email?.slice(email.lastIndexOf('@') + 1) ?? '';
  return phoneKey(text) ?? phoneKey(text, readNational, country ?? countryOfHost(host));
}
