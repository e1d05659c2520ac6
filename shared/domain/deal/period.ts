import type { Day } from '../rows.ts';

export const periods = ['month', 'quarter'] as const;
export type Period = (typeof periods)[number];

/** The first day of the month or quarter that a day is in. */
export function startOf(period: Period, day: Day): Day {
  const month = Number(day.slice(5, 7));
  const first = period === 'month' ? month : month - ((month - 1) % 3);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}
