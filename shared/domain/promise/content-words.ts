import { foldText } from '../../kit/fold.ts';

/** Words of what people do with anything: they tell nothing of what was promised. */
const common = new Set(
  'the and for with your our you him her them this that from send sending forward email mail share submit provide return get give have let call place ship deliver prepare draft put together update updated fix set take care arrange book need new latest final revised updated signed copy please over back document documents file files information details list'.split(
    ' ',
  ),
);
const hanCommon = new Set(['发送', '提供', '一份', '一下', '文件', '资料', '附件']);

/** Whole words of Latin and other scripts, pairs of Han characters; in one form. */
export function contentWords(text: string): string[] {
  const folded = foldText(text);
  const words = (folded.match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    .filter((word) => !/\p{Script=Han}/u.test(word))
    .map((word) => (word.length > 4 ? word.replace(/(?<!s)s$/, '') : word))
    .filter((word) => !common.has(word));
  const pairs: string[] = [];
  for (const [run] of folded.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 2 <= run.length; at++) pairs.push(run.slice(at, at + 2));
  return [...words, ...pairs.filter((pair) => !hanCommon.has(pair))];
}
