import { parseHTML } from 'linkedom';
import { headOf } from '../../extension/recognisers/head.ts';
import { readHeader } from '../../extension/recognisers/mail/header.ts';
import { newText } from '../../extension/recognisers/mail/reply.ts';
import { signaturesOf } from '../../extension/recognisers/mail/signed.ts';
import { readCard } from '../../extension/recognisers/microformat.ts';
import { readPage } from '../../extension/recognisers/page.ts';
import { withoutExtension } from '../../extension/recognisers/phones.ts';
import { readAll } from '../../extension/recognisers/recogniser.ts';
import { takenFrom } from '../../shared/identity/certainty.ts';
import { isEmail } from '../../shared/identity/email.ts';
import { sameName as compareNames } from '../../shared/identity/name/same.ts';
import { wholeNameTables } from '../../shared/identity/name/whole.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';

export { parseName } from '../../shared/identity/name/parse.ts';
export {
  nameMatchLimit as sureNameThreshold,
  sameNameLimit as sameNameThreshold,
} from '../../shared/identity/name/same.ts';
export { isEmail };

const names = wholeNameTables((bytes) => new TextDecoder('gbk').decode(bytes));
export const sameName = (a: string, b: string, kind: string): number => compareNames(a, b, kind, names);
export const reply = newText;
export const header = readHeader;

/** Who signed in a conversation, with all that tells how to reach them: each of its mails may be one's source. */
export function signature(mail: string, from: string) {
  const told = signaturesOf(mail, from);
  return {
    name: told.flatMap(({ name }) => name?.value ?? []),
    organisation: told.flatMap(({ organisation }) => organisation?.value ?? []),
    position: told.flatMap(({ title }) => title?.value ?? []),
    phone: told.flatMap(({ phones }) => phones.map(({ value }) => withoutExtension(value))),
    mail: told.flatMap(({ emails }) => emails.map(({ value }) => value)),
  };
}

export function page({ html, url: address }: { html: string; url: string | null }) {
  const { document } = parseHTML(html);
  const url = address ?? '';
  const sightings = readAll(readPage({ document, url }));
  const named = (kind: Sighting['kind']) => sightings.filter((one) => one.kind === kind && one.fields.name);
  const keys = (kind: string, from = 0) =>
    sightings.flatMap((one) =>
      one.keys
        .filter((key) => key.value.kind === kind && key.confidence >= from)
        .map((key) => key.value.value),
    );
  return {
    people: named('person').map((one) => ({ name: one.fields.name?.value, title: one.fields.title?.value })),
    orgs: named('company').flatMap(({ fields, others }) =>
      [fields.name, ...(others?.name ?? [])].map((name) => name?.value),
    ),
    phones: [
      ...keys('phone'),
      ...sightings.flatMap(({ fields, others }) =>
        [fields.phone, ...(others?.phone ?? [])].flatMap((phone) => phone?.value ?? []),
      ),
    ],
    // What is filled in by default: one that is spelled out, or not shown by the page, is offered only.
    emails: keys('email', takenFrom.handle),
    offered: keys('email', 0.5),
  };
}

/** What a capture form would fill in or tick by itself. */
export function ticked({ html, url: address }: { html: string; url: string | null }) {
  const { document } = parseHTML(html);
  const sightings = readAll(readPage({ document, url: address ?? '' }));
  const keys = (kind: string) =>
    sightings.flatMap((one) =>
      one.keys
        .filter((key) => key.value.kind === kind && key.confidence >= takenFrom.handle)
        .map((key) => key.value.value),
    );
  return {
    people: sightings.flatMap(({ kind, fields: { name } }) =>
      kind === 'person' && name && name.confidence >= takenFrom.person ? [name.value] : [],
    ),
    phones: [
      ...keys('phone'),
      ...sightings.flatMap(({ fields: { phone } }) =>
        phone && phone.confidence >= takenFrom.handle ? [phone.value] : [],
      ),
    ],
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
