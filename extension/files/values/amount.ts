import { minorDigits } from '../../ui/money.ts';

/** Which sign stands before the cents in a file. */
export type DecimalSign = '.' | ',';

const signs: [RegExp, string][] = [
  [/us\$|usd|美元|美金/i, 'USD'],
  [/nt\$|ntd|twd|新[臺台][币幣]/i, 'TWD'],
  [/hk\$|hkd|港[币幣元]/i, 'HKD'],
  [/s\$|sgd/i, 'SGD'],
  [/a\$|au\$|aud/i, 'AUD'],
  [/ca\$|c\$|cad/i, 'CAD'],
  [/r\$|brl/i, 'BRL'],
  [/rmb|cny|人民[币幣]|[元圆圓]/i, 'CNY'],
  [/円|日[元圆圓]|jpy/i, 'JPY'],
  [/€|eur/i, 'EUR'],
  [/£|gbp/i, 'GBP'],
  [/₩|krw/i, 'KRW'],
  [/₹|inr/i, 'INR'],
  [/chf|fr\./i, 'CHF'],
];

/** The currency that a text names; null where none, or where a sign is of several and `usual` is none of them. */
export function currencyIn(text: string, usual: string | null): string | null {
  const plain = text.normalize('NFKC').trim();
  if (/^[A-Za-z]{3}$/.test(plain) && isCurrency(plain)) return plain.toUpperCase();
  for (const [sign, currency] of signs) if (sign.test(plain)) return currency;
  if (/[¥￥]/.test(text)) return usual === 'JPY' ? 'JPY' : 'CNY';
  if (plain.includes('$')) return usual && dollars.has(usual) ? usual : 'USD';
  const code = /(?:^|[\d\s])([A-Z]{3})(?:$|[\d\s])/.exec(plain)?.[1];
  return code && isCurrency(code) ? code : null;
}

const dollars = new Set('USD AUD CAD HKD NZD SGD TWD MXN ARS CLP COP'.split(' '));

let known: Set<string> | null = null;
/** ISO 4217, as far as the platform knows it. */
export function isCurrency(text: string): boolean {
  known ??= new Set(Intl.supportedValuesOf('currency'));
  return known.has(text.toUpperCase());
}

const scales: Record<string, number> = { k: 3, m: 6, 千: 3, 百万: 6, 万: 4, 萬: 4, 亿: 8, 億: 8 };
const shape = /^([+-]?)([\d.,]*\d[\d.,]*)(百万|[km千万萬亿億])?$/i;

/**
 * A number as a plain decimal text, e.g. `-1234.5`: by the column's sign before the cents, "1.234" being a thousand
 * where that sign is a comma. Null where it is none.
 */
export function readDecimal(text: string, decimal: DecimalSign): string | null {
  const clean = text
    .normalize('NFKC')
    .replace(/^\((.*)\)$/, '-$1')
    .replace(
      /us\$|nt\$|hk\$|au?\$|ca?\$|[sr]\$|rmb|人民币|人民幣|美元|美金|港币|港幣|新台币|新臺幣|日元|[元圆圓円]整?/gi,
      '',
    )
    .replace(/[\s'’_]|\p{Sc}|[A-Z]{3}(?![a-z])/gu, '')
    .replace(/,-$|\.-$/, '');
  const parts = shape.exec(clean);
  if (!parts) return null;
  const [, minus = '', digits = '', scale] = parts;
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  // Both signs: the last one stands before the cents. One: it does so if it is the column's, or cannot group.
  let mark = -1;
  if (point >= 0 && comma >= 0) mark = Math.max(point, comma);
  else if (point >= 0 || comma >= 0) {
    const at = Math.max(point, comma);
    const sign = digits[at] ?? '';
    const alone = digits.indexOf(sign) === at;
    const tail = digits.length - at - 1;
    if (alone && (sign === decimal || tail !== 3 || at > 3 || at === 0)) mark = at;
    else if (!alone && !groups(digits, sign)) return null;
  }
  if (point >= 0 && comma >= 0) {
    const group = digits[mark] === '.' ? ',' : '.';
    if (digits.indexOf(digits[mark] ?? '') !== mark || !groups(digits.slice(0, mark), group)) return null;
  }
  const whole = (mark < 0 ? digits : digits.slice(0, mark)).replace(/[.,]/g, '') || '0';
  const fraction = mark < 0 ? '' : digits.slice(mark + 1);
  return `${minus === '-' ? '-' : ''}${shifted(whole, fraction, scales[scale?.toLowerCase() ?? ''] ?? 0)}`;
}

/** "1,234,567" and "12,34,567" (India), not "1,2,3". */
const groups = (digits: string, sign: string): boolean => {
  const [first = '', ...rest] = digits.split(sign);
  return (
    first.length <= 4 &&
    rest.every(
      (part, at) => part.length === 3 || (part.length === 2 && at < rest.length - 1) || part.length === 4,
    )
  );
};

/** Moves the point to the right, without floating point. */
function shifted(whole: string, fraction: string, by: number): string {
  const padded = fraction.padEnd(by, '0');
  const left = `${whole}${padded.slice(0, by)}`.replace(/^0+(?=\d)/, '');
  const right = padded.slice(by);
  return right === '' ? left : `${left}.${right}`;
}

/** Minor units of a currency; null where it is no amount, below zero, or more than can be counted. */
export function readMinor(text: string, decimal: DecimalSign, currency: string): number | null {
  const plain = readDecimal(text, decimal);
  if (plain === null || plain.startsWith('-')) return null;
  const [whole = '0', fraction = ''] = plain.split('.');
  const digits = minorDigits(currency);
  const cents = fraction.padEnd(digits, '0');
  const minor = Number(`${whole}${cents.slice(0, digits)}`) + (Number(cents[digits] ?? '0') >= 5 ? 1 : 0);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Which sign stands before the cents, from all amounts of a file; a point where none tells. */
export function findDecimal(cells: Iterable<string>): DecimalSign {
  let [point, comma] = [0, 0];
  for (const cell of cells) {
    const found = /([.,])(\d+)\D*$/.exec(cell.normalize('NFKC').trim());
    if (!found) continue;
    const both = cell.includes(found[1] === '.' ? ',' : '.');
    if (!both && found[2]?.length === 3) continue;
    if (found[1] === '.') point += 1;
    else comma += 1;
  }
  return comma > point ? ',' : '.';
}
