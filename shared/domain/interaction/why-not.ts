import type { Automatic } from '../automatic/kinds.ts';
import type { Refusal } from '../exclusion/judge.ts';

/** Who asked for a log: somebody for this one mail, for all that are missing of a thread, or a rule. */
export type Asked = 'click' | 'missing' | 'rule';

/** Why a mail is not logged. */
export type WhyNot =
  /** Somebody's word, or a kind of sender that is left alone by default. */
  | { why: 'excluded'; refusal: Refusal }
  /** Everybody on it is of our own side. */
  | { why: 'internal' }
  /** Nobody wrote it. */
  | { why: 'automatic'; kind: Automatic }
  /** Nobody on it is known, and so many are not. */
  | { why: 'unknown'; people: number }
  | { why: 'too-many'; people: number }
  /** Of a mailbox, a thread or people that are one's own alone. */
  | { why: 'private' };

/** A mail to more than these is sent to a list, whoever wrote it. */
export const mostRecipients = 20;

/** What of a mail decides whether it is logged. */
export type MailFacts = {
  /** People outside our own side: in the workspace, and not. */
  known: number;
  unknown: number;
  recipients: number;
  refusal: Refusal | null;
  automatic: Automatic | null;
  private: boolean;
};

/** The strongest reason why a mail is not logged by itself; null: there is none, it only was not asked for. */
export function whyNot({
  known,
  unknown,
  recipients,
  refusal,
  automatic,
  ...mail
}: MailFacts): WhyNot | null {
  if (refusal) return { why: 'excluded', refusal };
  if (known + unknown === 0) return { why: 'internal' };
  if (automatic) return { why: 'automatic', kind: automatic };
  if (known === 0) return { why: 'unknown', people: unknown };
  if (recipients > mostRecipients) return { why: 'too-many', people: recipients };
  return mail.private ? { why: 'private' } : null;
}

/** What each reason stops. Somebody's word stops everything; a click on one mail is a word too. */
const stopped: Record<WhyNot['why'], readonly Asked[]> = {
  excluded: ['click', 'missing', 'rule'],
  internal: ['click', 'missing', 'rule'],
  unknown: ['click', 'missing', 'rule'],
  automatic: ['click', 'missing', 'rule'],
  'too-many': ['missing', 'rule'],
  private: ['rule'],
};

/**
 * Whether a mail stays out of the log for this reason.
 * @param said what the asking said beside: that it is wanted although nobody wrote it, and whether it named where it goes
 */
export function staysOut(
  reason: WhyNot | null,
  asked: Asked,
  said: { anyway?: boolean | undefined; target?: boolean | undefined } = {},
): boolean {
  if (!reason || !stopped[reason.why].includes(asked)) return false;
  if (asked === 'rule') return true;
  switch (reason.why) {
    case 'excluded':
      return true;
    case 'unknown':
      return !said.target;
    // What colleagues say among themselves goes to a customer's record only by a word about that very mail.
    case 'internal':
      return asked !== 'click' || !said.target;
    default:
      return !said.anyway;
  }
}
