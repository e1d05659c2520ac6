import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import { judgeMail } from '../../shared/domain/exclusion/judge.ts';
import type { MailFacts } from '../../shared/domain/interaction/why-not.ts';
import type { Contact } from '../../shared/domain/rows.ts';
import type { MailPerson, MessageSeen } from '../gmail/surface.ts';
import { accountKey } from '../settings/places.ts';
import type { Core } from './core.ts';
import { exclusionsOf } from './exclusions.ts';
import { contactsByEmail, isOurs, ourSide } from './find-people.ts';

/** As much of a mail as tells who is on it. */
export type MailPeople = Pick<MessageSeen, 'from' | 'to' | 'cc' | 'about' | 'forwarded'> & {
  bcc?: MailPerson[];
};

/** Who stands on a message; in place of a web form's machine, who filled the form in. */
export const peopleOf = ({ about, from, to, cc }: MailPeople): MailPerson[] => [about ?? from, ...to, ...cc];

/** Everybody whom a log of it would be about: of a forward also those of the mail that it hands on. [G8] */
export const emailsOf = (mail: MailPeople): string[] =>
  [...peopleOf(mail), ...(mail.bcc ?? []), ...(mail.forwarded?.people ?? [])].map(({ email }) => email);

/** Who of these addresses is known, ours, or kept out. Asked once for all mails of a thread. */
export async function peopleJudge(core: Core, account: string, emails: readonly string[]) {
  const { mirror } = core;
  const side = await ourSide(mirror, account);
  const outside = [...new Set(emails)].filter((email) => !isOurs(side, email));
  const [byEmail, rules] = await Promise.all([contactsByEmail(mirror, outside), exclusionsOf(mirror)]);
  return (asked: readonly string[]) => {
    const strangers = [...new Set(asked)].filter((email) => !isOurs(side, email));
    const known = strangers.flatMap((email) => byEmail.get(email) ?? []);
    return {
      linked: [...new Map(known.map((contact) => [contact.id, contact])).values()],
      unknown: strangers.filter((email) => !byEmail.has(email)).length,
      refusal: judgeMail(asked, rules, (email) => byEmail.has(email) || isOurs(side, email)),
    };
  };
}

/** Whether a log is private: as the user said for this thread, else as its mailbox and everybody it is about are. */
export function isPrivate(
  core: Core,
  tabId: number | null,
  { account, threadId, linked }: { account: string; threadId: string; linked: readonly Contact[] },
): boolean {
  const hidden = tabId === null ? undefined : core.sessions.get(tabId).hidden;
  if (hidden?.threadId === threadId) return hidden.private;
  if (linked.length > 0 && linked.every(({ privateTo }) => privateTo)) return true;
  return core.settings.get().privateMailboxes.includes(accountKey(account));
}

/** What decides whether a mail is logged. */
export function factsOf(
  judged: { linked: readonly unknown[]; unknown: number; refusal: MailFacts['refusal'] },
  mail: MailPeople,
  automatic: Automatic | null,
  hidden: boolean,
): MailFacts {
  return {
    known: judged.linked.length,
    unknown: judged.unknown,
    recipients: mail.to.length + mail.cc.length + (mail.bcc?.length ?? 0),
    refusal: judged.refusal,
    automatic,
    private: hidden,
  };
}
