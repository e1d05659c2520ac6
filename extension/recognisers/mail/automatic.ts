import type { Automatic } from '../../../shared/domain/automatic/kinds.ts';
import type { Claim } from './claim.ts';
import { type SubjectWords, subjectWords } from './subject-words.ts';

const bounces = /^(?:mailer-?daemon|mail-?daemon|postmaster|mdaemon|bounces?)$/;
/** Whole parts of a local part, between its dots and dashes; `info` and `support` are read by people. */
const machines =
  /(?:^|[._+-])(?:no-?_?reply|do-?_?not-?_?reply|donotreply|noresponder|no-responder|no-responda|nao-?responda|ne-?pas-?repondre|nepasrepondre|nicht-?antworten|keine-?antwort|non-?rispondere|niet-?beantwoorden|svar-?ikke|ikke-?svar|svara-?inte|ala-?vastaa|notifications?|notify|notifier|alerts?|automated|automailer|auto-?confirm|auto-?reply|daemon|robot|system-?mail|mailer|calendar-notification)(?:[._+\d-]|$)/;
const bulk =
  /(?:^|[._+-])(?:newsletters?|news|mailings?|mailing-?list|digest|campaigns?|promo(?:tion)?s?|offers|deals|edm|e-?news|nyhetsbrev|nyhedsbrev|uutiskirje)(?:[._+\d-]|$)/;

const wordsFor = (meaning: keyof SubjectWords): string =>
  [...new Set(subjectWords.flatMap((words) => words[meaning] ?? []))].join('|');
/**
 * A gateway's mark or a list's name may stand before: "[EXT] Automatic reply: …". Looked back for, since an engine
 * compiles the words once for each way in which what stands before them ends.
 */
const begins = (meaning: keyof SubjectWords, end: string): RegExp =>
  new RegExp(`(?<=^\\s*(?:\\[[^\\]]{1,40}\\]\\s*)?[【［(]?)(?:${wordsFor(meaning)})${end}`, 'iu');
const away = begins('away', '');
const undelivered = begins('undelivered', '');
const calendar = begins('calendar', '[^:：]{0,20}[:：]');
const receipt = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}])(?:${wordsFor('receipt')})`,
  'iu',
);

/**
 * What a mail is by what the page shows of it; null for a mail that somebody wrote.
 * @param subject of this very mail; null where only its thread's is known
 */
export function automaticByLook(mail: {
  email: string;
  subject: string | null;
  claim: Claim | null;
}): Automatic | null {
  const local = mail.email.slice(0, Math.max(0, mail.email.lastIndexOf('@'))).toLowerCase();
  const subject = mail.subject?.slice(0, 500) ?? '';
  if (bounces.test(local) || undelivered.test(subject)) return 'undelivered';
  if (away.test(subject)) return 'away';
  if (calendar.test(subject) || local === 'calendar-notification') return 'calendar';
  const isMachine = machines.test(local) || mail.claim === 'machine';
  // An invoice that somebody sends is worth a log; what a shop's machine sends is not.
  if ((isMachine || mail.claim === 'leave') && receipt.test(subject)) return 'receipt';
  if (bulk.test(local) || mail.claim === 'leave') return 'newsletter';
  return isMachine ? 'machine' : null;
}
