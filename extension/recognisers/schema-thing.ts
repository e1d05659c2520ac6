import type { Evidence, Sighting } from '../../shared/identity/sighting.ts';
import { bounds, type Places, type Reading } from './recogniser.ts';
import { isCompanyType, isPersonType, propertyOf } from './schema-words.ts';
import { clean, plausibleName, sight } from './sight.ts';

/** A text as it stood, and its element where it has one. */
export type Text = { text: string; node: Node | null };
/** An item of schema.org vocabulary, whatever markup it stood in: JSON-LD, microdata and RDFa all give these. */
export type Thing = { types: string[]; properties: Map<string, (Text | Thing)[]>; node: Node | null };

export const makeThing = (node: Node | null = null): Thing => ({ types: [], properties: new Map(), node });

/** Adds a value under the name that schema.org has for this property. */
export function addValue(thing: Thing, property: string, value: Text | Thing): void {
  const name = propertyOf(property);
  const values = thing.properties.get(name);
  if (!values) thing.properties.set(name, [value]);
  else if (values.length < bounds.sightings) values.push(value);
}

const isThing = (value: Text | Thing): value is Thing => 'properties' in value;
const isRole = ({ types }: Thing): boolean => types.some((type) => type.endsWith('Role'));
const isPerson = ({ types }: Thing): boolean => types.some(isPersonType);
const isCompany = (thing: Thing): boolean => !isPerson(thing) && thing.types.some(isCompanyType);

/** Who stands under these of a company works there; `title`: what that makes of them. */
const staff = new Map([
  ['employee', ''],
  ['employees', ''],
  ['founder', 'Founder'],
  ['founders', 'Founder'],
  ['member', ''],
  ['members', ''],
]);
/** Who stands under these is a person even where no type says so. */
const personal = new Set([...staff.keys(), 'author', 'creator', 'performer']);
/** Under these it is whoever wrote a review, commented or took part: named, but nobody's business. */
const passing = /^(?:Review|UserReview|EmployerReview|Comment|Question|Answer|UserComments|Rating)$/;

/** What a thing is by those that point at it. */
type Standing = {
  employer?: string | undefined;
  title?: string | undefined;
  isPassing: boolean;
  isSomebody: boolean;
};

/** People and companies among things and all that is nested in them. */
export function* thingSightings(
  things: readonly Thing[],
  source: Evidence,
  confidence: number,
  base: string,
  places?: Places,
): Reading<Sighting[]> {
  const standings = new Map<Thing, Standing>();
  const names: { text: Text; standing: Standing }[] = [];
  const wait: { thing: Thing; depth: number; standing: Standing }[] = things
    .map((thing) => ({ thing, depth: 0, standing: { isPassing: false, isSomebody: false } }))
    .reverse();
  for (let next = wait.pop(); next; next = wait.pop()) {
    const { thing, depth, standing } = next;
    const known = standings.get(thing);
    if (known) {
      // Told of twice, it is what both say.
      standings.set(thing, {
        ...standing,
        ...known,
        isPassing: known.isPassing && standing.isPassing,
        isSomebody: known.isSomebody || standing.isSomebody,
      });
      continue;
    }
    if (depth > bounds.depth || standings.size > bounds.things) continue;
    standings.set(thing, standing);
    if (standings.size % 50 === 0) yield;
    const inner: typeof wait = [];
    for (const [property, values] of thing.properties)
      for (const value of values) {
        const given = standingOf(thing, property, standing);
        if (isThing(value)) inner.push({ thing: value, depth: depth + 1, standing: given });
        else if (given.isSomebody && isPlainName(value.text)) names.push({ text: value, standing: given });
      }
    wait.push(...inner.reverse());
  }
  const seen: Sighting[] = [];
  const put = (one: Sighting | null): void => {
    if (one && seen.length < bounds.sightings) seen.push(one);
  };
  let count = 0;
  for (const [thing, standing] of standings) {
    if (++count % 20 === 0) yield;
    put(sightThing(thing, standing, source, confidence, base, places));
  }
  for (const { text, standing } of names) {
    const at = text.node ? places?.mark(text.node) : undefined;
    const sure = standing.isPassing ? 0.3 : confidence - 0.2;
    put(
      sight(
        { kind: 'person', name: text.text, organisation: standing.employer, title: standing.title },
        source,
        sure,
        at,
      ),
    );
  }
  return seen;
}

/** What those under a property of a thing are by it. */
function standingOf(thing: Thing, property: string, own: Standing): Standing {
  const isPassing = own.isPassing || thing.types.some((type) => passing.test(type));
  if (isRole(thing))
    return { ...own, isPassing, ...titled(text(thing, 'roleName', 'namedPosition') || own.title) };
  const isSomebody = personal.has(property);
  if (!isCompany(thing) || !staff.has(property)) return { isPassing, isSomebody };
  const employer = text(thing, 'name', 'legalName');
  return {
    isPassing,
    isSomebody,
    ...(employer ? { employer } : {}),
    ...titled(staff.get(property)),
  };
}
const titled = (title: string | undefined): { title?: string } => (title ? { title } : {});

const isPlainName = (text: string): boolean =>
  !/[:/@]/.test(text) && /^(?:\S+(?: \S+){1,4}|\p{Script=Han}{2,4})$/u.test(text.trim());

function sightThing(
  thing: Thing,
  standing: Standing,
  source: Evidence,
  sure: number,
  base: string,
  places: Places | undefined,
): Sighting | null {
  const person = isPerson(thing) || (standing.isSomebody && thing.types.length === 0);
  if (!person && !isCompany(thing)) return null;
  const points = things(thing, 'contactPoint', 'contactPoints');
  const given = text(thing, 'givenName');
  const family = text(thing, 'familyName');
  const name = text(thing, 'name', 'legalName') || [given, family].filter(Boolean).join(' ');
  const urls = texts(thing, 'url').map(({ text }) => absolute(text, base));
  const where = new Map<string, Node>();
  const note = (each: Text): string => {
    if (each.node) where.set(clean(each.text), each.node);
    return each.text;
  };
  for (const values of thing.properties.values())
    for (const value of values) if (!isThing(value)) note(value);
  const confidence = standing.isPassing
    ? Math.min(sure, 0.3)
    : standing.isSomebody && thing.types.length === 0
      ? sure - 0.2
      : sure;
  const found = sight(
    {
      kind: person ? 'person' : 'company',
      name: plausibleName(name || text(thing, 'alternateName')),
      givenName: given,
      familyName: family,
      title: person ? (titleOf(thing) ?? standing.title) : undefined,
      organisation: person ? (organisationOf(thing) ?? standing.employer) : undefined,
      emails: [...texts(thing, 'email'), ...points.flatMap((point) => texts(point, 'email'))].map((each) =>
        note(each)
          .replace(/^mailto:/i, '')
          .replace(/\?.*$/, ''),
      ),
      phones: [...texts(thing, 'telephone'), ...points.flatMap((point) => texts(point, 'telephone'))].map(
        (each) => note(each).replace(/^tel:/i, ''),
      ),
      address: addressOf(thing),
      urls,
      // Elsewhere is a page about them, and says nothing of whose that host is.
      profiles: texts(thing, 'sameAs', '@id').map(({ text }) => absolute(text, base)),
      url: urls[0],
      industry: person ? undefined : text(thing, 'industry', 'knowsAbout'),
      description: text(thing, 'description', 'disambiguatingDescription'),
    },
    source,
    confidence,
    thing.node ? places?.mark(thing.node) : undefined,
  );
  if (!found || !places || where.size === 0) return found;
  for (const seen of Object.values(found.fields)) {
    const node = where.get(seen.value);
    if (node) seen.at = places.mark(node);
  }
  for (const key of found.keys)
    for (const [value, node] of where) if (keyFits(key.value.value, value)) key.at = places.mark(node);
  return found;
}

/** True where a text is what a key was made of. */
const keyFits = (key: string, text: string): boolean => {
  const bare = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}@.]/gu, '');
  return bare(text).includes(bare(key).slice(-9)) && bare(key).length > 4;
};

/** What a person does: said of them, or of their role at an employer. */
function titleOf(thing: Thing): string | undefined {
  const roles = ['worksFor', 'affiliation', 'memberOf'].flatMap((property) =>
    things(thing, property).filter(isRole),
  );
  return (
    text(thing, 'jobTitle', 'roleName') ??
    roles.map((role) => text(role, 'roleName', 'namedPosition')).find(Boolean) ??
    text(thing, 'hasOccupation')
  );
}

function organisationOf(thing: Thing): string | undefined {
  for (const property of ['worksFor', 'affiliation', 'memberOf']) {
    for (const value of thing.properties.get(property) ?? []) {
      const name =
        isThing(value) && isRole(value)
          ? text(value, property)
          : isThing(value)
            ? text(value, 'name', 'legalName')
            : value.text;
      if (name && !/^https?:/i.test(name)) return name;
    }
  }
  return undefined;
}

/** The texts under these properties; of a nested thing, its name. */
function texts(thing: Thing, ...properties: string[]): Text[] {
  return properties.flatMap((property) =>
    (thing.properties.get(property) ?? []).flatMap((value) => {
      if (!isThing(value)) return clean(value.text) ? [{ ...value, text: clean(value.text) }] : [];
      const name = plainText(value);
      return name ? [{ text: name, node: value.node }] : [];
    }),
  );
}
/** What names a nested thing. */
const plainText = (thing: Thing): string => {
  for (const property of ['name', 'legalName', 'value', '@id'])
    for (const value of thing.properties.get(property) ?? [])
      if (!isThing(value) && clean(value.text)) return clean(value.text);
  return '';
};

const text = (thing: Thing, ...properties: string[]): string | undefined => {
  for (const property of properties) {
    const [first] = texts(thing, property);
    if (first) return first.text;
  }
  return undefined;
};

const things = (thing: Thing, ...properties: string[]): Thing[] =>
  properties.flatMap((property) => thing.properties.get(property) ?? []).filter(isThing);

const addressParts = [
  'streetAddress',
  'postOfficeBoxNumber',
  'addressLocality',
  'addressRegion',
  'postalCode',
  'addressCountry',
];

/** An address in one line; of a place that has one, where the thing itself has none. */
function addressOf(thing: Thing, depth = 0): string | undefined {
  for (const value of thing.properties.get('address') ?? []) {
    if (!isThing(value)) return value.text;
    const parts = addressParts.map((part) => text(value, part)).filter(Boolean);
    const whole = parts.length > 0 ? parts.join(', ') : text(value, 'name');
    if (whole) return whole;
  }
  if (depth > 0) return undefined;
  for (const place of things(thing, 'location', 'workLocation')) {
    const address = addressOf(place, 1);
    if (address) return address;
  }
  return undefined;
}

export function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
