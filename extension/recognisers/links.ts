import type { Sighting } from '../../shared/identity/sighting.ts';
import { mailsOf, numberOf } from './address-links.ts';
import { bareName } from './bare-name.ts';
import { textOf } from './dom.ts';
import { findEmails } from './emails.ts';
import { isPersonName } from './names.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { clean, sight } from './sight.ts';
import { surveyOf } from './survey.ts';

/** `mailto:` links: an address, and a name where the link's text is one. */
export const mailto: Recogniser = {
  source: 'mailto',
  read: readMailto,
  looksAt: ({ marked, lines }) => [...marked.link, ...lines],
};
/** `tel:` links. */
export const tel: Recogniser = { source: 'tel', read: readTel, looksAt: ({ marked }) => marked.link };

/** Addresses of a function rather than of somebody: they are the company's. */
const sharedMailbox =
  /^(?:info|contact|contacts?|office|sales|support|help|hello|hi|mail|email|enquir(?:y|ies)|inquir(?:y|ies)|admin|webmaster|postmaster|service|customerservice|billing|accounts?|jobs|careers|hr|press|media|marketing|news|newsletter|privacy|legal|team|general|reception|orders?|booking|bookings|reservations?|noreply|no-reply|donotreply|kontakt|vertrieb|buchhaltung|contacto|ventas|contato|vendas|commercial|accueil|bonjour|informazioni|vendite|verkoop|post|firma|biuro|zakaz)\b/i;

export const isSharedMailbox = (address: string): boolean => sharedMailbox.test(address);

function* readMailto(page: Page): Reading<Sighting[]> {
  const seen = new Map<string, Sighting>();
  let count = 0;
  const { lines, marked } = yield* surveyOf(page);
  let shownText: string | null = null;
  const isShown = (address: string): boolean => {
    shownText ??= lines
      .filter(({ text }) => text.includes('@'))
      .slice(0, 1_000)
      .map(({ text }) => text.toLowerCase())
      .join('\n');
    return shownText.includes(address.toLowerCase());
  };
  for (const link of marked.link) {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (!/^mailto:/i.test(href)) continue;
    if (++count % 50 === 0) yield;
    if (seen.size >= bounds.sightings || count > 20_000) break;
    const shown = clean(textOf(link));
    // A link with nothing in it is seen by nobody; a picture in it may be an envelope.
    if (!shown && !link.firstElementChild && !link.getAttribute('aria-label')) continue;
    const label = bareName(shown);
    const [written] = findEmails(shown);
    for (const { address, name: given } of mailsOf(href)) {
      const called = [label, given ?? ''].find(isPersonName);
      const name = called || undefined;
      const one = sight(
        { kind: !name && isSharedMailbox(address) ? 'company' : 'person', emails: [address], name },
        'mailto',
        name && isOf(name, address) ? 0.85 : sureOf(address, written?.address, isShown),
        page.places?.mark(link),
      );
      const key = one?.keys[0]?.value.value;
      if (one && key && (!seen.has(key) || name)) seen.set(key, one);
    }
  }
  return [...seen.values()];
}

/** True where an address has a part of the name in it; of a name in another script it cannot tell. */
function isOf(name: string, address: string): boolean {
  const local = address.slice(0, address.indexOf('@')).toLowerCase();
  const words =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? [];
  return words.length === 0 || words.some((word) => local.includes(word));
}

/**
 * How sure the address of a link is one to write to. Where the link shows another one, a copied link was not adapted;
 * one that the page does not show is offered, and not taken by itself: often it is the web master's or an agency's.
 */
function sureOf(address: string, written: string | undefined, isShown: (address: string) => boolean): number {
  if (written?.toLowerCase() === address.toLowerCase()) return 0.95;
  if (!written && isShown(address)) return 0.8;
  return 0.45;
}

function* readTel(page: Page): Reading<Sighting[]> {
  const seen = new Map<string, Sighting>();
  let count = 0;
  for (const link of (yield* surveyOf(page)).marked.link) {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (!/^(?:tel|sms|callto|whatsapp|https?:\/\/(?:api|web)\.whatsapp)/i.test(href)) continue;
    if (++count % 50 === 0) yield;
    if (seen.size >= bounds.sightings || count > 20_000) break;
    const number = numberOf(href);
    if (number === null) continue;
    const digits = number.replace(/\D/g, '');
    // Whose number it is the link does not tell: merged with a person only by what stands around it.
    const one = sight({ kind: 'company', phones: [number] }, 'tel', 0.75);
    if (one && !seen.has(digits)) seen.set(digits, one);
  }
  return [...seen.values()];
}

export const examples: Example[] = [
  {
    shows: 'a link with a name as its text',
    html: '<a href="mailto:Ada.Byron@Acme.example?subject=Hi">Ada Byron</a>',
    sees: ['person Ada Byron <email:ada.byron@acme.example>'],
    also: ['text'],
  },
  {
    shows: "a function's address belongs to the company",
    html: '<a href="MAILTO:info%40acme.example">write to us</a>',
    sees: ['company <email:info@acme.example>'],
  },
];

export const telExamples: Example[] = [
  {
    shows: 'an international number',
    html: '<a href="tel:+442079460018">call</a>',
    sees: ['company <phone:+442079460018>'],
  },
];
