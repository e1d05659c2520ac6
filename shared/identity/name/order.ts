import { koreanSurnames, pinyinSurnames, vietnameseSurnames } from './romanised.ts';
import { plainWord } from './words.ts';

/** One syllable of pinyin; two of them in a row are a given name. */
const syllable =
  '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v))';
const twoSyllables = new RegExp(`^${syllable}[-']?${syllable}$`);
const koreanSyllable =
  /^(?:[bcdghjkmnprstyw]|ch|ss|kk)?(?:y?(?:ae|eo|eu|ee|oo|a|e|i|o|u)|w(?:on|oo)|ui)(?:ng|[kmnplbt])?$/;
const korean = (word: string): boolean => koreanSyllable.test(word);

/** A father's name at the end: "Иванов Иван Иванович". In Latin letters the family name has to look Russian, too. */
const patronymic = /(?:ович|евич|ич|овна|евна|ична|инична|ovich|evich|ovna|evna)$/iu;
const russianFamily = /(?:[а-яё]|ov|ev|in|yn|sky|skiy|skii|skaya|ko|uk|ova|eva|ina)$/iu;

type Told = { first: string; middle: string; last: string };

/**
 * Romanised names whose family name stands in front, as their languages write it: "Wang Xiaoming", "Kim Jong-un",
 * "Nguyễn Văn An". Only where the other order can hardly be meant.
 */
export function familyFirst(words: string[]): Told | null {
  const plain = words.map(plainWord);
  const [one = '', two = '', three = ''] = plain;
  if (words.length === 2 && pinyinSurnames.has(one) && !pinyinSurnames.has(two) && twoSyllables.test(two))
    return { last: words[0] ?? '', first: words[1] ?? '', middle: '' };
  if (koreanSurnames.has(one)) {
    const [left = '', right = '', more] = two.split('-');
    if (words.length === 2 && right && more === undefined && korean(left) && korean(right))
      return { last: words[0] ?? '', first: words[1] ?? '', middle: '' };
    if (words.length === 3 && !koreanSurnames.has(three) && korean(two) && korean(three))
      return { last: words[0] ?? '', first: `${words[1]} ${words[2]}`, middle: '' };
  }
  const [family = '', given = '', father = ''] = words;
  if (words.length === 3 && patronymic.test(father) && !patronymic.test(given) && russianFamily.test(family))
    return { last: family, first: given, middle: father };
  const end = plain.at(-1) ?? '';
  if (words.length > 2 && words.length < 6 && vietnameseSurnames.has(one) && !vietnameseSurnames.has(end))
    return { last: words[0] ?? '', first: words.at(-1) ?? '', middle: words.slice(1, -1).join(' ') };
  return null;
}
