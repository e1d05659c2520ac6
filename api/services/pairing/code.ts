import { createHash } from 'node:crypto';

/** No 0 and O, 1 and I and L: a code is read from a screen and may be typed. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const codeMinutes = 10;

/** Eight characters, e.g. `K7QM-2XPD`; 31^8 of them against ten minutes and a few tries. */
export function codeFrom(random: (bytes: number) => Uint8Array): string {
  let code = '';
  while (code.length < 8)
    for (const byte of random(16)) {
      // 248 = 8 * 31: bytes above would favour the first letters.
      if (byte < 248 && code.length < 8) code += alphabet[byte % alphabet.length];
    }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** As typed, with or without the hyphen, in any case. */
export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(`pairing:${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest('hex');
