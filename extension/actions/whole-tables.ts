import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { getDomain } from 'tldts';
import type { Tables } from './tables.ts';

export const wholeTables: Tables = {
  /** By the whole public suffix list, those of hosters included. */
  registrable: (host) => getDomain(host, { allowPrivateDomains: true }),
  readNational: (text, country) => {
    if (!country || !isSupportedCountry(country)) return null;
    const found = parsePhoneNumberFromString(text, country);
    return found?.isValid() ? found.number : null;
  },
};
