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
  // RFC 3966: a local number with the country it is of.
  const context = /;phone-context=(\+\d{1,4})/i.exec(text)?.[1];
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/^\s*(?:tel|sms|callto|fax):(?:\/\/)?/i, '')
    // An extension is of the switchboard, not of the number.
    .replace(/\s*(?:;ext=|;|,|#|x\s*\d|ext\b|extension\b|durchwahl\b|分机|分機|转|轉).*$/isu, '')
    .trim();
  const dialled = context && /^\d/.test(plain) ? `${context}${plain}` : plain;
  if (!/^(?:\+|00)/.test(dialled)) return null;
  const from = dialled.replace(/^00/, '+');
  // "+44 (0)20": the trunk zero is dialled only inside the country; in Italy it is a part of the number.
  const digits = /^\+\s*(?:39|378)\b/.test(from) ? from : from.replace(/\(0\)/g, '');
  if (/[^\d+\s().\-/\u2010-\u2015\u00a0]/u.test(digits)) return null;
  return `+${digits.replace(/\D/g, '')}`;
}
