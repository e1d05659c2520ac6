import { digestKey } from '../interaction/digest-key.ts';
import { digestKeys } from '../interaction/fingerprint.ts';
import type { Instant } from '../rows.ts';

/**
 * Which sentence of which mail a promise is: the same for everyone who has the mail, so that it is offered once. As with
 * a mail's digest the minute stands in clear, because two mailboxes may stand on either side of a full one. [Z1]
 */
export const promiseKey = (sender: string, at: Instant, sentence: string): string | null =>
  digestKey(sender, at, sentence)?.replace(/^dg:/, 'pr:') ?? null;

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
