import type { Evidence, Sighting } from '../../shared/identity/sighting.ts';
import { bounds } from './recogniser.ts';
import { clean, sight } from './sight.ts';

/** An item of schema.org vocabulary, whatever markup it stood in: JSON-LD, microdata and RDFa all give these. */
export type Thing = { types: string[]; properties: Map<string, (string | Thing)[]> };

const personTypes = /^(?:Person|Patient)$/;
const companyTypes =
  /(?:Organization|Organisation|Corporation|Business|Company|Agency|Agent|Store|Shop|Service|Services|Contractor|Dealer|Clinic|Hospital|Hotel|Motel|Resort|Restaurant|Cafe|CafeOrCoffeeShop|Bakery|Brewery|Winery|Attorney|Notary|Dentist|Physician|Pharmacy|Optician|Office|School|University|NGO|Library|Museum|Salon|Spa|Gym|Center|Club|Electrician|Plumber|HousePainter|Locksmith|Airline|Consortium|Cooperative|Project|Team|Brand|BankOrCreditUnion|MovieTheater|Florist|TravelAgency)$/;
const notCompany =
  /^(?:Offer|Review|Product|Event|Place|PostalAddress|ContactPoint|WebSite|.*Page|.*Article|CreativeWork|GovernmentService|FinancialProduct|BroadcastService|CableOrSatelliteService|TaxiService|FoodService|OfferForPurchase|Service)$/;

/** Properties whose value, when it is bare text, names a person or company. */
const personProperties = new Set([
  'employee',
  'employees',
  'founder',
  'founders',
  'member',
  'members',
  'author',
  'creator',
  'performer',
  'alumni',
]);

/** People and companies among things and all that is nested in them. */
export function thingSightings(
  things: readonly Thing[],
  source: Evidence,
  confidence: number,
  base: string,
): Sighting[] {
  const seen: Sighting[] = [];
  const visited = new Set<Thing>();
  const visit = (thing: Thing, depth: number): void => {
    if (depth > bounds.depth || visited.size > bounds.things || visited.has(thing)) return;
    visited.add(thing);
    if (seen.length < bounds.sightings) {
      const one = sightThing(thing, source, confidence, base);
      if (one) seen.push(one);
    }
    for (const [property, values] of thing.properties) {
      for (const value of values) {
        if (typeof value !== 'string') visit(value, depth + 1);
        else if (personProperties.has(property) && isPlainName(value) && seen.length < bounds.sightings) {
          const one = sight({ kind: 'person', name: value }, source, confidence - 0.2);
          if (one) seen.push(one);
        }
      }
    }
  };
  for (const thing of things) visit(thing, 0);
  return seen;
}

const isPlainName = (text: string): boolean => !/[:/@]/.test(text) && /^\S+(?: \S+){1,4}$/.test(text.trim());

function sightThing(thing: Thing, source: Evidence, confidence: number, base: string): Sighting | null {
  const isPerson = thing.types.some((type) => personTypes.test(type));
  const isCompany =
    !isPerson && thing.types.some((type) => companyTypes.test(type) && !notCompany.test(type));
  if (!isPerson && !isCompany) return null;
  const points = nested(thing, 'contactPoint', 'contactPoints');
  const given = text(thing, 'givenName');
  const family = text(thing, 'familyName');
  const name = text(thing, 'name') || text(thing, 'legalName') || [given, family].filter(Boolean).join(' ');
  return sight(
    {
      kind: isPerson ? 'person' : 'company',
      name: name || text(thing, 'alternateName'),
      givenName: given,
      familyName: family,
      title: isPerson ? text(thing, 'jobTitle') || text(thing, 'roleName') : undefined,
      organisation: isPerson ? text(thing, 'worksFor', 'affiliation', 'memberOf') : undefined,
      emails: [...texts(thing, 'email'), ...points.flatMap((point) => texts(point, 'email'))].map((value) =>
        value.replace(/^mailto:/i, ''),
      ),
      phones: [
        ...texts(thing, 'telephone', 'tel'),
        ...points.flatMap((point) => texts(point, 'telephone')),
      ].map((value) => value.replace(/^tel:/i, '')),
      address: address(thing),
      urls: texts(thing, 'url', 'sameAs', '@id').map((value) => absolute(value, base)),
      url: texts(thing, 'url').map((value) => absolute(value, base))[0],
      industry: isCompany ? text(thing, 'industry', 'knowsAbout') : undefined,
      description: text(thing, 'description'),
    },
    source,
    confidence,
  );
}

/** The texts under the first of these properties that has any; of a nested thing, its name. */
function texts(thing: Thing, ...properties: string[]): string[] {
  const found: string[] = [];
  for (const property of properties) {
    for (const value of thing.properties.get(property) ?? []) {
      const plain = typeof value === 'string' ? value : text(value, 'name', 'legalName', '@id');
      const line = clean(plain);
      if (line) found.push(line);
    }
  }
  return found;
}

const text = (thing: Thing, ...properties: string[]): string | undefined => texts(thing, ...properties)[0];

const nested = (thing: Thing, ...properties: string[]): Thing[] =>
  properties
    .flatMap((property) => thing.properties.get(property) ?? [])
    .filter((value): value is Thing => typeof value !== 'string');

const addressParts = [
  'streetAddress',
  'postOfficeBoxNumber',
  'addressLocality',
  'addressRegion',
  'postalCode',
  'addressCountry',
];

function address(thing: Thing): string | undefined {
  for (const value of thing.properties.get('address') ?? []) {
    if (typeof value === 'string') return value;
    const parts = addressParts.map((part) => text(value, part)).filter(Boolean);
    if (parts.length > 0) return parts.join(', ');
  }
  return undefined;
}

export function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
