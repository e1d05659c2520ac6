import { isGivenName } from './names/known.ts';
import { isTitle } from './person/titles.ts';
import { honorificPattern, notNameWords, organisationPattern, suffixPattern } from './words.ts';

const nameWord =
  "(?:\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:[-‐'’]\\p{Lu}?[\\p{Ll}\\p{M}]+)*|\\p{Lu}\\.?|(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|St\\.)\\p{Lu}[\\p{Ll}\\p{M}]+|\\p{Lu}{2,}(?:-\\p{Lu}{2,})?)";
const particle =
  "(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|zur|y|e|'t)";
const latinName = new RegExp(
  `^${nameWord}(?: (?:${particle} ){0,2}(?:["“(]${nameWord}["”)] )?${nameWord}){1,3}$`,
  'u',
);
/** Family names most Chinese names begin with, in both scripts; double ones first. */
const hanFamily =
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閆段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯洪]';
const hanName = new RegExp(`^(?:${hanFamily})\\p{Script=Han}{1,2}$`, 'u');

/** Words of headings that are family names too. */
const familyWords = new Set(
  'back banks bell bond brand bush case church court cross day dean east field fields ford forest green hall hill house hunter king lake land law leader london long love march may north page park parks person post power powers price read reed rice rich rivers rose rush short small snow south street summers sweet wall waters way west white winter winters wise wood woods work young'.split(
    ' ',
  ),
);

/** A name without what stands before and behind it: "Dr. Ada Byron, Ph.D." is "Ada Byron". */
export const bareName = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(suffixPattern, '')
    .replace(honorificPattern, '')
    .replace(/^[\s"“”'*•·|–-]+|[\s"“”'*•·|,;:–-]+$/gu, '');

/** True where a line reads as the name of a person and as nothing else we know. */
export function isPersonName(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false;
  if (hanName.test(text)) return true;
  const name = bareName(text);
  if (!latinName.test(name)) return false;
  if (organisationPattern.test(name) || isTitle(name)) return false;
  const words = name.toLowerCase().split(/[ -]/);
  const isKnown = words.length <= 3 && isGivenName(words[0] ?? '');
  // "Price" is a heading's word, and after a given name a family's.
  if (words.some((word, at) => notNameWords.has(word) && !(isKnown && at > 0 && familyWords.has(word))))
    return false;
  // An abbreviation alone is no name, and neither are two of them.
  return words.filter((word) => word.replace(/\W/g, '').length > 1).length >= 2 || words.length > 2;
}
