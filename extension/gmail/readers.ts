import { emailKey } from '../../shared/identity/email.ts';
import type { IdentityKey } from '../../shared/identity/key.ts';
import { phoneKey } from '../../shared/identity/phone.ts';
import { profileKey } from '../../shared/identity/profile.ts';
import type { Seen, SightingField } from '../../shared/identity/sighting.ts';
import { claimOf } from '../recognisers/mail/claim.ts';
import { newText } from '../recognisers/mail/reply.ts';
import { readSignature, type Told } from '../recognisers/mail/signature.ts';
import type { MailReaders } from './screen.ts';
import type { SignatureFacts } from './sightings.ts';
import type { MailPerson } from './surface.ts';

const seen = <T>(value: T, { confidence }: Told): Seen<T> => ({ value, source: 'signature', confidence });

/** A mail's signature as facts about its writer. */
export function signatureFacts(text: string, from: MailPerson): SignatureFacts | null {
  const found = readSignature(newText(text), from.name ? `${from.name} <${from.email}>` : from.email);
  if (!found) return null;
  const { phones, emails, links } = found;
  const handles = [
    ...phones.filter(({ fax }) => !fax).map((told) => ({ key: phoneKey(told.value), told })),
    ...emails.map((told) => ({ key: emailKey(told.value), told })),
    ...links.map((told) => ({ key: profileKey(told.value), told })),
  ];
  const keys = handles.flatMap(({ key, told }): Seen<IdentityKey>[] => (key ? [seen(key, told)] : []));
  const told: [SightingField, Told | null | undefined][] = [
    ['name', found.name],
    ['title', found.title],
    ['organisation', found.organisation],
    ['phone', phones.find(({ fax }) => !fax)],
    ['address', found.address],
    ['url', links.find(({ value }) => profileKey(value) === null)],
  ];
  return {
    keys,
    fields: Object.fromEntries(
      told.flatMap(([name, fact]) => (fact ? [[name, seen(fact.value, fact)]] : [])),
    ),
  };
}

export const mailReaders: MailReaders = { newText, signature: signatureFacts, claim: claimOf };
