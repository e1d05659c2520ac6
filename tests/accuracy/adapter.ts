import { parseHTML } from 'linkedom';
import { headOf } from '../../extension/recognisers/head.ts';
import { readHeader } from '../../extension/recognisers/mail/header.ts';
import { newText } from '../../extension/recognisers/mail/reply.ts';
import { isFull, readSigned } from '../../extension/recognisers/mail/signed.ts';
import { readCard } from '../../extension/recognisers/microformat.ts';
import { readPage } from '../../extension/recognisers/page.ts';
import { readAll } from '../../extension/recognisers/recogniser.ts';
import { isEmail } from '../../shared/identity/email.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';

export { parseName } from '../../shared/identity/name/parse.ts';
export { sameName, sameNameLimit as sameNameThreshold } from '../../shared/identity/name/whole.ts';
export { isEmail };
export const reply = newText;
export const header = readHeader;

/** The cases ask for one signature of a conversation: that of the oldest mail in it which has a full one. */
export function signature(mail: string, from: string) {
  const told = readSigned(mail, from).flatMap((part) => part.signature ?? []);
  const best = told.findLast(isFull) ?? told[0];
  return {
    name: best?.name?.value,
    organisation: best?.organisation?.value,
    position: best?.title?.value,
    phone: best?.phones.map((phone) => phone.value) ?? [],
    mail: best?.emails.map((email) => email.value) ?? [],
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
    orgs: named('company').flatMap(({ fields, others }) =>
      [fields.name, ...(others?.name ?? [])].map((name) => name?.value),
    ),
    phones: [...keys('phone'), ...sightings.flatMap((one) => one.fields.phone?.value ?? [])],
    emails: keys('email'),
  };
}

export function hcards(html: string, base: string) {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  // As in a browser, where a template's content is no part of the page.
  for (const template of document.querySelectorAll('template')) template.replaceChildren();
  return [...document.querySelectorAll('.h-card,.vcard')].map((root) => {
    const card = readCard(root, readAll(headOf({ document, url: base })).base);
    return {
      name: card.name,
      url: card.properties.get('url') ?? [],
      email: card.properties.get('email') ?? [],
    };
  });
}
