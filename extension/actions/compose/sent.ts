import { mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { awaitKey } from '../../../shared/domain/task/awaiting.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { MailRead } from '../../gmail/surface.ts';
import type { Remind } from '../../messages/compose.ts';
import type { SentHere } from '../../messages/tab.ts';
import { startingWith } from '../../mirror/store.ts';
import { act, type Core } from '../core.ts';
import { contactsByEmail, isOurs, ourSide } from '../find-people.ts';
import { logReads } from '../log-reads.ts';
import { logTarget, threadKey } from '../log-target.ts';
import { everybody } from './recipients.ts';
import { keepWish } from './wish.ts';
import { choiceOf } from './writing.ts';

/** A mail left: it is logged if its window said so, and its reminder begins. True: nothing else need log it. [W1] */
export async function mailSent(
  core: Core,
  tabId: number,
  { sent, read, writing, wish }: SentHere,
): Promise<boolean> {
  const { shown } = core.sessions.get(tabId);
  if (shown.kind !== 'mail') return true;
  const { account } = shown.screen;
  // 1. The reminder first: it needs nothing that could fail. [W5]
  if (wish?.remind && writing)
    await remind(core, account, { sent, writing, remind: wish.remind, dealId: wish.deal?.id });
  if (writing) await keepWish(core, writing.key, null);
  // 2. What the window said counts for more than what is remembered. [W1]
  if (!(wish?.log ?? core.settings.get().logOnSend) || !sent) return wish?.log === false;
  const reads: MailRead[] = read ? [read] : await core.readMail(tabId, [sent.messageId]);
  await logReads(core, tabId, reads, {
    account,
    asked: 'click',
    to: choiceOf(wish),
    hidden: wish?.private ?? undefined,
    by: { rule: 'sending', ruleId: null },
  });
  return true;
}

type Awaited = Pick<SentHere, 'sent'> & {
  writing: NonNullable<SentHere['writing']>;
  remind: Remind;
  dealId: string | null | undefined;
};

/** "No reply from Ada?", due then, done by itself when they answer. Where the mail's ids could not be had it is a plain task. */
async function remind(
  core: Core,
  account: string,
  { sent, writing, remind: due, dealId }: Awaited,
): Promise<void> {
  const { mirror } = core;
  const key = sent && awaitKey(mailboxKey(account, sent.messageId));
  const before = key ? await mirror.tagged('task', startingWith(`task/promise/${key}/`)) : [];
  if (before.length > 0) return;
  const side = await ourSide(mirror, account);
  const people = everybody(writing);
  const outside = people.filter(({ email }) => !isOurs(side, email));
  const emails = outside.map(({ email }) => email);
  const known = await contactsByEmail(mirror, emails);
  const first = outside.find(({ email }) => known.has(email)) ?? outside[0] ?? people[0];
  if (!first) return;
  const contact = known.get(first.email);
  const target = await logTarget(core, account, sent?.threadId ?? '', emails, {});
  await act(core, {
    verb: 'task.add',
    input: {
      id: core.newId(),
      title: m.compose_task({ who: contact?.name ?? first.name ?? first.email }),
      dueDay: due.dueDay,
      dueAt: due.dueAt,
      zone: due.zone,
      contactId: contact?.id ?? null,
      companyId: contact?.companyId ?? null,
      dealId: dealId === undefined ? (target.deals[0]?.id ?? null) : dealId,
      ownerId: null,
      awaits: sent && threadKey(account, sent.threadId),
      promiseKey: key,
    },
  });
}
