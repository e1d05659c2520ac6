import { limits } from '../../shared/domain/limits.ts';
import { honestName } from '../../shared/identity/mailbox/display-name.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { mostListed } from './dom/listed.ts';
import type { Forwarded, MailAttachment, MailPerson, MailRead, MailScreen } from './surface.ts';

// The background refuses a message that is too large as a forgery, and all of it: one endless subject or a mail to
// a thousand people must cost its own end, not the sidebar.

const MESSAGES = 1_000;
const SIGHTINGS = 500;

/** At most so many UTF-16 code units, never half a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/** A name that poses as another address is neither shown nor kept; the sighting says so. */
const person = ({ name, email }: MailPerson): MailPerson => {
  const honest = honestName(name, email);
  return { name: honest === null ? null : cut(honest, limits.name), email };
};
const people = (all: MailPerson[]): MailPerson[] =>
  all
    .filter(({ email }) => email.length <= limits.name)
    .slice(0, limits.participants)
    .map(person);

const forwarded = ({ people: all, digests }: Forwarded): Forwarded => ({
  people: people(all).slice(0, 20),
  digests: digests.slice(0, 40),
});

const sighting = (seen: Sighting): Sighting => ({
  ...seen,
  keys: seen.keys.slice(0, limits.keys),
  fields: Object.fromEntries(
    Object.entries(seen.fields).map(([name, field]) => [
      name,
      { ...field, value: cut(field.value, limits.title) },
    ]),
  ),
});

const attachments = (all: MailAttachment[] | undefined): { attachments?: MailAttachment[] } =>
  all
    ? {
        attachments: all.slice(0, limits.attachments).map(({ name, size, type }) => ({
          name: cut(name, limits.title),
          size,
          type: type && cut(type, limits.name),
        })),
      }
    : {};

export const cutScreen = (screen: MailScreen): MailScreen => ({
  ...screen,
  account: cut(screen.account, limits.name),
  listed: screen.listed.slice(0, mostListed),
  thread: screen.thread && {
    ...screen.thread,
    subject: cut(screen.thread.subject, limits.subject),
    messages: screen.thread.messages.slice(-MESSAGES).map((message) => ({
      ...message,
      from: person(message.from),
      to: people(message.to),
      cc: people(message.cc),
      ...(message.about && { about: person(message.about) }),
      ...(message.forwarded && { forwarded: forwarded(message.forwarded) }),
      ...attachments(message.attachments),
    })),
    sightings: screen.thread.sightings.slice(0, SIGHTINGS).map(sighting),
  },
});

export const cutRead = (read: MailRead): MailRead => ({
  ...read,
  subject: cut(read.subject, limits.subject),
  from: person(read.from),
  to: people(read.to),
  cc: people(read.cc),
  bcc: people(read.bcc),
  ...(read.about && { about: person(read.about) }),
  ...(read.forwarded && { forwarded: forwarded(read.forwarded) }),
  ...attachments(read.attachments),
  text: read.text === null ? null : cut(read.text, limits.body),
  link: cut(read.link, limits.url),
});
