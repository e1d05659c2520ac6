import type { Sighting } from '../../shared/identity/sighting.ts';
import { attributeOf, classesOf, textOf } from './dom.ts';
import { headOf } from './head.ts';
import { type Card, readCard } from './microformat.ts';
import { isPersonName } from './names.ts';
import type { Example, Page, Places, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { elsewhere, isSamePage } from './rel-me.ts';
import { clean, plausibleName, sight } from './sight.ts';
import { surveyOf } from './survey.ts';

/** Microformats 2 `h-card` and the older `vcard` (microformats.org/wiki/h-card, /hCard). */
export const hCard: Recogniser = {
  source: 'h-card',
  read,
  looksAt: ({ marked }) => [...marked.card, ...marked.link],
};

function* read(page: Page): Reading<Sighting[]> {
  const { base } = yield* headOf(page);
  const seen: Sighting[] = [];
  const survey = yield* surveyOf(page);
  const roots = survey.marked.card;
  for (const root of roots) {
    if (seen.length >= bounds.sightings) break;
    const card = readCard(root, base);
    // The card of whose page it is (microformats.org/wiki/representative-h-card-parsing).
    const isOwner =
      roots.length === 1 || card.properties.get('url')?.some((url) => isSamePage(url, page.url));
    const profiles = isOwner ? elsewhere(survey, base) : [];
    const one = sightCard(card, root, profiles, page.places?.mark(root));
    if (one && page.places) point(one, card, page.places);
    if (one) seen.push(one);
    yield;
  }
  return seen;
}

/** Each field stood at its own part of the card, where that says just this. */
function point({ fields, keys }: Sighting, { where }: Card, { mark }: Places): void {
  for (const seen of Object.values(fields)) {
    const element = where.get(seen.value);
    if (element) seen.at = mark(element);
  }
  for (const key of keys)
    for (const [value, element] of where)
      if (key.value.kind !== 'phone' && value.toLowerCase().includes(key.value.value)) key.at = mark(element);
}

const nameParts = ['honorific-prefix', 'given-name', 'additional-name', 'family-name', 'honorific-suffix'];
const addressParts = [
  'street-address',
  'extended-address',
  'post-office-box',
  'locality',
  'region',
  'postal-code',
  'country-name',
];
const personal = ['given-name', 'family-name', 'job-title', 'role', 'nickname'];

function sightCard(
  { name: own, properties, emails }: Card,
  root: Element,
  profiles: readonly string[],
  at?: number,
): Sighting | null {
  const first = (key: string): string | undefined => properties.get(key)?.[0];
  const all = (keys: readonly string[], between: string): string =>
    keys.map(first).filter(Boolean).join(between);
  const organisation = first('org') ?? first('organization-name');
  const name = own || all(nameParts, ' ') || (organisation ?? first('nickname') ?? whole(root));
  const isOrg = classesOf(root).some((word) => word === 'p-org' || word === 'org');
  const isCompany =
    isOrg ||
    (organisation
      ? organisation === name
      : !personal.some((key) => properties.has(key)) &&
        !isPersonName(name) &&
        (properties.has('tel') || properties.has('locality')) &&
        name.includes(' '));
  return sight(
    {
      kind: isCompany ? 'company' : 'person',
      name: plausibleName(name),
      givenName: first('given-name'),
      familyName: first('family-name'),
      title: first('job-title') ?? first('role'),
      organisation: isCompany ? undefined : organisation,
      emails: emails.map((value) => value.replace(/^mailto:/i, '').replace(/\?.*$/, '')),
      phones: (properties.get('tel') ?? []).map((value) => value.replace(/^tel:/i, '')),
      urls: [...(properties.get('url') ?? []), ...(properties.get('uid') ?? [])],
      profiles,
      url: first('url'),
      address: all(addressParts, ', ') || first('adr') || first('label'),
      description: first('note'),
    },
    'h-card',
    0.85,
    at,
  );
}

/** All that a card without properties says, where that is short enough to be a name. */
const whole = (root: Element): string =>
  clean(attributeOf(root, 'title')) || clean(textOf(root, 200)).slice(0, 100);

export const examples: Example[] = [
  {
    shows: 'a card with profile, mail and job',
    html: '<div class="h-card"><a class="p-name u-url" href="https://github.com/ada">Ada Byron</a> <span class="p-job-title">Analyst</span> <a class="u-email" href="mailto:ada@acme.example">mail</a></div>',
    sees: ['person Ada Byron <email:ada@acme.example profile:https://github.com/ada>'],
    also: ['mailto', 'text'],
  },
  {
    shows: 'the card of whose page it is, who is elsewhere by rel=me too',
    html: '<p class="h-card"><a class="p-name u-url" href="https://ada.example/">Ada Byron</a></p><p class="h-card">Grace Hopper</p><a rel="me noopener" href="https://github.com/ada">code</a>',
    url: 'https://ada.example/#about',
    sees: ['person Ada Byron <profile:https://github.com/ada>', 'person Grace Hopper'],
    also: ['text', 'opengraph'],
  },
  {
    shows: 'an older card of a company',
    html: '<div class="vcard"><b class="fn org">Acme Tools</b> <span class="tel"><span class="type">work</span> <span class="value">+1 212 555 0143</span></span></div>',
    sees: ['company Acme Tools <phone:+12125550143>'],
    also: ['text'],
  },
  {
    shows: 'a card whose name and address are implied, and the card of the employer in it',
    html: '<a class="h-card" href="https://x.com/grace"><img src="g.png" alt="Grace Hopper"></a><p class="h-card"><span class="p-name">Ada Byron</span><a class="p-org h-card" href="https://acme.example/">Acme Tools</a></p>',
    sees: [
      'person Grace Hopper <profile:https://x.com/grace>',
      'person Ada Byron',
      'company Acme Tools <domain:acme.example>',
    ],
    also: ['text'],
  },
];
