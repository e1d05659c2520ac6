import { parseHTML } from 'linkedom';
import { readCard } from '../../extension/recognisers/h-card.ts';
import { headOf } from '../../extension/recognisers/head.ts';
import { readHeader } from '../../extension/recognisers/mail/header.ts';
import { newText } from '../../extension/recognisers/mail/reply.ts';
import { readSignature, type Signature } from '../../extension/recognisers/mail/signature.ts';
import { readPage } from '../../extension/recognisers/page.ts';
import { readAll } from '../../extension/recognisers/recogniser.ts';
import { isEmail } from '../../shared/identity/email.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';

export { isEmail };
export const reply = newText;
export const header = readHeader;

/** The cases ask for any signature of a conversation: the sender's first, else that of an older mail in it. */
export function signature(mail: string, from: string) {
  let rest = mail.replace(/\r\n?/g, '\n');
  let sender = from;
  let best: Signature | null = null;
  for (let round = 0; round < 6 && rest.trim(); round++) {
    const whole = newText(round === 0 ? rest : `.\n${rest}`).replace(/^\.\n/, '');
    // A bare forward is given whole; its first mail ends where the next begins.
    const written = newText(`.\n${whole}`).replace(/^\.\n/, '');
    if (round === 0 && written !== whole) sender = readHeader(rest.slice(0, 600)).from ?? sender;
    const told = readSignature(written, sender);
    if (told && richness(told) > (best ? richness(best) : 0)) best ??= richness(told) > 1 ? told : best;
    if (best) break;
    const last = written.split('\n').at(-1) ?? '';
    const from = last ? rest.indexOf(last) + last.length : 0;
    const older = rest.slice(from);
    sender = readHeader(older.slice(0, 600)).from ?? '';
    rest = older.replace(/^\s*(?:\S[^\n]*\n)+/, '').replace(/^[> ]+/gm, '');
  }
  best ??= readSignature(newText(mail), from);
  return {
    name: best?.name?.value,
    organisation: best?.organisation?.value,
    position: best?.title?.value,
    phone: best?.phones.map((phone) => phone.value) ?? [],
    mail: best?.emails.map((email) => email.value) ?? [],
  };
}

const richness = (told: Signature): number =>
  told.phones.length +
  told.emails.length +
  (told.title ? 1 : 0) +
  ((told.organisation?.confidence ?? 0) > 0.5 ? 1 : 0);

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
