import { people, projectsList } from '../../fixtures/sample/cast.ts';
import { conversations } from '../../fixtures/sample/conversations.ts';
import type { SampleFile, SampleMail } from '../../fixtures/sample/mail.ts';
import { messageIdOf } from '../../fixtures/sample/message-id.ts';
import { ownParagraphs, type Quoted, richOf } from './blocks.ts';
import type { Rich } from './rich.ts';

export type Address = { name: string; email: string };

/** A mail on its way between people; what every mailbox has in common. */
export type Mail = {
  key: string;
  /** Without angle brackets. */
  messageId: string;
  inReplyTo: string | null;
  subject: string;
  from: Address;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  at: number;
  /** Zone of the sender's mail program. */
  zone: string;
  body: Rich[];
  bulk: boolean;
  clipped: boolean;
  unread: boolean;
  files?: SampleFile[];
  /** The id that its sender's page made for it. */
  writtenAs?: string;
};
export type Correspondence = {
  key: string;
  subject: string;
  starred: boolean;
  mails: Mail[];
  writtenAs?: string;
};

/** All mail of the sample people. Several mailboxes look at one office, and a mail sent from one arrives in the others. */
export type Office = {
  correspondences: Correspondence[];
  /** Scheduled mails: each leaves by itself when its time has come. */
  waiting: { at: number; leave(at: number): void }[];
};

const addressOf = (key: keyof typeof people | 'list'): Address =>
  key === 'list'
    ? { name: projectsList.name, email: projectsList.email }
    : { name: people[key].name, email: people[key].email };

export function openOffice(now: Date): Office {
  return {
    waiting: [],
    correspondences: conversations(now).map(({ key, subject, mails, starred }) => ({
      key,
      subject,
      starred: starred ?? false,
      mails: mails.map((mail, index) => mailOf(mail, index, mails, subject)),
    })),
  };
}

function mailOf(mail: SampleMail, index: number, mails: SampleMail[], subject: string): Mail {
  const { email, zone } = people[mail.from];
  const before = mails[index - 1];
  const quotedOf = (key: string): Quoted => {
    const found = mails.find((other) => other.key === key);
    if (!found) throw new Error(`${mail.key} quotes ${key}, which is not in its conversation`);
    const from = people[found.from];
    return {
      fromName: from.name,
      fromEmail: from.email,
      to: found.to.map((to) => addressOf(to).name).join('; '),
      at: found.at,
      subject,
      paragraphs: ownParagraphs(found),
    };
  };
  return {
    key: mail.key,
    messageId: messageIdOf(mail.key, email),
    inReplyTo: before ? messageIdOf(before.key, people[before.from].email) : null,
    subject: index === 0 ? subject : (mail.subject ?? `Re: ${subject}`),
    from: addressOf(mail.from),
    to: mail.to.map(addressOf),
    cc: mail.cc.map(addressOf),
    bcc: mail.bcc.map(addressOf),
    at: mail.at,
    zone,
    body: richOf(mail.blocks, zone, quotedOf),
    bulk: mail.bulk ?? false,
    clipped: mail.clipped ?? false,
    unread: mail.unread ?? false,
    files: mail.files ?? [],
  };
}
