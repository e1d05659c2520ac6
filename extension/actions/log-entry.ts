import type { Participant } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { MailRead } from '../gmail/surface.ts';
import type { Intended } from '../outbox/outbox.ts';
import type { LogWish } from './log-reads.ts';
import { type logTarget, threadKey } from './log-target.ts';

/** A mail that was read as the entry that its log is. */
export function logOf(
  id: Id,
  read: MailRead,
  fingerprint: string[],
  { account, hidden, by }: Pick<LogWish, 'account' | 'hidden' | 'by'>,
  target: Awaited<ReturnType<typeof logTarget>>,
): Extract<Intended, { verb: 'interaction.log' }> {
  const [deal, ...more] = target.deals;
  return {
    verb: 'interaction.log',
    input: {
      id,
      kind: 'email',
      direction: read.direction,
      channel: 'gmail',
      occurredAt: read.at,
      durationS: null,
      outcome: null,
      subject: read.subject,
      body: read.bodyState === 'read' ? read.text : null,
      bodyState: read.bodyState,
      link: read.link,
      threadKey: threadKey(account, read.threadId),
      participants: participantsOf(read),
      contactIds: target.linked.map((contact) => contact.id),
      companyId: target.company?.id ?? null,
      dealId: deal?.id ?? null,
      moreDealIds: more.map((each) => each.id),
      fingerprint,
      ...(read.attachments && { attachments: read.attachments }),
      ...(by?.rule && { rule: by.rule, ruleId: by.ruleId }),
      ...(hidden && { private: true }),
    },
  };
}

function participantsOf(read: MailRead): Participant[] {
  const as = (role: Participant['role']) => (person: { name: string | null; email: string }) => ({
    ...person,
    role,
  });
  return [
    as('from')(read.from),
    ...read.to.map(as('to')),
    ...read.cc.map(as('cc')),
    ...read.bcc.map(as('bcc')),
  ];
}
