import { findPromises } from '../../shared/domain/promise/find-promises.ts';
import { automaticByLook } from '../recognisers/mail/automatic.ts';
import { claimOf } from '../recognisers/mail/claim.ts';
import { factsOf } from '../recognisers/mail/facts.ts';
import { readForm } from '../recognisers/mail/form.ts';
import { quotedPeople } from '../recognisers/mail/quoted-people.ts';
import { newText } from '../recognisers/mail/reply.ts';
import { readSigned } from '../recognisers/mail/signed.ts';
import type { MailReaders } from './screen.ts';
import type { PeopleFacts } from './sightings.ts';
import type { MailPerson } from './surface.ts';

/** What a mail's text tells of its writer, by the signature, and of those whom it quotes or forwards. */
export function peopleFacts(text: string, { name, email }: MailPerson): PeopleFacts {
  const from = name ? `${name} <${email}>` : email;
  const [own, ...older] = readSigned(text, from);
  return {
    form: readForm(text, email),
    signature: own?.signature ? factsOf(own.signature, from, 'signature') : null,
    quoted: quotedPeople(older),
  };
}

export const mailReaders: MailReaders = {
  newText,
  promises: findPromises,
  people: peopleFacts,
  claim: claimOf,
  automatic: automaticByLook,
};
