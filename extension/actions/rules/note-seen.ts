import { receivedAt } from '../../gmail/dom/ids.ts';
import type { MailScreen } from '../../gmail/surface.ts';
import { putSeen, type SeenMail, seenIn, withSeen } from '../../seen/mails.ts';
import { putVisit, visitIn, visitNow } from '../../seen/visits.ts';
import { automaticIn } from '../automatic.ts';
import type { Core } from '../core.ts';

/** Keeps when a mailbox was before somebody, so that what passed meanwhile can be told. */
export async function noteVisit(core: Core, account: string): Promise<void> {
  if (account === '') return;
  const last = await core.mirror.read((tx) => visitIn(tx, account));
  const visit = visitNow(last, core.now());
  if (visit !== last) await core.mirror.commit((tx) => putVisit(tx.raw, account, visit));
}

/** Keeps who was on the mails that are unfolded, so that it can be told what a rule would have logged. */
export async function noteSeen(core: Core, tabId: number, { account, thread }: MailScreen): Promise<void> {
  if (!thread || account === '') return;
  const session = core.sessions.get(tabId);
  const now = core.now();
  const shown = thread.messages
    .filter(({ id, loaded }) => loaded && !id.includes(':'))
    .map((mail): SeenMail => {
      const { id, from, to, cc, about } = mail;
      return {
        ...{ id, threadId: thread.id, subject: thread.subject, from, to, cc, ...(about && { about }) },
        automatic: automaticIn(session, account, mail),
        at: receivedAt(id, now) ?? now,
      };
    });
  const before = await core.mirror.read((tx) => seenIn(tx, account));
  const kept = new Map(before.map((mail) => [mail.id, mail.at]));
  const after = withSeen(
    before,
    shown.map((mail) => ({ ...mail, at: kept.get(mail.id) ?? mail.at })),
  );
  if (after !== before) await core.mirror.commit((tx) => putSeen(tx.raw, account, after));
}
