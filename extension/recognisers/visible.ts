/** Characters that nobody sees: zero width, direction marks, soft hyphens, fillers, tags. */
const unseen =
  /\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const anyUnseen =
  /[\u0300-\u036f]{5}|\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\udb40]/;
/** Joiners shape Arabic and Indic words and emoji; behind these they do nothing. */
const joiners =
  /(?<=^|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{N}\p{P}\s])[\u200c\u200d]+/gu;
/** Text that is shown from right to left whatever it is, up to the end of that embedding. */
const overridden = /\u202e([^\u202a-\u202e]{0,500})\u202c?/gu;
/** More marks on one letter than any script has: drawn over the lines around. */
const heaped = /(\p{M}{4})\p{M}+/gu;

/** A text as it is seen: without what is invisible, and turned round where an override shows it turned round. */
export function visible(text: string): string {
  if (!anyUnseen.test(text)) return text;
  const turned = text.includes('\u202e')
    ? text.replace(overridden, (_, run: string) => [...run].reverse().join(''))
    : text;
  return turned.replace(unseen, '').replace(joiners, '').replace(heaped, '$1');
}
