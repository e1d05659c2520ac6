import { lineAt, type Passage } from '../corpus.ts';
import type { Named } from './formed.ts';

/** Ends of organisations' names in Chinese, Japanese and Korean. */
const ends =
  /(?:有限责任公司|有限責任公司|股份有限公司|有限公司|分公司|公司|集团|集團|事务所|事務所|研究院|研究所|研究中心|大学|大學|学院|學院|医院|醫院|银行|銀行|基金会|基金會|协会|協會|学会|學會|委员会|委員會|出版社|杂志社|雜誌社|工作室|设计院|株式会社|合同会社|有限会社|주식회사|유한회사|재단|협회|대학교)/gu;
/** Words a name does not go back beyond. */
const before =
  /^.*(?:版权所有|版權所有|版权归|主办单位|承办单位|协办单位|运营|技术支持|公司名称|公司名稱|单位名称|单位|名称|名稱|欢迎访问|歡迎|欢迎|关于|關於|隶属于|属于|成立于|任职于|就职于|毕业于|就读于|来自|加入|选择|联系|聯絡|我们|我們|本|该|該|贵|贵|各|是|由|在|为|為|与|與|和|及|或|的|了|被|向|从|從|对|對|将|將|把|给|等|、|，|。|：|；|！|？|“|”|《|》|「|」|【|】|\s)/u;
const kinds =
  /^(?:有限|股份|责任|責任|集团|集團|公司|上市|母|子|总|總|分|外资|合资|一家|家|某|大型|物流|贸易|科技|本|我|其他|保险|上海|北京|中国)*(?:公司|集团|集團|大学|大學|学院|學院|医院|醫院|银行|銀行|协会|協會|委员会|委員會|工作室|研究所|研究院|事务所|事務所)$/u;

/** Companies and institutions named in Han, Kana or Hangul. */
export function hanOf(passage: Passage): Named[] {
  const found: Named[] = [];
  if (!/[公司学學院银銀行集团團会會社所室회단교]/u.test(passage.text)) return found;
  const put = (name: string, confidence: number, line: number): void => {
    if (name.length >= 4 && name.length <= 40 && !kinds.test(name))
      found.push({ name, confidence, line, why: 'han' });
  };
  for (const match of passage.text.matchAll(ends)) {
    if (found.length >= 100) break;
    const { line, from, index } = lineAt(passage, match.index);
    const start = match.index - from;
    const end = start + match[0].length;
    const behind = line.slice(end, end + 30);
    // 株式会社 and 주식회사 stand before the name as well.
    if (/^(?:株式会社|合同会社|有限会社|주식회사|유한회사)$/.test(match[0])) {
      // A particle ends it.
      const [run = ''] = behind.split(/[のはがをでに]/u, 1);
      const name = /^ ?[\p{L}\p{N}ー・&]{2,20}/u.exec(run)?.[0];
      const isFirst = start === 0 || /[\s、。：:©（(「|]$/u.test(line.slice(0, start));
      if (isFirst && name) {
        put(match[0] + name, 0.75, index);
        continue;
      }
    }
    // A longer end follows: 大学 of 大学出版社.
    if (/^(?:有限|股份|公司|集团|集團|分公司|医院|医学院|出版社|附属|附屬)/u.test(behind)) continue;
    const head = line
      .slice(Math.max(0, start - 30), start)
      .replace(before, '')
      .match(
        /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}A-Za-z0-9ー・&（）()]+$/u,
      )?.[0];
    if (!head) continue;
    const name = (head + match[0]).replace(/^[）)]+|^[（(](?![^（(]*[）)])/u, '');
    put(name, /公司$|会社$|회사$|集团$|集團$/u.test(name) ? 0.75 : 0.6, index);
  }
  return found;
}
