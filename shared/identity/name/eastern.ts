import {
  chineseCompound,
  chineseSingle,
  japaneseFamilies,
  koreanCompound,
  koreanSingle,
} from './families.ts';
import type { NameHint, NameParts } from './parse.ts';

const east = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々〆ヶー';
const anyEast = new RegExp(`[${east}]`, 'u');
const runs = new RegExp(`[${east}]+(?:[ ・·･=＝][${east}]+)*`, 'gu');
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const katakanaOnly = /^[\p{Script=Katakana}ー ・·･=＝]+$/u;
const hangul = /\p{Script=Hangul}/u;

/** How people of all three languages are addressed, behind the name. */
const honorific =
  /\s*(先生|女士|小姐|太太|夫人|博士|教授|老師|老师|同学|同學|總經理|总经理|經理|经理|董事長|董事长|醫師|医师|醫生|医生|律師|律师|主任|部長|部长|課長|課長補佐|社長|会長|專務|専務|總裁|总裁|總|总|様|さま|さん|くん|君|ちゃん|氏|殿|先輩|님|씨|선생님|교수님?|박사님?|대표님?|과장님?|부장님?|팀장님?|사장님?)$/u;
/** One character of these is as well the end of a given name. */
const shortHonorific = new Set(['總', '总', '君', '氏', '殿', '씨', '님']);

/** Korean ranks stand behind a space: 김민수 대리. */
const rank =
  / (대리|과장|차장|부장|팀장|실장|본부장|센터장|사원|주임|이사|상무|전무|부사장|사장|회장|대표|대표이사|원장|교수|박사|변호사|기자|선생|매니저)님?$/u;

export const isEastern = (text: string): boolean => anyEast.test(text);

const empty: NameParts = { title: '', first: '', middle: '', last: '', suffix: '', nickname: '' };

/**
 * Names in Han, Kana and Hangul. Never split at spaces as other names are: the family name stands first, as a list
 * knows it or as a space sets it off; only a Katakana name with a dot is a foreign one, given name first. A name in
 * Latin letters beside it ("王小明 (Eric Wang)") is its other form.
 */
export function eastern(text: string, hint: NameHint): NameParts {
  const [run = ''] = text.match(runs) ?? [];
  const nickname = text
    .replace(run, ' ')
    .replace(/[\s()（）[\]【】「」“”"',，/|-]+/gu, ' ')
    .trim();
  const { name, title } = withoutHonorific(run);
  const { first, last } = split(name, hint.language ?? '');
  return { ...empty, title, first, last, nickname };
}

function withoutHonorific(run: string): { name: string; title: string } {
  const [ranked, called] = rank.exec(run) ?? [];
  if (ranked && called) return { name: run.slice(0, -ranked.length), title: ranked.trim() };
  const title = honorific.exec(run)?.[1] ?? '';
  const name = title ? run.slice(0, run.lastIndexOf(title)).trim() : run;
  const size = Array.from(name).length;
  if (!title || size === 0 || (shortHonorific.has(title) && !isWholeBefore(name, title, size)))
    return { name: run.trim(), title: '' };
  return { name, title };
}
/** 王总, 田中氏, 김민수씨: behind a family name alone, or a whole Korean name; 张君 is somebody's name. */
const isWholeBefore = (name: string, title: string, size: number): boolean =>
  hangul.test(name)
    ? size >= 3
    : title === '总' || title === '總'
      ? size <= 2
      : size >= 4 || japaneseFamilies.has(name);

function split(name: string, language: string): { first: string; last: string } {
  const words = name.split(/[ ・·･=＝]/u).filter(Boolean);
  if (words.length > 1) {
    const [one = ''] = words;
    const isForeign = /[・·･=＝]/u.test(name) || (katakanaOnly.test(name) && !katakanaFamilies.has(one));
    if (isForeign)
      return { first: words.slice(0, -1).join(name.includes('・') ? '・' : ' '), last: words.at(-1) ?? '' };
    // "王 小 明" is one name that was spaced out.
    const isSpacedOut = words.length > 2 && words.every((word) => Array.from(word).length === 1);
    if (!isSpacedOut) return { last: one, first: words.slice(1).join(' ') };
  }
  const whole = words.join('');
  const characters = Array.from(whole);
  const cut = (size: number) => ({
    last: characters.slice(0, size).join(''),
    first: characters.slice(size).join(''),
  });
  const begin = (size: number): string => characters.slice(0, size).join('');
  const size = characters.length;
  // A family name that a title stood behind: 李总.
  if (size === 1 && (chineseSingle.has(whole) || koreanSingle.has(whole))) return { first: '', last: whole };
  if (hangul.test(whole)) {
    if (size > 2 && size < 6 && koreanCompound.has(begin(2))) return cut(2);
    return size > 1 && size < 5 && koreanSingle.has(begin(1)) ? cut(1) : { first: whole, last: '' };
  }
  const isJapanese = language.startsWith('ja') || kana.test(whole) || /[々〆ヶ]/u.test(whole);
  if (isJapanese || !language.startsWith('zh')) {
    if (size > 1 && japaneseFamilies.has(whole)) return { first: '', last: whole };
    for (const length of [3, 2])
      if (size > length && size <= length + 4 && japaneseFamilies.has(begin(length))) return cut(length);
    if (isJapanese) return size > 1 && japaneseFamilies.has(begin(1)) ? cut(1) : { first: whole, last: '' };
  }
  if (size > 2 && size < 5 && chineseCompound.has(begin(2))) return cut(2);
  // A married name of Hong Kong, 陳方安生, stands before both family names.
  if (size === 4 && chineseSingle.has(begin(1)) && chineseSingle.has(characters[1] ?? '')) return cut(2);
  return size > 1 && size < 4 && chineseSingle.has(begin(1)) ? cut(1) : { first: whole, last: '' };
}

/** Frequent Japanese family names as forms ask for their reading. */
const katakanaFamilies = new Set(
  'サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ ササキ ヤマグチ マツモト イノウエ キムラ ハヤシ シミズ ヤマザキ モリ アベ イケダ ハシモト ヤマシタ イシカワ ナカジマ マエダ フジタ オガワ ゴトウ オカダ ハセガワ ムラカミ コンドウ イシイ サイトウ サカモト エンドウ アオキ フジイ ニシムラ フクダ オオタ ミウラ フジワラ オカモト マツダ ナカガワ ナカノ ハラダ オノ タムラ タケウチ カネコ ワダ ナカヤマ イシダ ウエダ モリタ'.split(
    ' ',
  ),
);
