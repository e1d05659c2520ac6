import { keepFormat } from './keepFormat.ts';

const digitsOf = keepFormat(
  (currency: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
);
const plainFormat = keepFormat(
  (locale: string, minimum: string, maximum: string) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: Number(minimum),
      maximumFractionDigits: Number(maximum),
    }),
);
const amountFormat = keepFormat(
  (locale: string, currency: string, minimum: string, maximum: string) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      // Not the narrow one: a bare ¥ or $ would be two currencies.
      currencyDisplay: 'symbol',
      minimumFractionDigits: Number(minimum),
      maximumFractionDigits: Number(maximum),
    }),
);

/** Digits after the point of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  try {
    return digitsOf(currency);
  } catch (error) {
    // An ill-formed code from an import: shown with two digits rather than not at all.
    if (error instanceof RangeError) return 2;
    throw error;
  }
}

/** An amount of minor units as people write it, without digits that say nothing. */
export function moneyText(minor: number, currency: string | null, locale: string): string {
  const digits = currency ? minorDigits(currency) : 2;
  const amount = minor / 10 ** digits;
  const whole = minor % 10 ** digits === 0;
  const fraction = [String(whole ? 0 : digits), String(digits)] as const;
  if (!currency) return plainFormat(locale, ...fraction).format(amount);
  try {
    return amountFormat(locale, currency, ...fraction).format(amount);
  } catch (error) {
    if (error instanceof RangeError) return `${currency} ${amount}`;
    throw error;
  }
}

const scales: Record<string, number> = { k: 1e3, m: 1e6, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Minor units of what somebody typed: "24,000", "24.000,50", "24k", "2.4万"; null where it is no amount. */
export function parseMoney(text: string, currency: string): number | null {
  const clean = text.normalize('NFKC').replace(/[\s'’]|\p{Sc}|[A-Za-z]{3}(?![A-Za-z])/gu, '');
  const parts = /^([\d.,]+)([kKmM千万萬亿億]?)$/u.exec(clean);
  const digits = parts?.[1];
  if (!digits || !/\d/.test(digits)) return null;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const tail = digits.length - last - 1;
  const mark = digits[last];
  const grouped = mark !== undefined && (tail === 3 && !parts[2] ? true : digits.indexOf(mark) !== last);
  const number =
    last < 0 || grouped
      ? Number(digits.replace(/[.,]/g, ''))
      : Number(`${digits.slice(0, last).replace(/[.,]/g, '') || '0'}.${digits.slice(last + 1) || '0'}`);
  const minor = Math.round(
    number * (scales[parts[2]?.toLowerCase() ?? ''] ?? 1) * 10 ** minorDigits(currency),
  );
  return Number.isSafeInteger(minor) ? minor : null;
}
