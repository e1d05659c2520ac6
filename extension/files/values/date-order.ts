import type { DateOrder } from './date.ts';

/** Countries that write the month first. */
const monthFirstCountries = new Set(['US', 'PH', 'FM', 'PW', 'MH']);

/**
 * In which order a file's dates stand, found from all of them: one 13/02 or 02/13 tells. `certain` is false where none
 * does, or where both stand; then the country's habit counts.
 */
export function findDateOrder(
  cells: Iterable<string>,
  country: string | null,
): { order: DateOrder; certain: boolean } {
  let [dmy, mdy, points, open] = [0, 0, 0, 0];
  for (const cell of cells) {
    const found = /^\s*(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(?:\d{4}|\d{2})(?!\d)/.exec(cell);
    if (!found) continue;
    open += 1;
    if (found[2] === '.') points += 1;
    if (Number(found[1]) > 12) dmy += 1;
    else if (Number(found[3]) > 12) mdy += 1;
  }
  if (dmy > 0 && mdy === 0) return { order: 'dmy', certain: true };
  if (mdy > 0 && dmy === 0) return { order: 'mdy', certain: true };
  if (dmy > 0 && mdy > 0) return { order: dmy >= mdy ? 'dmy' : 'mdy', certain: false };
  // Points between the numbers are written where the day is first.
  if (points > 0 && points === open) return { order: 'dmy', certain: true };
  const order = country && monthFirstCountries.has(country) ? 'mdy' : 'dmy';
  return { order, certain: open === 0 };
}
