import { instantOfTitle } from './dom/date-title.ts';
import { receivedAt } from './dom/ids.ts';
import type { MessageInPage } from './dom/messages.ts';

type Dated = Pick<MessageInPage, 'id' | 'dateTitle'>;

const QUARTER_HOUR = 900_000;

/**
 * When the mailbox got the message. Its id tells that to the millisecond, the date's title to the minute and in
 * the interface's language and zone; where both are known they must agree but for whole quarters of an hour.
 */
export function mailboxTime({ id, dateTitle }: Dated, now: number): number | null {
  const byTitle = dateTitle === null ? null : instantOfTitle(dateTitle);
  const byId = receivedAt(id, now);
  if (byTitle === null || byId === null) return byTitle ?? byId;
  const apart = (((byId - byTitle) % QUARTER_HOUR) + QUARTER_HOUR) % QUARTER_HOUR;
  return apart < 60_000 && Math.abs(byId - byTitle) < 27 * 3_600_000 ? byId : byTitle;
}

/** The instants under which somebody may have logged the message: the mailbox's own, and the title's where it differs. */
export function mailboxTimes(message: Dated, now: number): number[] {
  const byTitle = message.dateTitle === null ? null : instantOfTitle(message.dateTitle);
  return [...new Set([mailboxTime(message, now), byTitle].filter((at) => at !== null))];
}
