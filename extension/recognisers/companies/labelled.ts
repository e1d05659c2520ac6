import { lineAt, type Passage } from '../corpus.ts';
import type { Line } from '../lines.ts';
import { trimmedName } from './extent.ts';
import type { Named } from './formed.ts';
import { isSomebody } from './somebody.ts';
import { isGeneral, pageWords } from './words.ts';

/** What an imprint writes before the name of whose site it is. Data: a language is a row. */
const labels = {
  en: 'company(?: name)?|legal name|registered (?:company )?name|trading (?:name|as)|business name|organi[sz]ation(?: name)?|employer|publisher|site (?:owner|operator)|operated by|controller|data controller',
  de: 'firma|firmenname|unternehmen|anbieter|diensteanbieter|betreiber(?: der (?:web)?seite)?|herausgeber|verantwortliche stelle|rechtsträger',
  fr: 'raison sociale|dénomination(?: sociale)?|éditeur(?: du site)?|propriétaire(?: du site)?|société|ce site est édité par|le site est édité par',
  es: 'razón social|denominación social|empresa|titular(?: del sitio)?|responsable',
  it: 'ragione sociale|denominazione|titolare del trattamento|azienda|società',
  nl: 'bedrijfsnaam|handelsnaam|statutaire naam',
  pt: 'razão social|denominação social|empresa|nome empresarial',
  zh: '公司名称|公司名稱|公司全称|企业名称|企業名稱|单位名称|机构名称|主办单位|主辦單位|运营单位|运营方|开办单位|营业执照名称|名称|版权所有',
  ja: '会社名|社名|商号|名称|運営会社|運営者|事業者名|販売業者',
  ko: '상호|상호명|회사명|사업자명',
};
const list = Object.values(labels).join('|');
const western = new RegExp(`(?:^|\\n)(?:${list})\\s?[:：]\\s*`, 'giu');
const longest = 80;

/** Whoever an imprint names behind a label: "Betreiber: Acme Tools", 公司名称：…; in the same line or the next. */
export function labelledOf(passage: Passage, lines: readonly Line[]): Named[] {
  const found: Named[] = [];
  for (const match of passage.text.matchAll(western)) {
    if (found.length >= 20) break;
    const { line, from, index } = lineAt(passage, match.index + (match[0].startsWith('\n') ? 1 : 0));
    const behind = passage.text.slice(match.index + match[0].length, from + line.length);
    // A form has its label alone in a line, and the next label under it; an eastern table has the name there.
    if (!behind && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(match[0])) continue;
    const at = behind ? index : index + 1;
    const raw = (behind || lines[at]?.text || '').split(/[|;；。，\t]| {2}|\s[-–—]\s|\s?\(/u, 1)[0] ?? '';
    const name = trimmedName(raw.slice(0, longest + 20));
    if (name.length < 2 || name.length > longest || !/^[\p{Lu}\p{Lo}\d«"“]/u.test(name)) continue;
    if (isGeneral(name) || pageWords.test(name) || isSomebody(name) || /[:：@]|^\d+$/.test(name)) continue;
    if (name.split(' ').length > 8) continue;
    found.push({ name, confidence: 0.7, line: at, why: 'label' });
  }
  return found;
}
