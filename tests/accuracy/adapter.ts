import { parseHTML } from 'linkedom';
import { readCard } from '../../extension/recognisers/h-card.ts';
import { readHeader } from '../../extension/recognisers/mail/header.ts';
import { newText } from '../../extension/recognisers/mail/reply.ts';
import { readSignature } from '../../extension/recognisers/mail/signature.ts';
import { readPage } from '../../extension/recognisers/page.ts';
import { readAll } from '../../extension/recognisers/recogniser.ts';
import { isEmail } from '../../shared/identity/email.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';

export { isEmail };
export const reply = newText;
export const header = readHeader;

export function signature(mail: string, from: string) {
  const told = readSignature(newText(mail), from) ?? readSignature(mail, from);
  return {
    name: told?.name?.value,
    organisation: told?.organisation?.value,
    position: told?.title?.value,
    phone: told?.phones.map((phone) => phone.value) ?? [],
    mail: told?.emails.map((email) => email.value) ?? [],
  };
}

export function page({ html, url: address }: { html: string; url: string | null }) {
  const { document } = parseHTML(html);
  const url = address ?? '';
  const sightings = readAll(readPage({ document, url }));
  const named = (kind: Sighting['kind']) => sightings.filter((one) => one.kind === kind && one.fields.name);
  const keys = (kind: string) =>
    sightings.flatMap((one) =>
      one.keys.filter((key) => key.value.kind === kind).map((key) => key.value.value),
    );
  return {
    people: named('person').map((one) => ({ name: one.fields.name?.value, title: one.fields.title?.value })),
    orgs: named('company').map((one) => one.fields.name?.value),
    phones: [...keys('phone'), ...sightings.flatMap((one) => one.fields.phone?.value ?? [])],
    emails: keys('email'),
  };
}

export function hcards(html: string, base: string) {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return [...document.querySelectorAll('.h-card,.vcard')].map((root) => {
    const card = readCard(root, base);
    return {
      name: card.name,
      url: card.properties.get('url') ?? [],
      email: card.properties.get('email') ?? [],
    };
  });
}
