import type { IdentityKey } from './key.ts';

/**
 * Reads a national number in its country: E.164 or null. The background passes libphonenumber;
 * a content script has none and sends the number as it stood, with `country` as its guess.
 */
export type NationalReader = (text: string, country: string | null) => string | null;

/** Nine digits or fewer with a country code are short codes; E.164 ends at 15. */
const e164 = /^\+[1-9]\d{6,14}$/;

/**
 * The key of a person or company by a phone number. Without a reader only international numbers (`+…`, `00…`)
 * have one: a national number means nothing without its country.
 */
export function phoneKey(
  text: string,
  read?: NationalReader,
  country: string | null = null,
): IdentityKey | null {
  const value = read ? read(text, country) : internationalOf(text);
  return value && e164.test(value) ? { kind: 'phone', value } : null;
}

function internationalOf(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/^\s*tel:/i, '')
    // An extension is of the switchboard, not of the number.
    .replace(/\s*(?:;ext=|;|,|#|x\s*\d|ext\b|extension\b|durchwahl\b|分机|分機|转|轉).*$/isu, '')
    .trim();
  if (!/^(?:\+|00)/.test(plain)) return null;
  // "+44 (0)20": the trunk zero is dialled only inside the country.
  const digits = plain.replace(/\(0\)/g, '').replace(/^00/, '+');
  if (/[^\d+\s().\-/\u2010-\u2015\u00a0]/u.test(digits)) return null;
  return `+${digits.replace(/\D/g, '')}`;
}
