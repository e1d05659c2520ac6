import { phoneKey } from '../../shared/identity/phone.ts';
import { profileKey } from '../../shared/identity/profile.ts';
import type { Seen, Sighting } from '../../shared/identity/sighting.ts';
import { mailsOf, numberOf } from './address-links.ts';
import { attributeOf, textOf } from './dom.ts';
import { findEmails } from './emails.ts';
import type { Handle } from './handles.ts';
import { headOf } from './head.ts';
import type { Line } from './lines.ts';
import { isSharedMailbox } from './links.ts';
import { plainLetters } from './names/spelling.ts';
import { type Card, cardsOf, linkAround, linksIn } from './person/cards.ts';
import type { PersonSeen } from './persons.ts';
import { bounds, type Page, type Reading } from './recogniser.ts';
import { absolute } from './schema-thing.ts';
import { sight } from './sight.ts';
import { standIn } from './standing.ts';
import { surveyOf } from './survey.ts';

type Placed = {
  person: PersonSeen;
  card: Card | undefined;
  emails: Handle[];
  phones: Handle[];
  /** Profiles of the person elsewhere, and the page about them here. */
  profiles: string[];
  page: string | undefined;
};

/** Sightings of the persons, each with what stands in their card; then of what is nobody's. */
export function* owned(
  persons: readonly PersonSeen[],
  handles: readonly Handle[],
  page: Page,
): Reading<Sighting[]> {
  const { lines } = yield* surveyOf(page);
  const loose = new Map<string, Sighting>();
  const put = (key: string, one: Sighting | null): void => {
    if (one && loose.size < bounds.sightings && !loose.has(key)) loose.set(key, one);
  };
  const stood = (line: number): number | undefined => {
    const element = lines[line]?.element;
    return element && page.places?.mark(element);
  };
  const cards = yield* cardsOf(persons, lines);
  const placed = persons.map(
    (person): Placed => ({
      person,
      card: cards.get(person),
      emails: [],
      phones: [],
      profiles: [],
      page: undefined,
    }),
  );
  yield* addLinks(placed, page, lines);
  for (const [count, handle] of handles.entries()) {
    if (count % 20 === 19) yield;
    const { kind, value, line, confidence } = handle;
    if (kind === 'email') {
      const isShared = isSharedMailbox(value);
      const owner = isShared ? null : ownerOfAddress(placed, value, line);
      if (owner?.emails.some((one) => one.value === value)) continue;
      if (owner && owner.emails.length < 3) owner.emails.push(handle);
      else {
        const kind = isShared ? 'company' : 'person';
        put(value, sight({ kind, emails: [value] }, 'text', confidence, stood(line)));
      }
      continue;
    }
    const owner = kind === 'fax' ? null : holder(placed, line);
    if (owner?.phones.some((one) => digits(one.value) === digits(value))) continue;
    // One number fills the field; of others only those that are keys are kept with the person.
    if (owner && owner.phones.length < 3 && (owner.phones.length === 0 || phoneKey(value)))
      owner.phones.push(handle);
    else {
      // Whose it is is not told: the company's, and a fax is hardly worth a call.
      const one = sight(
        { kind: 'company', phones: [value] },
        'text',
        kind === 'fax' ? 0.3 : confidence * 0.7,
        stood(line),
      );
      put(digits(value), one);
    }
  }
  const seen: Sighting[] = [];
  for (const [count, one] of placed.entries()) {
    if (count % 20 === 19) yield;
    const sighting = sightingOf(one);
    if (sighting && page.places) standIn(sighting, one.person.line, { lines, handles, places: page.places });
    if (sighting) seen.push(sighting);
  }
  return [...seen, ...loose.values()];
}

/** Behind a word or a picture an address may be anybody's, but where it spells the name. */
const sureOf = (address: string, name: string): number =>
  isNamedIn(name, plainLetters(address.slice(0, address.indexOf('@')))) ? 0.8 : 0.45;

/** A link with nothing in it is seen by nobody. */
const isShown = (link: Element): boolean =>
  textOf(link, 200).trim() !== '' ||
  link.firstElementChild !== null ||
  attributeOf(link, 'aria-label') !== null;

const digits = (text: string): string => text.replace(/\D/g, '').slice(-8);

/** How sure it is that somebody is there is one thing, how sure an address is theirs another. */
function sightingOf({ person, emails, phones, profiles, page }: Placed): Sighting | null {
  const { name, title, confidence } = person;
  const one = sight(
    {
      kind: 'person',
      name,
      title,
      emails: emails.map(({ value }) => value),
      phones: phones.map(({ value }) => value),
      urls: profiles,
      url: page,
    },
    'text',
    confidence,
  );
  if (!one) return null;
  const sure = (seen: Seen<unknown>, from: readonly Handle[]): void => {
    seen.confidence = Math.min(...from.map((handle) => handle.confidence), 0.9);
  };
  for (const key of one.keys) {
    if (key.value.kind === 'email') {
      const said = emails.filter(({ value }) => value.toLowerCase() === key.value.value);
      sure(key, said.length > 0 ? said : emails);
    } else if (key.value.kind === 'phone') sure(key, phones);
  }
  if (one.fields.phone) sure(one.fields.phone, phones.slice(0, 1));
  return one;
}

/** Links in the cards: addresses and numbers behind a word or picture, profiles, and the page about somebody. */
function* addLinks(placed: readonly Placed[], page: Page, lines: readonly Line[]): Reading<void> {
  const { base } = yield* headOf(page);
  const profiles = new Map<string, Placed | null>();
  for (const [count, one] of placed.entries()) {
    if (count % 5 === 4) yield;
    const { card, person } = one;
    if (!card) continue;
    const own = lines[person.line]?.element;
    const around = own && linkAround(own);
    const links = new Set(card.root ? linksIn(card.root) : around ? [around] : []);
    if (!card.root) {
      for (let at = card.from; at <= card.to; at++) {
        const element = lines[at]?.element;
        if (element)
          for (const link of [linkAround(element), ...linksIn(element, 40)]) if (link) links.add(link);
      }
    }
    for (const link of links) {
      const href = attributeOf(link, 'href')?.trim().slice(0, 2_000) ?? '';
      if (/^mailto:/i.test(href)) {
        if (!isShown(link)) continue;
        const [written] = findEmails(textOf(link, 200));
        for (const { address } of mailsOf(href)) {
          // A link that shows another address was copied and not adapted.
          const isCopied = written !== undefined && written.address.toLowerCase() !== address.toLowerCase();
          const isOthers = isCopied || isSharedMailbox(address) || isSomebodyElses(address, person.name);
          if (
            !isOthers &&
            one.emails.length < 3 &&
            !one.emails.some(({ value }) => value.toLowerCase() === address.toLowerCase())
          )
            one.emails.push({
              kind: 'email',
              value: address,
              line: person.line,
              confidence: sureOf(address, person.name),
            });
        }
        continue;
      }
      const number = /^tel:/i.test(href) ? numberOf(href) : null;
      if (number) {
        if (one.phones.length < 3 && !one.phones.some(({ value }) => digits(value) === digits(number)))
          one.phones.push({ kind: 'phone', value: number, line: person.line, confidence: 0.75 });
        continue;
      }
      if (!href || /^(?:#|[a-z-]+:(?!\/\/))/i.test(href)) continue;
      const address = absolute(href, base);
      const profile = profileKey(address);
      if (profile)
        profiles.set(
          profile.value,
          profiles.has(profile.value) && profiles.get(profile.value) !== one ? null : one,
        );
      else if (link === around && /^https?:/i.test(address)) one.page = address;
    }
  }
  // What stands in two cards is the company's.
  for (const [profile, one] of profiles) one?.profiles.push(profile);
}

/**
 * Whose an address is: of the one whose name is in it; else of the one in whose card it stands. A name inside a
 * sentence owns only what stands in the same line.
 */
function ownerOfAddress(placed: readonly Placed[], address: string, line: number): Placed | null {
  const local = plainLetters(address.slice(0, address.indexOf('@')));
  const near = holder(placed, line);
  if (near && isNamedIn(near.person.name, local)) return near;
  const named = placed.findLast(({ person }) => isNamedIn(person.name, local));
  if (named) return named;
  return near && isSomebodyElses(address, near.person.name) ? null : near;
}

/** In whose card a line stands; in prose, who is named in it alone. */
function holder(placed: readonly Placed[], line: number): Placed | null {
  let best: Placed | null = null;
  for (const one of placed) {
    const { card, person } = one;
    if (card ? line < card.from || line > card.to : person.line !== line) continue;
    if (person.confidence < 0.5 && person.line !== line) continue;
    // The smallest card is the nearest.
    const size = card ? card.to - card.from : 1;
    if (!best || size <= (best.card ? best.card.to - best.card.from : 1)) best = one;
  }
  return best;
}

const isLatin = (name: string): boolean => /[a-z]{2}/.test(plainLetters(name));

/** Somebody else's name in an address speaks against the one it stands with; of a name in another script it cannot tell. */
function isSomebodyElses(address: string, name: string): boolean {
  const local = plainLetters(address.slice(0, address.indexOf('@')));
  return (
    isLatin(name) &&
    /[a-z]{3,}[._-][a-z]{3,}/.test(local) &&
    !isNamedIn(name, local) &&
    !namesPartOf(name, local)
  );
}

const namesPartOf = (name: string, local: string): boolean =>
  (plainLetters(name).match(/[a-z]{3,}/g) ?? []).some((word) => local.includes(word));

/** `ada.byron`, `abyron`, `byron` or `adab` for Ada Byron. */
function isNamedIn(name: string, local: string): boolean {
  const words = plainLetters(name).match(/[a-z]{2,}/g) ?? [];
  const given = words[0] ?? '';
  const family = words.at(-1) ?? '';
  if (family.length < 3 || given === family) return false;
  return local.includes(family) && (family.length > 4 || local.startsWith(given.charAt(0)));
}
