import { asciiLabel } from './punycode.ts';

/**
 * A host in the one form we compare: lower case, ASCII (IDNA), no trailing dot; null for anything that is not
 * a public name with at least two labels, such as an address literal, `localhost` or a name with a bad label.
 */
export function hostName(text: string): string | null {
  if (text.length > 300) return null;
  // IDNA maps the ideographic full stops to a dot, and width and case by NFKC (UTS 46).
  const mapped = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/\.$/, '');
  const labels = mapped.split('.');
  if (labels.length < 2) return null;
  const ascii: string[] = [];
  for (const label of labels) {
    if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u30fb·-]*[\p{L}\p{N}\p{M}])?$/u.test(label)) return null;
    const encoded = asciiLabel(label);
    if (encoded.length > 63) return null;
    ascii.push(encoded);
  }
  const top = ascii[ascii.length - 1] ?? '';
  // A top label with a digit in front is an IPv4 address or a mistake; none is delegated.
  if (top.length < 2 || /^\d/.test(top)) return null;
  const host = ascii.join('.');
  return host.length <= 253 ? host : null;
}
