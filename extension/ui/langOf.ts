// Characters of everyday names and business mail that exist in one script only.
const simplified =
  /[陈张刘杨赵吴孙马罗郑谢韩冯邓萧许苏卢蒋贾叶阎钟谭陆邹龙万赖这们个来说时国对发经电话给报价单与为问题关于产业务请见没东车书长门间开无现实应总觉让进远运还过边达两]/u;
const traditional =
  /[陳張劉楊趙吳孫馬羅鄭謝韓馮鄧蕭許蘇盧蔣賈葉閻鐘譚陸鄒龍萬賴這們個來說時國對發經電話給報價單與為問題關於產業務請見沒東車書長門間開無現實應總覺讓進遠運還過邊達兩]/u;
const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;

/** The language to draw a text in, so that Han characters get the glyphs of their script; undefined for the page's own. */
export function langOf(text: string): string | undefined {
  if (kana.test(text)) return 'ja';
  if (hangul.test(text)) return 'ko';
  if (!han.test(text)) return undefined;
  const hant = traditional.test(text);
  const hans = simplified.test(text);
  if (hant === hans) return 'zh';
  return hant ? 'zh-Hant' : 'zh-Hans';
}
