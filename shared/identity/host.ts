import { asciiLabel, readableLabel } from './punycode.ts';

/** UTS 46 leaves these out of a name: they are not seen, and no name has them. */
const ignored =
  /\u00ad|\u034f|\u200b|\u2060|\u2064|\ufeff|[\ufe00-\ufe0f]|[\u180b-\u180d]|\u180f|\u115f|\u1160|\u3164|\uffa0/g;

/**
 * The mapping of UTS 46: width and case by NFKC, letter by letter (a whole word would end in another sigma), the
 * ideographic full stops to a dot. ß and the final sigma stay letters of their own, as browsers have it.
 */
function mapped(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  const plain = text
    .replace(ignored, '')
    .replace(/[\u03f2\u03f9]/g, 'σ')
    .normalize('NFD')
    .replace(/\u0345/g, 'ι')
    .normalize('NFKC');
  return Array.from(plain, folded)
    .join('')
    .normalize('NFKC')
    .replace(/[\u3002\uff61]/g, '.');
}

/** Cherokee alone folds to its capitals; letters of old Cyrillic print fold to those of today. */
function folded(letter: string): string {
  if (/\p{Script=Cherokee}/u.test(letter)) return letter.toUpperCase();
  return (/[\u1c80-\u1c88]/.test(letter) ? letter.toUpperCase() : letter).toLowerCase();
}

/** RFC 5893: letters of both directions are no label. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const isTwoWay = (label: string): boolean =>
  rightToLeft.test(label) &&
  /(?![\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u.test(
    label,
  );

/** An `xn--` label in the form it stands for, where it is one that IDNA would have made. */
function encoded(label: string): string | null {
  if (!label.startsWith('xn--')) return asciiLabel(label);
  const readable = readableLabel(label);
  return readable !== label && mapped(readable) === readable && asciiLabel(readable) === label ? label : null;
}

/**
 * A host in the one form we compare: lower case, ASCII (IDNA), no trailing dot; null for anything that is not
 * a public name with at least two labels, such as an address literal, `localhost` or a name with a bad label.
 */
export function hostName(text: string): string | null {
  if (text.length > 300) return null;
  const labels = mapped(text).replace(/\.$/, '').split('.');
  if (labels.length < 2) return null;
  const ascii: string[] = [];
  for (const label of labels) {
    if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u30fb·-]*[\p{L}\p{N}\p{M}])?$/u.test(label)) return null;
    if (isTwoWay(label)) return null;
    const plain = encoded(label);
    if (plain === null || plain.length > 63) return null;
    ascii.push(plain);
  }
  const top = ascii[ascii.length - 1] ?? '';
  // A top label with a digit in front is an IPv4 address or a mistake; none is delegated.
  if (top.length < 2 || /^\d/.test(top)) return null;
  const host = ascii.join('.');
  return host.length <= 253 ? host : null;
}
