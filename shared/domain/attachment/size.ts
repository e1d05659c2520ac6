/** Units as mailboxes write them: decimal ones, which is what Gmail's "MB" is within what it shows. */
const units: Record<string, number> = { b: 1, k: 1_000, m: 1_000_000, g: 1_000_000_000 };

const shown =
  /(\d[\d.,\u00a0\u202f' ]*)\s*(b|bytes?|字节|位元組|字節|[kmg](?:i?b|o)?|[кмг]б)(?![\p{L}\p{N}])/iu;
/** More than a size is written beside it, but not a page. */
const longest = 500;
const cyrillic: Record<string, string> = { к: 'k', м: 'm', г: 'g' };

/** Bytes of a size as a page shows it, "1.2 MB", "12 KB", "1,2 Mo", "245 字节"; null where it is none. */
export function readSize(text: string): number | null {
  const found = text.length > longest ? null : shown.exec(text.normalize('NFKC'));
  if (!found) return null;
  const [, digits = '', unit = ''] = found;
  const first = unit.slice(0, 1).toLowerCase();
  const factor = units[cyrillic[first] ?? first] ?? (/^(字|位)/.test(unit) ? 1 : null);
  const value = readNumber(digits);
  if (factor === null || value === null) return null;
  return Math.round(value * factor);
}

/** The last mark of several kinds parts the fraction; a single one with three digits behind it is read as parting thousands in bytes alone. */
function readNumber(digits: string): number | null {
  const plain = digits.replace(/[\s']/g, '');
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (last < 0) return numberOf(plain);
  const fraction = plain.slice(last + 1);
  const whole = plain.slice(0, last).replace(/[.,]/g, '');
  const isGrouped = fraction.length === 3 && (whole.length > 1 || whole !== '0');
  return numberOf(isGrouped ? whole + fraction : `${whole}.${fraction}`);
}
const numberOf = (text: string): number | null => {
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
};
