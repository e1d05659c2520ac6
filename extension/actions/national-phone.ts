import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { countryOfHost } from '../../shared/identity/country.ts';
import type { IdentityKey } from '../../shared/identity/key.ts';
import { type NationalReader, phoneKey } from '../../shared/identity/phone.ts';

const readNational: NationalReader = (text, country) => {
  if (!country || !isSupportedCountry(country)) return null;
  const found = parsePhoneNumberFromString(text, country);
  return found?.isValid() ? found.number : null;
};

/**
 * The key of a number as it stood: an international one by itself, a national one in the country that its page, else
 * the person's address, tells. Without either it has none.
 */
export function phoneKeyIn(text: string, country: string | null, email: string | null): IdentityKey | null {
  const host = email?.slice(email.lastIndexOf('@') + 1) ?? '';
  return phoneKey(text) ?? phoneKey(text, readNational, country ?? countryOfHost(host));
}
