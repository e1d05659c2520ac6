/** A phone number as it stood in a text. */
export type PhoneSeen = { text: string; fax: boolean; confidence: number; at: number };

const label =
  /(?:\b(?:tele?|phone|ph|p|t|m|mob|mobile|mobil|cell|cellular|office|direct|main|home|work|call|toll[- ]free|contact|voice|whatsapp|tel[eé]fono|t[eé]l[eé]phone|telefon|telefone|telefono|telefoon|fon|handy|gsm|hotline|switchboard|zentrale)\b\.?|电话|電話|手机|手機|热线|熱線|座机|總機|总机|전화|携帯|☎|📞|✆)\s*(?:no\.?|nr\.?|number|#)?\s*[:：.\-–)|]*\s*\(?$/iu;
const faxBefore =
  /(?:\b(?:fax|facsimile|telefax|télécopie|fx|f)\b\.?|传真|傳真|팩스)\s*(?:no\.?|nr\.?|number|#)?\s*[:：.\-–|)]*\s*\(?$/iu;
const faxAfter = /^[\s,;]*[([-]?\s*(?:fax|facsimile|f)\b/iu;
const phoneAfter =
  /^[\s,;]*[([-]?\s*(?:phone|ph|tel|office|cell|mobile|wireless|direct|work|home|o|c|m|p)\b/iu;

const candidate =
  /(?:\+ ?|\b00|(?<![\d.,/$€£#-]))[(]?\d[\d ()./\u00a0\u2009\u2010-\u2015·-]{4,22}\d(?![\d%])/gu;
const northAmerican =
  /^(?:\+?1[-. ]?)?(?:\(\s?[2-9]\d{2}\s?\)|[2-9]\d{2})[-. /–]{0,3}[2-9]\d{2}[-. –]{1,2}\d{4}$/u;
const grouped = /^\(?0\d{1,5}\)?(?:[ ./–-]{1,3}\d{2,8}){1,5}$/u;
const chineseMobile = /^1[3-9]\d(?:[ -]?\d{4}){2}$/u;
const international = /^(?:\+|00)[ (]*[1-9]/u;
const notPhone =
  /^(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d|\d{1,3}(?:\.\d{1,3}){3}|\d{1,3}(?:[.,]\d{3})+|\d{5}-\d{4}|\d{1,2}[.:]\d{2} ?[-–] ?\d{1,2}[.:]\d{2})$/u;

/**
 * Phone numbers in a text, each with how sure it is one: a country code or a label before it is strong, a bare
 * row of digits is none. Cheap where no digits are.
 */
export function findPhones(text: string): PhoneSeen[] {
  if (!/\d.{0,6}\d.{0,6}\d/.test(text)) return [];
  const found: PhoneSeen[] = [];
  for (const match of text.matchAll(candidate)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14);
    const fax = faxBefore.test(before) || (faxAfter.test(after) && !label.test(before));
    const labelled = fax || label.test(before) || phoneAfter.test(after);
    for (const raw of readings(balanced(match[0]))) {
      const digits = raw.replace(/\D/g, '');
      if (digits.length < 7 || digits.length > 15 || notPhone.test(raw) || /^(\d)\1+$/.test(digits)) continue;
      const confidence = sure(raw, digits, labelled);
      if (confidence === 0) continue;
      found.push({ text: raw, fax, confidence, at: match.index });
      break;
    }
  }
  return found;
}

function sure(raw: string, digits: string, labelled: boolean): number {
  if (international.test(raw) && digits.length >= 8) return 0.95;
  if (northAmerican.test(raw)) return 0.9;
  if (chineseMobile.test(raw)) return labelled ? 0.9 : 0.7;
  if (grouped.test(raw) && digits.length >= 8) return labelled ? 0.9 : 0.6;
  if (!labelled) return 0;
  return digits.length >= 8 || /^\d{3}[-. ]\d{4}$/.test(raw) ? 0.8 : 0;
}

/** The whole, then without a group before or behind that may be a house number or an hour. */
function readings(raw: string): string[] {
  const groups = raw.split(' ');
  if (groups.length < 2) return [raw];
  return [raw, groups.slice(0, -1).join(' '), groups.slice(1).join(' '), groups.slice(0, -2).join(' ')];
}

/** Without a bracket or sign that belongs to the text around. */
function balanced(raw: string): string {
  let text = raw.trim().replace(/[\s./(–-]+$/u, '');
  if (text.includes('(') && !text.includes(')'))
    text = text.slice(0, text.indexOf('(')).trim() || text.replace('(', '');
  if (text.includes(')') && !text.includes('(')) text = text.replace(/\)/g, ' ').replace(/\s+/g, ' ');
  return text.replace(/[\s./(–-]+$/u, '');
}
