import { nationalFormat } from './phone-formats.ts';

/** A phone number as it stood in a text, an extension behind it; see `withoutExtension`. */
export type PhoneSeen = { text: string; fax: boolean; confidence: number; at: number };

/** What is written before a number. Data: a language adds its words. */
const labels =
  'tele?|tels|phone|phones|telephone|ph|p|t|m|mob|mobile|mobil|móvil|movil|celular|cell|cellular|office|direct|main|home|work|call|toll[- ]free|freephone|contact|voice|whatsapp|viber|wechat|sms|tel[eé]fonos?|t[eé]l[eé]phone|tél|portable|standard|telefon|telefono|telefone|telemóvel|telefoon|fon|handy|gsm|hotline|helpline|switchboard|reception|zentrale|durchwahl|puhelin|puh|tlf|telefonnummer|numer|komórka|cellulare|cel|тел|телефон|моб|тлф|телефоны|τηλ|τηλέφωνο|טל|هاتف|تلفن|điện thoại|đt|โทร';
const easternLabels =
  '电话|電話|手机|手機|热线|熱線|座机|總機|总机|咨询|諮詢|客服|联系方式|電話番号|連絡先|携帯|お問い合わせ|전화|휴대폰|연락처|☎|📞|✆|📱|☏';
const label = new RegExp(
  `(?:(?<![\\p{L}])(?:${labels})(?!\\p{L})\\.?|(?:${easternLabels}))\\s*(?:no\\.?|nr\\.?|number|num|#|号码|號碼|番号|번호|us|at|on)?\\s*[:：.\\-–)|]*\\s*\\(?$`,
  'iu',
);
const faxLabels = 'fax|facsimile|telefax|télécopie|télécopieur|fx|f|faks|факс';
const faxBefore = new RegExp(
  `(?:(?<![\\p{L}])(?:${faxLabels})(?!\\p{L})\\.?|传真|傳真|ファックス|ファクス|FAX|팩스|📠)\\s*(?:no\\.?|nr\\.?|number|#|号码|號碼|番号|번호)?\\s*[:：.\\-–|)]*\\s*\\(?$`,
  'iu',
);
const faxAfter = /^[\s,;]*[([-]?\s*(?:fax|facsimile|f)\b/iu;
const phoneAfter =
  /^[\s,;]*[([-]?\s*(?:phone|ph|tel|office|cell|mobile|wireless|direct|work|home|toll[- ]free|o|c|m|p)\b/iu;
/** Numbers of other kinds are written like these. */
const otherBefore =
  /(?<!\p{L})(?:vat|btw|tva|iva|p\.? ?iva|ust|uid|ein|fein|tin|abn|acn|siren|siret|rcs|hrb|hra|kvk|nif|cif|nip|regon|krs|cnpj|inn|инн|огрн|кпп|iban|account|konto(?:nummer)?|blz|bic|invoice|order|ref|reference|case|claim|policy|licen[sc]e|lic|nmls|dre|isbn|issn|reg(?:istered|istration)?|company|charity|part|item|model|serial|sku|po box|p\.o\. box|id|统一社会信用代码|备案|备|税号|账号|订单|編號|统一编号)(?!\p{L})\.?\s*(?:no|nr|number|num|id|code|#|号|號|n[°º])?\.?\s*[:：.#-]*\s*$/iu;

const candidate =
  /(?:\+ ?|\b00|(?<![\d.,/$€£¥#-]|(?<!\p{L})\p{Lu}))[(]?\d[\d ()./\u00a0\u2009\u2010-\u2015·-]{4,40}\d(?![\d%])/gu;
/** Two numbers in one row: "020 7946 0018 / 020 7946 0019", "(561) 630-1828 (561) 630-1829". */
const beside = /\s[/–-]\s(?=[\d(+])|\s?\/\s?(?=\d{4}|\+|\()|\s(?=\()/gu;
const extension =
  /^[\s,;]*\(?(?:ext(?:ension|n)?\b\.?|x(?=\.? ?\d)|durchwahl|dw\b|poste|anexo|ramal|int\b\.?|interno|доб\b\.?|wewn\b\.?|分机|分機|转|轉|内線|내선|#)\s*[:.：]?\s*(\d{1,6})(?!\d)/iu;
const northAmerican =
  /^(?:\+?1[-. ]?)?(?:\(\s?[2-9]\d{2}\s?\)|[2-9]\d{2})[-. /–]{0,3}[2-9]\d{2}[-. –]{1,2}\d{4}$/u;
const grouped = /^\(?0\d{1,5}\)?(?:[ ./–-]{1,3}\d{2,8}){1,5}$/u;
const chineseMobile = /^1[3-9]\d(?:[ -]?\d{4}){2}$/u;
/** Free and shared-cost numbers, that are called without an area. */
const service =
  /^(?:1[- ]?(?:800|888|877|866|855|844|833)|1[389]00|0?80[01]|0?808|0800|0900|400|800)(?:[ .-]\d{2,4}){2,3}$/u;
const international = /^(?:\+|00)[ (]*[1-9]/u;
const notPhone =
  /^(?:(?:\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})\b.*|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d|\d{1,3}(?:\.\d{1,3}){3}|\d{1,3}(?:[.,]\d{3})+|\d{5}-\d{4}|\d{1,2}[.:]\d{2} ?[-–] ?\d{1,2}[.:]\d{2})$/u;

/**
 * Phone numbers in a text, each with how sure it is one: a country code or a label before it is strong, a bare
 * row of digits is none. Cheap where no digits are.
 * @param country the one the text was most likely written in
 */
export function findPhones(raw: string, country: string | null = null): PhoneSeen[] {
  if (!/[\d０-９].{0,6}[\d０-９].{0,6}[\d０-９]/.test(raw)) return [];
  const text = /[０-９（）－＋]/.test(raw) ? narrow(raw) : raw;
  const found: PhoneSeen[] = [];
  for (const match of text.matchAll(candidate)) {
    let offset = match.index;
    let isLabelled = false;
    for (const [count, part] of partsOf(match[0]).entries()) {
      const at = text.indexOf(part, offset);
      offset = at + part.length;
      const before = text.slice(Math.max(0, at - 32), at);
      if (otherBefore.test(before) && !label.test(before)) continue;
      const after = text.slice(offset, offset + 24);
      const fax = faxBefore.test(before) || (faxAfter.test(after) && !label.test(before));
      isLabelled = fax || label.test(before) || phoneAfter.test(after) || (count > 0 && isLabelled);
      const best = bestOf(part, isLabelled, country);
      if (!best) continue;
      const more =
        part.endsWith(best.text) || best.text === balanced(part) ? extension.exec(after)?.[1] : undefined;
      found.push({ ...best, text: more ? `${best.text} ext. ${more}` : best.text, fax, at });
    }
  }
  return found;
}

const fewest = 7;
const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

/** A row of digits, cut where enough of them for a number stand on both sides. */
function partsOf(row: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of row.matchAll(beside)) {
    const end = match.index + match[0].length;
    if (digitsIn(row.slice(from, match.index)) < fewest || digitsIn(row.slice(end)) < fewest) continue;
    parts.push(row.slice(from, match.index));
    from = end;
  }
  parts.push(row.slice(from));
  return parts;
}

/** Full-width digits and signs, as East Asian pages write them. */
const narrow = (text: string): string => text.replace(/[０-９（）－＋]/g, (sign) => sign.normalize('NFKC'));

/** A number without the extension that `findPhones` put behind it. */
export const withoutExtension = (phone: string): string => phone.replace(/ ext\. \d{1,6}$/, '');

function bestOf(
  part: string,
  labelled: boolean,
  country: string | null,
): { text: string; confidence: number } | null {
  let labelOnly: { text: string; confidence: number } | null = null;
  for (const raw of readings(balanced(part))) {
    const digits = raw.replace(/\D/g, '');
    if (digits.length < fewest || digits.length > 15 || notPhone.test(raw) || /^(\d)\1+$/.test(digits))
      continue;
    const confidence = sure(raw, digits, country, labelled);
    if (confidence > 0) return { text: raw, confidence };
    // No format that is known: only its label says what it is.
    if (labelled && (digits.length >= 8 || /^\d{3}[-. ]\d{4}$/.test(raw)))
      labelOnly ??= { text: raw, confidence: 0.8 };
  }
  return labelOnly;
}

function sure(raw: string, digits: string, country: string | null, labelled: boolean): number {
  if (international.test(raw) && digits.length >= 8) return 0.95;
  if (northAmerican.test(raw)) return 0.9;
  if (chineseMobile.test(raw)) return labelled ? 0.9 : 0.7;
  if (grouped.test(raw) && digits.length >= 8) return labelled ? 0.9 : 0.6;
  if (service.test(raw)) return labelled ? 0.9 : 0.7;
  if (nationalFormat(country)?.test(raw)) return labelled ? 0.9 : 0.65;
  return 0;
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
