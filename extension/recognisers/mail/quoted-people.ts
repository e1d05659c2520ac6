import { emailKey } from '../../../shared/identity/email.ts';
import { readAddresses } from '../../../shared/identity/mailbox/address-list.ts';
import type { Sighting } from '../../../shared/identity/sighting.ts';
import { factsOf } from './facts.ts';
import type { SignedMail } from './signed.ts';

/** Anybody can write a header into a mail's text: what it says is claimed, not known. */
const claimed = { source: 'quoted', confidence: 0.7 } as const;
const mostRecipients = 10;

/**
 * The people of older mails that a mail quotes or forwards: who wrote each, with the signature below it, and to whom
 * forwarded ones went. Those without an address are left out: a name alone is nobody.
 */
export function quotedPeople(mails: readonly SignedMail[]): Sighting[] {
  const people: Sighting[] = [];
  for (const { header, signature, isForwarded } of mails) {
    if (!header) continue;
    const writer = header.from ? personOf(header.from) : null;
    if (writer && header.from) {
      const told = signature && factsOf(signature, header.from, 'signature');
      const keys = writer.keys.concat(told?.keys ?? []);
      people.push({
        ...writer,
        keys: keys.filter(
          (one, at) =>
            keys.findIndex(
              ({ value }) => value.kind === one.value.kind && value.value === one.value.value,
            ) === at,
        ),
        fields: { ...told?.fields, ...writer.fields },
      });
    }
    if (isForwarded)
      for (const recipient of header.to.slice(0, mostRecipients)) {
        const person = personOf(recipient);
        if (person) people.push(person);
      }
  }
  return people;
}

/** `Ada Byron <ada@acme.com>`, `Ada Byron [mailto:ada@acme.com]`, `ada@acme.com`. */
export function personOf(text: string): Sighting | null {
  const line = text.slice(0, 500).replace(/[<[(]\s*(?:mailto|smtp):\s*([^\s<>[\]()]+)\s*[>\])]/i, ' <$1> ');
  const mailbox = readAddresses(line, () => null)[0];
  const key = mailbox && emailKey(mailbox.email);
  if (!mailbox || !key) return null;
  const { name, doubt } = mailbox;
  return {
    kind: 'person',
    keys: [{ value: key, ...claimed }],
    fields: name ? { name: { value: name, ...claimed } } : {},
    ...(doubt && { doubt }),
  };
}
