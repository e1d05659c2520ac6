import { foldText } from '../../../shared/kit/fold.ts';

/**
 * The words of a header in one form: folded, `FirstName` taken apart, signs as spaces, without numbers of repeated
 * columns ("E-mail 2 - Value" is "email"). Han characters stand together.
 */
export function plainHeader(header: string): string {
  return foldText(
    header
      .slice(0, 200)
      .replaceAll('LinkedIn', 'Linkedin')
      .replace(/\bIDs\b/g, 'Ids')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2'),
  )
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/(?<=^| |\p{Script=Han})\d{1,2}(?= |$|\p{Script=Han})/gu, ' ')
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) +(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      '',
    )
    .replace(/ +/g, ' ')
    .trim()
    .replace(/\be mails?\b/g, 'email')
    .replace(/\b(?:emails|mail address|mail addresses)\b/g, 'email')
    .replace(/\bphones\b/g, 'phone')
    .replace(/(?<=\S) value$/, '');
}

/** Stable for the set of headers, whatever their order: what a corrected mapping is remembered by. */
export function headerKey(headers: readonly string[]): string {
  const sorted = headers.map((header) => foldText(header.trim())).sort();
  // FNV-1a over the joined headers, twice: a name for a setting, not a secret.
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (const character of sorted.join('\u0000')) {
    const code = character.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 0x01000193) >>> 0;
    two = Math.imul(two ^ (code + 0x9e37), 0x85ebca6b) >>> 0;
  }
  return `${headers.length}-${one.toString(16).padStart(8, '0')}${two.toString(16).padStart(8, '0')}`;
}
