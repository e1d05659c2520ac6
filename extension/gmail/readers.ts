import { findPromises } from '../../shared/domain/promise/find-promises.ts';
import { automaticByLook } from '../recognisers/mail/automatic.ts';
import { claimOf } from '../recognisers/mail/claim.ts';
import type { MailPart } from '../recognisers/mail/conversation.ts';
import { factsOf } from '../recognisers/mail/facts.ts';
import { readForm } from '../recognisers/mail/form.ts';
import { handedOn, isForwardSubject } from '../recognisers/mail/forward.ts';
import { personOf, quotedPeople } from '../recognisers/mail/quoted-people.ts';
import { newText } from '../recognisers/mail/reply.ts';
import { readSigned } from '../recognisers/mail/signed.ts';
import type { HandedOn } from './forwarded.ts';
import type { MailReaders } from './screen.ts';
import type { PeopleFacts } from './sightings.ts';
import type { MailPerson } from './surface.ts';

/** What a mail's text tells of its writer, by the signature, and of those whom it quotes or forwards. */
export function peopleFacts(text: string, { name, email }: MailPerson): PeopleFacts {
  const from = name ? `${name} <${email}>` : email;
  const parts = readSigned(text, from);
  const [own, ...older] = parts;
  return {
    handedOn: readHandedOn(text, parts),
    form: readForm(text, email),
    signature: own?.signature ? factsOf(own.signature, from, 'signature') : null,
    quoted: quotedPeople(older),
  };
}

/** More are not offered of one forwarded header. */
const mostPeople = 10;

const mailPerson = (text: string): MailPerson[] => {
  const { keys, fields } = personOf(text) ?? { keys: [], fields: {} };
  const email = keys.find(({ value }) => value.kind === 'email')?.value.value;
  return email ? [{ name: fields.name?.value ?? null, email }] : [];
};

function readHandedOn(text: string, parts: readonly MailPart[]): HandedOn | null {
  const found = handedOn(text, parts);
  const [writer] = mailPerson(found?.header.from ?? '');
  if (!found || !writer) return null;
  const people = found.header.to.slice(0, mostPeople).flatMap(mailPerson);
  return { writer, people, date: found.header.date, text: found.text, says: found.says };
}

export const mailReaders: MailReaders = {
  newText,
  isForward: isForwardSubject,
  promises: (written) => findPromises(written),
  people: peopleFacts,
  claim: claimOf,
  automatic: automaticByLook,
};
