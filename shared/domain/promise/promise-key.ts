import { digestKey } from '../interaction/digest-key.ts';
import type { Instant } from '../rows.ts';

/**
 * Which sentence of which mail a promise is: the same for everyone who has the mail, so that it is offered once. As with
 * a mail's digest the minute stands in clear, because two mailboxes may stand on either side of a full one. [Z1]
 */
export const promiseKey = (sender: string, at: Instant, sentence: string): string | null =>
  digestKey(sender, at, sentence)?.replace(/^dg:/, 'pr:') ?? null;
