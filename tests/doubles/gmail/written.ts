import { messageIdOf } from '../../fixtures/sample/message-id.ts';
import { quotedBelow } from './blocks.ts';
import type { Mailbox, MessageData, ThreadData } from './mailbox.ts';
import type { Address, Mail, Office } from './office.ts';
import type { Rich } from './rich.ts';
import { contacts, type Json, sparse } from './sync.ts';

/** A draft or a mail to send, read from the body of `/i/s`. */
export type Written = {
  threadPermId: string;
  permId: string;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  subject: string;
  paragraphs: string[];
  sends: boolean;
  /** When it is to leave, of one that was scheduled. */
  sendAt: number | null;
  labels: string[];
};

export function writtenIn(body: string): Written | null {
  const parsed: unknown = JSON.parse(body);
  const entry = at(parsed, 1, 0, 0, 1);
  const message = [at(entry, 1, 13, 0), at(entry, 1, 1, 0), at(entry, 1, 2, 0, 4, 0)].find(Array.isArray);
  if (!message) return null;
  const labels = strings(at(message, 10));
  return {
    threadPermId: String(at(entry, 0)),
    permId: String(at(message, 0)),
    to: addresses(at(message, 2)),
    cc: addresses(at(message, 3)),
    bcc: addresses(at(message, 4)),
    subject: String(at(message, 7) ?? ''),
    paragraphs: htmlParagraphs(String(at(message, 8, 1, 0, 1) ?? '')),
    sends: labels.includes('^pfg'),
    sendAt: typeof at(message, 17) === 'number' ? Number(at(message, 17)) : null,
    labels,
  };
}

/** Answer of `/i/s`, in which the SDK looks for the ids of what was saved or sent. */
export const writtenAnswer = (written: Written, threadId: string, messageId: string, rfcId: string): Json => [
  null,
  sparse({
    0: 0,
    5: [
      [
        [
          written.threadPermId,
          null,
          sparse({
            6: [
              sparse({
                4: [
                  sparse({
                    0: written.permId,
                    2: contacts(written.to),
                    3: contacts(written.cc),
                    4: contacts(written.bcc),
                    7: written.subject,
                    10: written.labels,
                    13: rfcId,
                    55: messageId,
                  }),
                ],
                19: threadId,
              }),
            ],
          }),
        ],
      ],
    ],
  }),
];

/** Puts a written mail into the office: into the thread it answers, else into one of its own. */
export function sendMail(
  office: Office,
  mailbox: Mailbox,
  written: Written,
  { at, zone, language }: { at: number; zone: string; language: 'en' | 'zh-CN' | 'zh-TW' },
): Mail {
  const thread = mailbox.threads().find((each) => each.permId === written.threadPermId);
  const last = thread?.messages.at(-1);
  const key = `sent-${written.permId.replace(/\W/g, '')}`;
  const answering = last ? mailbox.find(last.id)?.mail : undefined;
  const body: Rich[] = written.paragraphs.map((text) => ({ tag: 'div', children: [text] }));
  if (answering) {
    const { name, email } = answering.from;
    const head = { fromName: name, fromEmail: email, to: '', at: answering.at, subject: answering.subject };
    body.push(quotedBelow(`gmail-${language}`, head, answering.body, zone));
  }
  const mail: Mail = {
    key,
    messageId: messageIdOf(key, mailbox.owner.email),
    inReplyTo: answering?.messageId ?? null,
    subject: written.subject,
    from: mailbox.owner,
    to: written.to,
    cc: written.cc,
    bcc: written.bcc,
    at,
    zone,
    body,
    bulk: false,
    clipped: false,
    unread: true,
    writtenAs: written.permId,
  };
  const answered = office.correspondences.find((each) => each.mails.some((other) => other.key === last?.key));
  if (answered) answered.mails.push(mail);
  else
    office.correspondences.push({
      key,
      subject: written.subject,
      starred: false,
      mails: [mail],
      writtenAs: written.threadPermId,
    });
  return mail;
}

export const messageOfKey = (
  mailbox: Mailbox,
  key: string,
): { thread: ThreadData; message: MessageData } | null => {
  for (const thread of mailbox.threads()) {
    const message = thread.messages.find((each) => each.key === key);
    if (message) return { thread, message };
  }
  return null;
};

const at = (value: unknown, ...path: number[]): unknown =>
  path.reduce<unknown>((inner, index) => (Array.isArray(inner) ? inner[index] : undefined), value);
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
const addresses = (value: unknown): Address[] =>
  (Array.isArray(value) ? value : []).flatMap((each: unknown) =>
    typeof at(each, 1) === 'string' ? [{ email: String(at(each, 1)), name: String(at(each, 2) ?? '') }] : [],
  );
const htmlParagraphs = (html: string): string[] =>
  html
    .split(/<div[^>]*>|<br[^>]*>|<\/p>/i)
    .map((piece) =>
      piece
        .replace(/<[^>]*>/g, '')
        .replace(/&nbsp;/g, ' ')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&'),
    )
    .filter((text, index) => text !== '' || index > 0);
