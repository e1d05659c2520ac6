import {
  honorificPattern,
  notNameWords,
  organisationPattern,
  suffixPattern,
  titlePattern,
} from '../words.ts';

// The mailbox's script carries no lists of names: in a signature the header has told most names already.

const word =
  "(?:(?:Mc|Mac|O['’]|D['’])?\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:[-‐'’]\\p{Lu}?[\\p{Ll}\\p{M}]+)*|\\p{Lu}\\.?|(?:De|Di|La|Le|Van|St\\.)\\p{Lu}[\\p{Ll}\\p{M}]+|\\p{Lu}{2,}(?:-\\p{Lu}{2,})?)";
const particle =
  "(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|zur|y|e|'t)";
const cased = new RegExp(`^${word}(?: (?:${particle} ){0,2}(?:["“(]${word}["”)] )?${word}){1,3}$`, 'u');
/** Family names that most Chinese names begin with, in both scripts; those of two signs first. */
const chinese =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閆段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯洪])\p{Script=Han}{1,2}$/u;
/** Words of headings that are family names too, behind another name. */
const families = new Set(
  'banks bell bond brand bush case church court cross day dean field fields ford forest green hall hill house hunter king lake land law leader london long love march may north page park parks post power powers price read reed rice rich rivers rose rush short small snow south summers wall waters way west white winter winters wise wood woods young'.split(
    ' ',
  ),
);

/** A name without what stands before and behind it: "Dr. Ada Byron, Ph.D." is "Ada Byron". */
export const bareName = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(suffixPattern, '')
    .replace(honorificPattern, '')
    .replace(/^[\s"“”'*•·|–-]+|[\s"“”'*•·|,;:–-]+$/gu, '');

/** True where a line reads as the name of a person and as nothing else we know. */
export function isPersonName(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false;
  if (chinese.test(text)) return true;
  const name = bareName(text);
  if (!cased.test(name) || organisationPattern.test(name) || titlePattern.test(name)) return false;
  const words = name.toLowerCase().split(/[ -]/);
  if (words.some((one, at) => notNameWords.has(one) && !(at > 0 && families.has(one)))) return false;
  // An abbreviation alone is no name, and neither are two of them.
  return words.filter((one) => one.replace(/\W/g, '').length > 1).length >= 2 || words.length > 2;
}
