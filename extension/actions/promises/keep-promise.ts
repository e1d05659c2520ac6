import { CodedError } from '../../../shared/kit/error.ts';
import type { PromiseCalls } from '../../messages/promise.ts';
import { followed } from '../../mirror/aliases.ts';
import { act, type Core, meOf } from '../core.ts';
import { logTarget } from '../log-target.ts';
import { emailsOf, isPrivate } from '../mail-facts.ts';
import { offersIn, shownThread, talksWith } from './offers.ts';

/** Makes a promise of the shown thread a task of whoever of us it binds, or of whoever waits for it. [Z2] */
export async function keepPromise(
  core: Core,
  tabId: number | null,
  { id, contactId, key, title }: PromiseCalls['keepPromise']['in'],
): Promise<void> {
  const { mirror } = core;
  const [contact, shown] = [await followed(mirror, 'contact', contactId), shownThread(core, tabId)];
  if (!contact || !shown) throw new CodedError('mail.unread', 'thread');
  const talks = await talksWith(core, tabId, contact.id);
  const offer = (await offersIn(core, contact, talks)).find((each) => each.key === key);
  const message = shown.thread.messages.find((each) => each.id === offer?.messageId);
  if (!offer || !message) throw new CodedError('mail.unread', 'promise');
  const { thread, account } = shown;
  const target = await logTarget(core, account, thread.id, emailsOf(message), {});
  const secret = isPrivate(core, tabId, { account, threadId: thread.id, linked: target.linked });
  const writer = (await mirror.all('member')).find(
    ({ email, role }) => role !== 'former' && email?.toLowerCase() === message.from.email.toLowerCase(),
  );
  await act(core, {
    verb: 'task.add',
    input: {
      id,
      title,
      dueDay: offer.dueDay,
      dueAt: offer.dueAt,
      zone: offer.zone,
      contactId: contact.id,
      companyId: contact.companyId,
      dealId: target.deals[0]?.id ?? null,
      ownerId: writer?.id ?? meOf(core),
      // What a private mail says stays in the mail.
      note: secret ? null : `${offer.sentence}\n${linkOf(account, thread.id)}`,
      promisedBy: offer.by,
      promiseKind: offer.kind,
      promiseKey: offer.key,
    },
  });
}

/** As a log links back to its mail. */
const linkOf = (account: string, threadId: string): string =>
  `https://mail.google.com/mail/u/?authuser=${encodeURIComponent(account)}#all/${threadId}`;
