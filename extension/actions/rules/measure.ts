import type { Automatic } from '../../../shared/domain/automatic/kinds.ts';
import type { MailFacts } from '../../../shared/domain/interaction/why-not.ts';
import type { About } from '../../../shared/domain/log-rule/rule-for.ts';
import type { Contact } from '../../../shared/domain/rows.ts';
import type { Core } from '../core.ts';
import { threadKey } from '../log-target.ts';
import { emailsOf, factsOf, isPrivate, type MailPeople, peopleJudge } from '../mail-facts.ts';
import { namedAs } from './named-as.ts';

export type Measured = { about: About; facts: MailFacts; linked: Contact[] };
type Mail = MailPeople & { threadId: string; automatic: Automatic | null };

/** What rules ask of mails, for all at once. */
export async function measure(
  core: Core,
  account: string,
  tabId: number | null,
  mails: readonly Mail[],
): Promise<Measured[]> {
  const judge = await peopleJudge(core, account, mails.flatMap(emailsOf));
  const asked = mails.map(async (mail): Promise<Measured> => {
    const judged = judge(emailsOf(mail));
    const { linked } = judged;
    const hidden = isPrivate(core, tabId, { account, threadId: mail.threadId, linked });
    return {
      linked,
      facts: factsOf(judged, mail, mail.automatic, hidden),
      about: {
        threadKey: threadKey(account, mail.threadId),
        ...(await namedAs(core, linked)),
      },
    };
  });
  return Promise.all(asked);
}
