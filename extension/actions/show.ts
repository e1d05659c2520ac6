import { emailKey } from '../../shared/identity/email.ts';
import { type IdentityKey, keyText } from '../../shared/identity/key.ts';
import { pageKey } from '../../shared/identity/page-key.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import type { ThreadSeen } from '../gmail/surface.ts';
import type { Shown } from '../messages/screen/session.ts';
import type { CompanyOnScreen, PersonOnScreen, Screen, SidebarState } from '../messages/state.ts';
import { followed } from '../mirror/aliases.ts';
import { writingOnScreen } from './compose/writing.ts';
import type { Core, Desk } from './core.ts';
import { differencesOf } from './differences.ts';
import { pageRefusal } from './exclusions.ts';
import {
  companyByDomain,
  companyDomain,
  contactsByEmail,
  findPeople,
  isOurs,
  keysOfSighting,
  ourSide,
} from './find-people.ts';
import { peopleOf } from './mail-facts.ts';
import { isBareNumber, numberedOf } from './numbered.ts';
import { type Seen, showState } from './show-state.ts';
import { showThread } from './show-thread.ts';
import { personView } from './view/person.ts';

/** Everything a sidebar draws for a tab; `tabId` null for a page of ours by itself, `core` null before a pairing. */
export const show = (
  desk: Desk,
  core: Core | null,
  tabId: number | null,
  framed: boolean,
): Promise<SidebarState> => showState(desk, core, { tabId, framed }, see);

async function see(core: Core, tabId: number | null, shown: Shown): Promise<Seen> {
  // Nobody waits for another: what is not in memory is asked of the disk at once.
  const [screen, about, writing] = await Promise.all([
    showScreen(core, tabId, shown),
    showAbout(core, tabId, shown),
    tabId === null ? null : writingOnScreen(core, tabId),
  ]);
  return { screen, ...about, writing };
}

async function showAbout(
  core: Core,
  tabId: number | null,
  shown: Shown,
): Promise<Omit<Seen, 'screen' | 'writing'>> {
  const chosen = tabId === null ? null : core.sessions.get(tabId).selected;
  const people = await showPeople(core, shown);
  const selected =
    people.find(({ key }) => key === chosen) ??
    people.find((person) => !person.internal) ??
    people[0] ??
    null;
  const [company, view] = await Promise.all([
    showCompany(core, shown, selected),
    selected?.contact ? personView(core, selected.contact.id) : null,
  ]);
  return { people, selected: selected?.key ?? null, company, view };
}

async function showScreen(core: Core, tabId: number | null, shown: Shown): Promise<Screen> {
  if (shown.kind === 'page') {
    const { url, title, readable, selection, taught = [], cards = [] } = shown.screen;
    const lost = taught.filter(({ found }) => found === 0).map(({ id }) => id);
    return {
      kind: 'page',
      url,
      title,
      readable,
      selection,
      lost,
      cards,
      refusal: await pageRefusal(core, url),
    };
  }
  if (shown.kind === 'none' || tabId === null) return { kind: 'none' };
  const { screen } = shown;
  if (!screen.thread)
    return {
      kind: 'mailbox',
      account: screen.account,
      listed: await listedPeople(core, screen.listed),
      rows: core.sessions.rows(tabId).length,
    };
  return { kind: 'thread', thread: await showThread(core, tabId, screen, screen.thread) };
}

/** How many of the list's people the mirror knows; two addresses of one person are one. */
async function listedPeople(
  core: Core,
  listed: readonly string[] = [],
): Promise<{ known: number; all: number }> {
  const found = await contactsByEmail(core.mirror, listed);
  return { known: new Set([...found.values()].map(({ id }) => id)).size, all: listed.length };
}

/** The people of a thread: its sightings, and whoever of its headers they leave out. */
function seenInThread(thread: ThreadSeen): Sighting[] {
  const sightings = thread.sightings.filter(({ kind }) => kind === 'person');
  const seen = new Set(sightings.flatMap(keysOfSighting).map(keyText));
  for (const message of thread.messages)
    for (const person of peopleOf(message)) {
      const value = emailKey(person.email);
      if (!value || seen.has(keyText(value))) continue;
      seen.add(keyText(value));
      const source = { source: 'mail-header', confidence: 1 } as const;
      sightings.push({
        kind: 'person',
        keys: [{ value, ...source }],
        fields: person.name ? { name: { value: person.name, ...source } } : {},
      });
    }
  return sightings;
}

type PageShown = Extract<Shown, { kind: 'page' }>;

const placeOf = (shown: Shown, { fields }: Sighting): IdentityKey | null =>
  shown.kind === 'page' ? pageKey(shown.screen.url, fields.name?.value ?? '') : null;

/** The people of a page; whom a card told of that somebody had read there says more than the page does. */
function peopleOfPage(shown: PageShown): Sighting[] {
  const { read = [], screen } = shown;
  const told = new Set(read.map((sighting) => placeOf(shown, sighting)?.value));
  const others = screen.sightings.filter((sighting) => {
    const place = placeOf(shown, sighting)?.value;
    return sighting.kind === 'person' && !(place && told.has(place));
  });
  return [...read, ...others];
}

async function showPeople(core: Core, shown: Shown): Promise<PersonOnScreen[]> {
  if (shown.kind === 'none') return [];
  const sightings =
    shown.kind === 'page'
      ? peopleOfPage(shown)
      : shown.screen.thread
        ? seenInThread(shown.screen.thread)
        : [];
  /** How often a name stands on the page: of two namesakes neither is known by it. */
  const names = new Map<string, number>();
  for (const sighting of shown.kind === 'page' ? sightings : []) {
    const place = placeOf(shown, sighting)?.value ?? '';
    names.set(place, (names.get(place) ?? 0) + 1);
  }
  /** Who has no handle of their own on a page is known by the name that stands there. */
  const keysOf = (sighting: Sighting): IdentityKey[] => {
    const place = placeOf(shown, sighting);
    const isOnly = place && names.get(place.value) === 1;
    return [...keysOfSighting(sighting), ...(isOnly ? [place] : [])];
  };
  const [side, found, numbered] = await Promise.all([
    ourSide(core.mirror, shown.kind === 'mail' ? shown.screen.account : null),
    findPeople(core.mirror, sightings.map(keysOf)),
    numberedOf(core.mirror, shown.kind === 'mail' ? shown.screen.thread : null),
  ]);
  const keys = new Set<string>();
  const people = sightings.map(async (sighting, at): Promise<PersonOnScreen[]> => {
    const all = keysOf(sighting);
    const email = all.find(({ kind }) => kind === 'email')?.value ?? null;
    const strongest = all[0];
    const key = strongest ? keyText(strongest) : String(at);
    if (keys.has(key)) return [];
    keys.add(key);
    const { match = null, contact = null } = found[at] ?? {};
    if (!contact && isBareNumber(sighting)) return [];
    const name = contact?.name ?? sighting.fields.name?.value ?? email ?? strongest?.value ?? '';
    const internal = email !== null && isOurs(side, email);
    const differences = contact ? await differencesOf(core, contact, sighting) : [];
    const maybe = found[at]?.maybe ?? (contact || internal ? null : numbered);
    return [{ key, sighting, name, email, match, contact, internal, differences, maybe }];
  });
  return (await Promise.all(people)).flat();
}

/** The company of the selected person, else of the page. */
async function showCompany(
  core: Core,
  shown: Shown,
  person: PersonOnScreen | null,
): Promise<CompanyOnScreen | null> {
  const own = person?.contact?.companyId
    ? await followed(core.mirror, 'company', person.contact.companyId)
    : undefined;
  const seen =
    shown.kind === 'page' ? (shown.screen.sightings.find(({ kind }) => kind === 'company') ?? null) : null;
  if (own && !own.mergedInto) {
    const domain = own.domains[0] ?? null;
    return { key: `company:${own.id}`, sighting: seen, name: own.name, domain, match: null, company: own };
  }
  if (person?.internal) return null;
  const domain =
    (person?.email ? companyDomain(person.email) : null) ??
    seen?.keys.find(({ value }) => value.kind === 'domain')?.value.value ??
    (shown.kind === 'page' ? companyDomain(shown.screen.url) : null);
  const name = seen?.fields.name?.value ?? person?.sighting.fields.organisation?.value ?? domain;
  if (!name) return null;
  const company = domain ? await companyByDomain(core.mirror, domain) : null;
  const key = { kind: 'domain', value: domain ?? '' } as const;
  return {
    key: domain ? keyText(key) : `name:${name}`,
    sighting: seen,
    name: company?.name ?? name,
    domain,
    match: company && { noun: 'company', id: company.id, basis: [{ key, strength: 'domain' }] },
    company,
  };
}
