import { digestKeys } from '../interaction/fingerprint.ts';
import type { Instant } from '../rows.ts';

// Apart from what makes a key: whoever only compares keys needs no digest.

/** The key, and those of the minutes beside it; what names its mail for certain has one. */
export const promiseKeys = (key: string): string[] =>
  key.startsWith('pr:')
    ? digestKeys(key.replace(/^pr:/, 'dg:')).map((near) => near.replace(/^dg:/, 'pr:'))
    : [key];

/** The minute of the mail that promised. */
export function promisedAt(key: string): Instant | null {
  const minute = /^pr:(\d{1,12}):/.exec(key)?.[1];
  return minute === undefined ? null : Number(minute) * 60_000;
}
