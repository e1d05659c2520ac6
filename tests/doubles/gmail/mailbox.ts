import { type Account, accounts, people, projectsList } from '../../fixtures/sample/cast.ts';
import type { SampleFile } from '../../fixtures/sample/mail.ts';
import { decimalId, hexOf, numberOf, ownId } from './ids.ts';
import type { Address, Correspondence, Mail, Office } from './office.ts';
import { type Rich, textOf } from './rich.ts';

export type MessageData = {
  key: string;
  /** Hex id in this mailbox. */
  id: string;
  /** `msg-f:` of what came in, `msg-a:` of what was written here. */
  permId: string;
  from: Address;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  subject: string;
  /** When this mailbox received it. */
  at: number;
  body: Rich[];
  /** The page shows only the beginning. */
  clipped: boolean;
  unread: boolean;
  snippet: string;
  /** Shown as cards under it. */
  files: SampleFile[];
};
export type ThreadData = {
  id: string;
  permId: string;
  subject: string;
  starred: boolean;
  labels: ('inbox' | 'sent')[];
  messages: MessageData[];
};

/** One person's view of the office: own ids, own seconds of receipt, the footers that lists append. */
export type Mailbox = {
  account: Account;
  owner: Address;
  threads(): ThreadData[];
  /** Finds a mail by its hex id or by its permanent id. */
  find(id: string): { data: MessageData; mail: Mail } | null;
  markRead(threadId: string): void;
};

/** Gmail clips at about 102 kB; the sample stays small. */
const clipAfter = 4_000;

const footer: Rich[] = [
  {
    tag: 'div',
    attrs: {},
    children: [
      { tag: 'br', children: [] },
      '-- ',
      { tag: 'br', children: [] },
      `You received this message because you are subscribed to the group "${projectsList.name}".`,
      { tag: 'br', children: [] },
      'To leave it, send a mail to projects+unsubscribe@fernhill.example.',
    ],
  },
];

export function openMailbox(account: Account, office: Office): Mailbox {
  const me = people[accounts[account]];
  const owner: Address = { name: me.name, email: me.email };
  const read = new Set<string>();
  const isMe = (address: Address) => address.email === me.email;
  const throughList = (mail: Mail) =>
    (projectsList.members as readonly string[]).includes(accounts[account]) &&
    mail.to.some((to) => to.email === projectsList.email) &&
    ![...mail.to, ...mail.cc, ...mail.bcc].some(isMe);
  const isMine = (mail: Mail) =>
    isMe(mail.from) || [...mail.to, ...mail.cc, ...mail.bcc].some(isMe) || throughList(mail);

  const messageOf = (mail: Mail): MessageData => {
    const seed = `${account}/${mail.key}`;
    const at = isMe(mail.from) ? mail.at : mail.at + 1000 * (1 + numberOf(seed, 40));
    const decimal = decimalId(at, seed);
    const body = throughList(mail) ? [...mail.body, ...footer] : mail.body;
    return {
      key: mail.key,
      id: hexOf(decimal),
      permId: isMe(mail.from) ? (mail.writtenAs ?? `msg-a:${ownId(seed)}`) : `msg-f:${decimal}`,
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      bcc: isMe(mail.from) ? mail.bcc : mail.bcc.filter(isMe),
      subject: mail.subject,
      at,
      body,
      clipped: mail.clipped,
      unread: mail.unread && !isMe(mail.from) && !read.has(mail.key),
      files: (mail.files ?? []).filter(({ contentId }) => !contentId),
      snippet: body.map(textOf).join(' ').replace(/\s+/g, ' ').slice(0, 160),
    };
  };
  const threadOf = (correspondence: Correspondence): ThreadData | null => {
    const mails = correspondence.mails.filter(isMine);
    const first = mails[0];
    if (!first) return null;
    const messages = mails.map(messageOf);
    const opening = messageOf(first);
    return {
      // In Gmail a thread bears the id of its first message.
      id: opening.id,
      permId: (isMe(first.from) && correspondence.writtenAs) || opening.permId.replace('msg', 'thread'),
      subject: correspondence.subject,
      starred: correspondence.starred,
      labels: [
        ...(mails.some((mail) => !isMe(mail.from)) ? (['inbox'] as const) : []),
        ...(mails.some((mail) => isMe(mail.from)) ? (['sent'] as const) : []),
      ],
      messages,
    };
  };

  const threads = () =>
    office.correspondences
      .map(threadOf)
      .filter((thread) => thread !== null)
      .sort((a, b) => (b.messages.at(-1)?.at ?? 0) - (a.messages.at(-1)?.at ?? 0));

  return {
    account,
    owner,
    threads,
    find(id) {
      for (const correspondence of office.correspondences) {
        for (const mail of correspondence.mails.filter(isMine)) {
          const data = messageOf(mail);
          if (data.id === id || data.permId === id) return { data, mail };
        }
      }
      return null;
    },
    markRead(threadId) {
      const thread = threads().find((each) => each.id === threadId);
      for (const message of thread?.messages ?? []) read.add(message.key);
    },
  };
}

/** What the page gets: a clipped mail only up to the clip. */
export const shownBody = (message: MessageData): Rich[] => {
  if (!message.clipped) return message.body;
  let left = clipAfter;
  const cut = (rich: Rich): Rich[] => {
    if (left <= 0) return [];
    if (typeof rich === 'string') {
      left -= rich.length;
      return [rich];
    }
    return [{ ...rich, children: rich.children.flatMap(cut) }];
  };
  return message.body.flatMap(cut);
};
