import type { IdentityKey } from './key.ts';

/** Whose book a number stands in: the system part of an `external` key. */
export const numberSystems = ['order', 'customer', 'invoice', 'ticket', 'contract'] as const;
export type NumberSystem = (typeof numberSystems)[number];

/**
 * What such a number is called: en, de, fr, es, it, pt, nl, pl, sv, zh, ja, ko. A word with `*` means it only before
 * "no.", "#" or the like: one orders 250 units, too.
 */
const labels: Record<NumberSystem, string> = {
  order: `order*, purchase order*, PO*, bestellung*, bestellnummer, bestell-nr, auftrag*, auftragsnummer, auftrags-nr,
commande*, numéro de commande, pedido*, número de pedido, ordine*, numero ordine, encomenda*, número da encomenda,
bestelling*, bestelnummer, ordernummer, zamówienie*, numer zamówienia, beställning*, ordernr,
订单号, 订单编号, 订单*, 訂單號, 訂單號碼, 訂單編號, 訂單*, ご注文番号, 注文番号, 주문번호, 주문 번호`,
  customer: `customer*, client*, account*, member*, membership*, kunde*, kundennummer, kunden-nr, client*, numéro client,
numéro de client, cliente*, número de cliente, codice cliente, klant*, klantnummer, numer klienta, kundnummer,
客户编号, 客户号, 客戶編號, 客戶號碼, 会员号, 會員編號, 會員號碼, お客様番号, 会員番号, 고객번호, 회원번호`,
  invoice: `invoice*, bill*, rechnung*, rechnungsnummer, rechnungs-nr, facture*, numéro de facture, factura*, número de factura,
fattura*, numero fattura, fatura*, número da fatura, factuur*, factuurnummer, faktura*, numer faktury, fakturanummer,
发票号, 发票号码, 發票號碼, 請求書番号, 청구서 번호`,
  ticket: `ticket*, case*, support request*, incident*, ticketnummer, vorgangsnummer, vorgangs-nr, numéro de dossier,
número de caso, numero ticket, zaaknummer, numer zgłoszenia, ärendenummer, 工单号, 工單編號, 案件編號, 案件号,
お問い合わせ番号, 문의번호`,
  contract: `contract*, agreement*, vertrag*, vertragsnummer, vertrags-nr, numéro de contrat, número de contrato,
numero contratto, contractnummer, numer umowy, avtalsnummer, 合同编号, 合同号, 合約編號, 契約編號, 契約番号, 계약번호`,
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (words: string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
/** A number has a digit among its first signs, and at most forty of them. */
const value = '(?=[A-Z/-]{0,8}\\d)([A-Z0-9](?:[A-Z0-9/._-]{0,38}[A-Z0-9])?)(?![A-Z0-9@])';
const patterns = numberSystems.map((system) => {
  const words = labels[system].split(/,\s*/);
  const plain = longestFirst(words.filter((word) => !word.endsWith('*')));
  const loose = longestFirst(words.flatMap((word) => (word.endsWith('*') ? word.slice(0, -1) : [])));
  const sign =
    '(?:#|(?:(?:no|nr|number|num|id)\\b[.°º]?|n\\.?[°º]|nº)?\\s*[:：#]|(?:no|nr|number|num|id)\\b\\.?|n\\.?[°º])\\s*#?\\s*';
  const label = `(?:(?:${plain})\\.?\\s*[:：#]?\\s*|(?:${loose})\\s*${sign})`;
  // Han and Kana stand without spaces: 您的订单号.
  return { system, pattern: new RegExp(`(?<![a-z\\u00c0-\\u024f0-9])${label}${value}`, 'giu') };
});

/** The last words of all labels and signs: what stands before a number that is called something. */
const lastWords = new Set([
  ...Object.values(labels).flatMap((list) =>
    list.split(/,\s*/).map((word) => /\p{L}+(?=\P{L}*$)/u.exec(word.toLowerCase())?.[0] ?? ''),
  ),
  ...['no', 'nr', 'number', 'num', 'id', 'n', 'nº', 'º'],
]);
const beforeNumber = /(\p{L}+)[^\p{L}\p{N}]{0,8}(?:\p{L}{0,8}[/-]?)?$/u;
const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** False where no number can have a label: five large patterns need not be asked. */
function isLabelled(text: string): boolean {
  let isBehind = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isDigit = code > 47 && code < 58;
    if (isDigit && !isBehind) {
      const word = wordBefore(text, at);
      if (word !== '' && (lastWords.has(word.toLowerCase()) || eastern.test(word))) return true;
    }
    isBehind = isDigit;
  }
  return false;
}

/** What `beforeNumber` finds, by hand where all is ASCII, as it nearly always is. */
function wordBefore(text: string, end: number): string {
  const start = Math.max(0, end - 40);
  for (let at = start; at < end; at++)
    if (text.charCodeAt(at) > 127) return beforeNumber.exec(text.slice(start, end))?.[1] ?? '';
  const lettersFrom = (to: number): number => {
    let at = to;
    while (at > start && isLetter(text.charCodeAt(at - 1))) at--;
    return at;
  };
  const gapFrom = (to: number): number => {
    let at = to;
    while (at > start && to - at < 8 && isGap(text.charCodeAt(at - 1))) at--;
    return at;
  };
  // "Order-A4711", "PO R/22": letters that belong to the number stand between.
  const sign = text.charAt(end - 1);
  const tail = end > start && (sign === '/' || sign === '-') ? end - 1 : end;
  const head = lettersFrom(tail);
  if (tail - head <= 8) {
    const gap = gapFrom(head);
    const word = gap < head ? lettersFrom(gap) : head;
    if (word < gap) return text.slice(word, gap);
  }
  const gap = gapFrom(end);
  return text.slice(lettersFrom(gap), gap);
}

const isLetter = (code: number): boolean => (code > 64 && code < 91) || (code > 96 && code < 123);
const isGap = (code: number): boolean => !isLetter(code) && !(code > 47 && code < 58);

/** The key of a number: its book, and the number without what is only there to be read. */
export function numberKey(system: NumberSystem, text: string): IdentityKey | null {
  const number = text.normalize('NFKC').replace(/^#|\s/g, '').toUpperCase();
  if (!/\d/.test(number) || number.length < 3 || number.length > 40) return null;
  return { kind: 'external', value: `${system}:${number}` };
}

/** Numbers that a line calls by what they are: "Order no. 4471-22", "订单号：A10023". At most eight. */
export function numbersIn(line: string): IdentityKey[] {
  const found = new Map<string, IdentityKey>();
  const text = line.slice(0, 2_000);
  if (!/\d{3}/.test(text) || !isLabelled(text)) return [];
  for (const { system, pattern } of patterns)
    for (const match of text.matchAll(pattern)) {
      const key = numberKey(system, match[1] ?? '');
      if (key && found.size < 8) found.set(key.value, key);
    }
  return [...found.values()];
}

/** The book that a heading names: "Kundennummer", "Order no."; null for any other. */
export function numberSystemOf(heading: string): NumberSystem | null {
  const [key] = numbersIn(`${heading.trim().slice(0, 60)} 1000`);
  return key ? ((key.value.split(':', 1)[0] as NumberSystem | undefined) ?? null) : null;
}

const ofNumber = new RegExp(`^(?:${numberSystems.join('|')}):`);
/** Whether a key is such a number: it says who is meant, never that whoever names it is that one. */
export const isNumberKey = ({ kind, value: text }: Pick<IdentityKey, 'kind' | 'value'>): boolean =>
  kind === 'external' && ofNumber.test(text);
