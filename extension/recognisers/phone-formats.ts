/**
 * How numbers are grouped where they begin with no zero: a row a country, `d` a digit, a space a space, dot or hyphen.
 * Elsewhere the zero, a label or a country code tells a number.
 */
const rows: Record<string, string> = {
  ES: '[6-9]dd ddd ddd|[6-9]dd dd dd dd|[89]d ddd dd dd',
  PT: '[29]dd ddd ddd|[29]d ddd dd dd',
  PL: '[1-9]dd ddd ddd|[1-9]d ddd dd dd',
  CZ: '[2-79]dd ddd ddd',
  DK: '[2-9]d dd dd dd',
  NO: '[2-9]d dd dd dd|[489]dd dd ddd',
  GR: '[26]dd ddd dddd|21d ddd dddd|2ddd dddddd',
  MX: '(?:[(])?[1-9]dd(?:[)])? ddd dddd|(?:[(])?[1-9]d(?:[)])? dddd dddd',
  BR: '[(]?[1-9]d[)]? 9?dddd dddd',
  AR: '[(]?[1-9]d{1,3}[)]? d{3,4} dddd',
  CL: '[29] dddd dddd',
  CO: '3dd ddd dddd|60d ddd dddd',
  SG: '[3689]ddd dddd',
  HK: '[2-9]ddd dddd',
  IN: '[6-9]dddd ddddd',
  RU: '8 ?[(]?[3489]dd[)]? ddd dd dd|[(][3489]dd[)] ddd dd dd',
  CN: '1[3-9]d dddd dddd|400 ddd dddd|400 dddd ddd|[(]?0dd{1,2}[)]? d{7,8}',
  TW: '[(]?0d[)]? ?d{3,4} dddd|09dd ddd ddd',
  IT: '0d{1,3} d{5,8}|3dd d{6,7}|3dd ddd dddd',
  HU: '06 d{1,2} ddd d{3,4}',
  SI: '0d ddd dd dd',
  VN: '0dd ddd dddd',
  TR: '[(]?0?[2-5]dd[)]? ddd dd dd',
  IL: '0d{1,2} ddd dddd',
};

const made = new Map<string, RegExp>();

/** The format of a country's numbers, where it has one of its own. */
export function nationalFormat(country: string | null): RegExp | null {
  const row = country ? rows[country] : undefined;
  if (!country || !row) return null;
  const known = made.get(country);
  if (known) return known;
  const pattern = new RegExp(`^(?:${row.replaceAll('d', '\\d').replaceAll(' ', '[ .\\u00a0-]')})$`, 'u');
  made.set(country, pattern);
  return pattern;
}
