import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { getDomain } from 'tldts';
import { nameSearchKeys } from '../../shared/identity/name/search-keys.ts';
import { wholeNameTables } from '../../shared/identity/name/whole.ts';
import { nameReader } from '../../shared/identity/pairs/names.ts';
import type { Tables } from './tables.ts';

const names = wholeNameTables((bytes) => new TextDecoder('gbk').decode(bytes));

export const wholeTables: Tables = {
  /** By the whole public suffix list, those of hosters included. */
  registrable: (host) => getDomain(host, { allowPrivateDomains: true }),
  readNational: (text, country) => {
    if (!country || !isSupportedCountry(country)) return null;
    const found = parsePhoneNumberFromString(text, country);
    return found?.isValid() ? found.number : null;
  },
  pairNames: nameReader(names),
  nameKeys: (name) => nameSearchKeys(name, names),
};
