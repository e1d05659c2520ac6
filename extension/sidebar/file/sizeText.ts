import type { Locale } from '../../messages/state.ts';

const steps = [
  ['megabyte', 1_000_000],
  ['kilobyte', 1_000],
  ['byte', 1],
] as const;

/** "1.2 MB" as the reader's language writes it. */
export function sizeText(bytes: number, locale: Locale): string {
  // What would be rounded to 1,000 kB is a megabyte.
  const [unit, factor] = steps.find(([, each]) => bytes >= each * 0.9995) ?? steps[2];
  const value = bytes / factor;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && unit === 'megabyte' ? 1 : 0,
  }).format(value);
}
