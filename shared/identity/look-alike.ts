import { readableLabel } from './punycode.ts';

/**
 * Characters that pass for an ASCII letter in common fonts (a cut of Unicode's confusables, UTS 39): Cyrillic,
 * Greek, Armenian and the like, and ASCII digits. Each pair: the look-alike, then what it looks like.
 */
const single =
  'аaсcԁdеeһhіiјjкkӏlмmոnоoрpԛqгrѕsтtυuսuνvѵvԝwхxуyαaβbςcεeηnιiκkνvοoρpτtυuωwχxγyʟlıiɩiɡgⅼlƖl0o1l3e5s6b8bɑaɾr';
const pairs = new Map<string, string>();
for (const characters = Array.from(single); characters.length > 1; ) {
  const [from = '', to = ''] = characters.splice(0, 2);
  if (!pairs.has(from)) pairs.set(from, to);
}
const together: [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/i/g, 'l'],
];

/** What is left of a host when look-alike characters are taken for each other. Only for comparing. */
export function hostSkeleton(host: string): string {
  let text = host
    .split('.')
    .map(readableLabel)
    .join('.')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
  text = Array.from(text, (character) => pairs.get(character) ?? character).join('');
  for (const [pattern, plain] of together) text = text.replace(pattern, plain);
  return text;
}

/** The known host that this one passes for without being it, such as `acme.com` for `aсme.com` (a Cyrillic letter). */
export function looksLike(host: string, known: readonly string[]): string | null {
  if (known.includes(host)) return null;
  const skeleton = hostSkeleton(host);
  return known.find((other) => hostSkeleton(other) === skeleton) ?? null;
}
