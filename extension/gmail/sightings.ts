import { emailKey } from '../../shared/identity/email.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import type { MailPerson, MessageSeen } from './surface.ts';

/** What a signature tells of the mail's writer; see recognisers/mail/signature.ts. */
export type SignatureFacts = Pick<Sighting, 'keys' | 'fields'>;

type Role = NonNullable<Sighting['role']>;

/**
 * The people of a thread, the selected message's first, each once with the role that says most about them.
 * Names and addresses are the header's; a writer's signature adds what the header does not say.
 */
export function peopleOfThread(
  messages: readonly MessageSeen[],
  selectedId: string | null,
  signatureOf: (messageId: string) => SignatureFacts | null,
): Sighting[] {
  const selected = messages.find(({ id }) => id === selectedId);
  const ordered = selected ? [selected, ...messages.filter((message) => message !== selected)] : messages;
  const people = new Map<string, Sighting>();
  for (const message of ordered) {
    see(people, message.from, 'from', signatureOf(message.id));
    for (const person of message.to) see(people, person, 'to', null);
    for (const person of message.cc) see(people, person, 'cc', null);
  }
  return [...people.values()];
}

function see(
  people: Map<string, Sighting>,
  person: MailPerson,
  role: Role,
  signature: SignatureFacts | null,
): void {
  const key = emailKey(person.email);
  if (!key) return;
  const known = people.get(key.value);
  const sighting: Sighting = known ?? {
    kind: 'person',
    role,
    keys: [{ value: key, source: 'mail-header', confidence: 1 }],
    fields: {},
  };
  // A writer of some message is a writer, whatever other messages made of them.
  if (role === 'from') sighting.role = 'from';
  if (person.name && !sighting.fields.name) {
    sighting.fields.name = { value: person.name, source: 'mail-header', confidence: 0.9 };
  }
  if (signature) {
    const texts = new Set(sighting.keys.map(({ value }) => `${value.kind}:${value.value}`));
    sighting.keys.push(...signature.keys.filter(({ value }) => !texts.has(`${value.kind}:${value.value}`)));
    sighting.fields = { ...signature.fields, ...sighting.fields };
  }
  people.set(key.value, sighting);
}
