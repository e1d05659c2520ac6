import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import { isCertainKey, lookUpKeys, mailboxKey } from '../../shared/domain/interaction/fingerprint.ts';
import type { Participant } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { MailRead } from '../gmail/surface.ts';
import type { Calls } from '../messages/calls.ts';
import type { TabSession } from '../messages/screen/session.ts';
import type { Intended } from '../outbox/outbox.ts';
import { addContact } from './add-contact.ts';
import { automaticIn } from './automatic.ts';
import { act, type Core } from './core.ts';
import { saving } from './saving.ts';
import { isPrivate, logTarget, peopleOf, threadKey } from './show-thread.ts';
import { interactionsByKey, resembled, sameMail } from './view/lookup.ts';

type Logged = Calls['log']['out'];

/** Logs the selected message of the tab's open thread, or all of its messages. */
export async function log(core: Core, tabId: number, input: Calls['log']['in']): Promise<Logged> {
  const { shown } = core.sessions.get(tabId);
  const thread = shown.kind === 'mail' ? shown.screen.thread : null;
  if (shown.kind !== 'mail' || !thread) throw new CodedError('mail.unread', 'thread');
  const last = thread.messages.at(-1)?.id;
  const selected = thread.selectedId ?? last;
  const all = input.messages === 'all';
  const ids = all ? thread.messages.map(({ id }) => id) : selected ? [selected] : [];
  if (input.add) await addContact(core, input.add);
  const done = saving.start(tabId, ids);
  core.sessions.change(tabId, {});
  try {
    const reads = await core.readMail(tabId, all ? 'all' : ids);
    const { account } = shown.screen;
    const { anyway = false, private: hidden } = input;
    return await logReads(core, tabId, reads, { account, anyway, hidden });
  } finally {
    done();
    core.sessions.change(tabId, {});
  }
}

/** Logs a mail that was just sent, if the switch says so. */
export async function logSent(
  core: Core,
  tabId: number,
  messageId: string,
  read: MailRead | null,
): Promise<void> {
  const { shown } = core.sessions.get(tabId);
  if (!core.settings.get().logOnSend || shown.kind !== 'mail') return;
  const reads = read ? [read] : await core.readMail(tabId, [messageId]);
  const { account } = shown.screen;
  await logReads(core, tabId, reads, { account, anyway: false });
}

async function logReads(
  core: Core,
  tabId: number,
  reads: readonly MailRead[],
  { account, anyway, hidden }: { account: string; anyway: boolean; hidden?: boolean | undefined },
): Promise<Logged> {
  const answer: Logged = { logged: 0, already: 0, interactionIds: [] };
  const probably: Record<string, Id> = {};
  const automatic: TabSession['automatic'] = {};
  let nobody = 0;
  let excluded = 0;
  if (reads.some(({ fingerprint }) => !fingerprint.some((key) => key.startsWith('mid:'))))
    await catchUp(core);
  for (const read of reads) {
    await noteRequests(core, read);
    const fingerprint = withMailboxKey(account, read);
    const found = await interactionsByKey(core.mirror, lookUpKeys(fingerprint));
    // 1. The same mail for certain: nothing new, unless this mailbox teaches the entry another key. [U1] [U6]
    const certain = fingerprint.filter(isCertainKey);
    const same = sameMail(found, certain);
    if (same) {
      answer.already++;
      answer.interactionIds.push(same.id);
      if (certain.every((key) => same.fingerprint.includes(key))) continue;
    }
    // 2. Probably the same: said, and logged only when the user says so. [U2]
    const alike = same ? null : resembled(found, fingerprint);
    if (alike && !anyway) {
      probably[read.id] = alike.id;
      continue;
    }
    // 3. Nobody wrote it: said, and logged only when the user says so.
    const kind = same || anyway ? null : automaticOf(core, tabId, read);
    if (kind) {
      automatic[read.id] = kind;
      continue;
    }
    // 4. A new entry, or the news for the one that is there.
    const emails = peopleOf(read)
      .concat(read.bcc)
      .map(({ email }) => email);
    const { chosen } = core.sessions.get(tabId);
    const target = await logTarget(core, account, read.threadId, emails, chosen);
    if (target.refusal) {
      excluded++;
      continue;
    }
    if (target.linked.length === 0 && !same) {
      nobody++;
      continue;
    }
    const { threadId } = read;
    const secret = hidden ?? isPrivate(core, tabId, { account, threadId, linked: target.linked });
    const intended = logOf(core.newId(), read, fingerprint, { account, hidden: secret }, target);
    await act(core, intended);
    if (same) continue;
    answer.logged++;
    answer.interactionIds.push(intended.input.id);
  }
  if (Object.keys(automatic).length > 0) {
    const known = core.sessions.get(tabId).automatic;
    core.sessions.change(tabId, { automatic: { ...known, ...automatic } });
  }
  if (Object.keys(probably).length > 0) {
    const known = core.sessions.get(tabId).probably;
    core.sessions.change(tabId, { probably: { ...known, ...probably } });
  }
  if (excluded > 0 && excluded === reads.length) throw new CodedError('interaction.excluded');
  if (nobody > 0 && nobody === reads.length) throw new CodedError('contact.unknown');
  return answer;
}

/** Longer than this nobody waits for a log. */
const catchUpMs = 2_000;

/** Without a Message-ID only the mirror can tell that a colleague has just logged it: it hears the news first. */
const catchUp = (core: Core): Promise<void> =>
  Promise.race([core.sync.now(), new Promise<void>((resolve) => setTimeout(resolve, catchUpMs))]);

/** What the mail's own header says, else its look in the thread it was read from. */
function automaticOf(core: Core, tabId: number, read: MailRead): Automatic | null {
  if (read.direction === 'out' || read.about) return null;
  if (read.automatic) return read.automatic;
  const session = core.sessions.get(tabId);
  const screen = session.shown.kind === 'mail' ? session.shown.screen : null;
  const message = screen?.thread?.messages.find(({ id }) => id === read.id);
  return screen && message ? automaticIn(session, screen.account, message) : null;
}

const withMailboxKey = (account: string, read: MailRead): string[] => [
  ...new Set([mailboxKey(account, read.id), ...read.fingerprint]),
];

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

function logOf(
  id: Id,
  read: MailRead,
  fingerprint: string[],
  { account, hidden }: { account: string; hidden: boolean },
  target: Awaited<ReturnType<typeof logTarget>>,
): Extract<Intended, { verb: 'interaction.log' }> {
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
      companyId: target.linked[0]?.companyId ?? null,
      dealId: target.deal?.id ?? null,
      fingerprint,
      ...(hidden && { private: true }),
    },
  };
}

/** What the read asked of the mailbox's own host stands in the ledger like everything else. */
async function noteRequests(core: Core, read: MailRead): Promise<void> {
  for (const { url, ok, bytes } of read.requests) {
    const { origin, pathname } = URL.canParse(url) ? new URL(url) : { origin: url, pathname: '' };
    await core.ledger.note({
      at: core.now(),
      method: 'GET',
      url: origin + pathname,
      purpose: 'original',
      status: ok ? 200 : null,
      sent: 0,
      received: bytes,
    });
  }
}
