import { emailKey } from '../../shared/identity/email.ts';
import { honestName, nameDoubt } from '../../shared/identity/mailbox/display-name.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import type { HandedOn } from './forwarded.ts';
import type { MailPerson, MessageSeen } from './surface.ts';

/** What a signature tells of the mail's writer; see recognisers/mail/signature.ts. */
export type SignatureFacts = Pick<Sighting, 'keys' | 'fields'>;

/** What a mail's text tells of people: its writer's signature, and those whom it quotes or forwards. */
export type PeopleFacts = {
  signature: SignatureFacts | null;
  quoted: Sighting[];
  /** Who filled in the web form that it notifies of. */
  form: Sighting | null;
  /** The mail that it hands on, or quotes as forwards do. */
  handedOn: HandedOn | null;
};

type Role = NonNullable<Sighting['role']>;

/**
 * The people of a thread, the selected message's first, each once with the role that says most about them.
 * Names and addresses are the header's; a writer's signature adds what the header does not say.
 */
export function peopleOfThread(
  messages: readonly MessageSeen[],
  selectedId: string | null,
  factsOf: (messageId: string) => PeopleFacts,
): Sighting[] {
  const selected = messages.find(({ id }) => id === selectedId);
  const ordered = selected ? [selected, ...messages.filter((message) => message !== selected)] : messages;
  const people = new Map<string, Sighting>();
  for (const message of ordered) {
    const { form } = factsOf(message.id);
    if (form) seeQuoted(people, form);
  }
  for (const message of ordered) {
    const { signature, form } = factsOf(message.id);
    // A form's machine is nobody.
    if (!form) see(people, message.from, 'from', signature);
    for (const person of message.to) see(people, person, 'to', null);
    for (const person of message.cc) see(people, person, 'cc', null);
  }
  // A forwarded mail offers those who wrote it, not only who forwarded it.
  for (const message of ordered) for (const quoted of factsOf(message.id).quoted) seeQuoted(people, quoted);
  return [...people.values()];
}

/** Whoever stands in a header of this mailbox is known by that; what was quoted adds what is missing. */
function seeQuoted(people: Map<string, Sighting>, quoted: Sighting): void {
  const key = quoted.keys.find(({ value }) => value.kind === 'email')?.value.value;
  if (!key) return;
  const known = people.get(key);
  if (known) known.fields = { ...quoted.fields, ...known.fields };
  else people.set(key, quoted);
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
  const name = honestName(person.name, person.email);
  const doubt = nameDoubt(person.name, person.email);
  if (doubt) sighting.doubt = doubt;
  if (name && !sighting.fields.name) {
    sighting.fields.name = { value: name, source: 'mail-header', confidence: doubt ? 0.3 : 0.9 };
  }
  if (signature) {
    const texts = new Set(sighting.keys.map(({ value }) => `${value.kind}:${value.value}`));
    sighting.keys.push(...signature.keys.filter(({ value }) => !texts.has(`${value.kind}:${value.value}`)));
    sighting.fields = { ...signature.fields, ...sighting.fields };
  }
  people.set(key.value, sighting);
}
