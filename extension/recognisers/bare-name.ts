import { honorificPattern, suffixPattern } from './words.ts';

// What readers of pages and of mail share of names; the lists of names are the page's alone.

/** Words between given and family name that are written small. */
export const particle =
  "(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|zur|y|e|'t)";
/** Begins with a family name that most Chinese names begin with, in both scripts; those of two signs first. */
export const hanName =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閆段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯洪])\p{Script=Han}{1,2}$/u;

/** A name without what stands before and behind it: "Dr. Ada Byron, Ph.D." is "Ada Byron". */
export const bareName = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(suffixPattern, '')
    .replace(honorificPattern, '')
    .replace(/^[\s"“”'*•·|–-]+|[\s"“”'*•·|,;:–-]+$/gu, '');
