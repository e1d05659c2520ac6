import type { Sighting } from '../../shared/identity/sighting.ts';
import { type CardLine, readCards } from '../files/vcard/lines.ts';
import { attributeOf, plain, textOf } from './dom.ts';
import { bounds, type Example, type Page, type Reading, type Recogniser } from './recogniser.ts';
import { sight } from './sight.ts';
import { surveyOf } from './survey.ts';

/**
 * vCards (RFC 6350 and its older versions) that a page carries in a link, or that the page itself is. The grammar is that
 * of imported files; ical.js, which takes values apart there, would weigh more than all readers of structure together.
 */
export const vcard: Recogniser = { source: 'vcard', read };

const link = /^\s*data:text\/(?:x-)?(?:vcard|directory)[^,]*,/i;
/** Longest card of a link, and longest page of cards. */
const longest = { link: 20_000, page: 300_000 };
const mostLinks = 200;

function* read(page: Page): Reading<Sighting[]> {
  const seen: Sighting[] = [];
  const put = function* (text: string, node: Node): Reading<void> {
    for (const { lines } of readCards(text)) {
      if (seen.length >= bounds.sightings) return;
      const one = sightCard(lines, page.places?.mark(node));
      if (one) seen.push(one);
      yield;
    }
  };
  const { lines, marked } = yield* surveyOf(page);
  for (const element of marked.link.slice(0, mostLinks * 10)) {
    const href = attributeOf(element, 'href') ?? '';
    if (link.test(href)) yield* put(contentOf(href.slice(0, longest.link)), element);
  }
  // A card that is shown as a text: its lines are the file's, so they are read from the nodes.
  const first = lines[0];
  const root = plain(page.document).body;
  if (root && first && /^BEGIN:VCARD\b/i.test(first.text))
    yield* put(textOf(root, longest.page), first.element);
  return seen;
}

/** The people and companies of a file of cards. */
export const cardsIn = (text: string): Sighting[] =>
  [...readCards(text)].slice(0, bounds.sightings).flatMap(({ lines }) => sightCard(lines) ?? []);

const file = /\.vcf(?:$|[?#])/i;
const mostFiles = 10;

/** Addresses of files of cards that a page links to on its own host: read only when somebody asks. */
export function cardFiles(links: readonly Element[], url: string): string[] {
  const found = new Set<string>();
  for (const element of links) {
    const href = attributeOf(element, 'href') ?? '';
    if (!file.test(href) || !URL.canParse(href, url)) continue;
    const { href: full, origin } = new URL(href, url);
    if (origin === new URL(url).origin && full.length <= 2_000) found.add(full);
    if (found.size >= mostFiles) break;
  }
  return [...found];
}

/** What a `data:` address holds (RFC 2397). */
function contentOf(address: string): string {
  const comma = address.indexOf(',');
  const body = address.slice(comma + 1);
  try {
    if (!/;\s*base64\s*$/i.test(address.slice(0, comma))) return decodeURIComponent(body);
    const bytes = Uint8Array.from(atob(decodeURIComponent(body).replace(/\s/g, '')), (sign) =>
      sign.charCodeAt(0),
    );
    return new TextDecoder().decode(bytes);
  } catch (error) {
    // Broken escapes (URIError) or broken base64 (DOMException): what stands there as it is, which is no card.
    if (error instanceof URIError || error instanceof DOMException) return body;
    throw error;
  }
}

/** A value between semicolons, without its escapes. */
const partsOf = (value: string): string[] =>
  (value.match(/(?:\\[\s\S]|[^;\\])*(?:;|$)/g) ?? [])
    .slice(0, 12)
    .map((part) => unescaped(part.replace(/(?<!\\);$/, '')));
const unescaped = (value: string): string =>
  value.replace(/\\([\s\S])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)).trim();

function sightCard(lines: readonly CardLine[], at?: number): Sighting | null {
  const of = (name: string): CardLine[] => lines.filter((line) => line.name === name);
  const text = (name: string): string => unescaped(of(name)[0]?.value ?? '');
  const all = (name: string, unless = /^$/): string[] =>
    of(name)
      .filter(({ types }) => !types.some((type) => unless.test(type)))
      .sort((a, b) => Number(b.types.includes('PREF')) - Number(a.types.includes('PREF')))
      .map(({ value }) => unescaped(value));
  const [family = '', given = '', middle = '', prefix = ''] = partsOf(of('N')[0]?.value ?? '');
  const organisation = partsOf(of('ORG')[0]?.value ?? '')[0] ?? '';
  const name = text('FN') || [prefix, given, middle, family].filter(Boolean).join(' ');
  const isCompany =
    /^org/i.test(text('KIND')) ||
    /company/i.test(text('X-ABSHOWAS')) ||
    (!given && !family && organisation !== '' && (name || organisation) === organisation);
  const urls = [...all('URL'), ...all('X-SOCIALPROFILE')];
  return sight(
    {
      kind: isCompany ? 'company' : 'person',
      name: name || organisation,
      givenName: given,
      familyName: family,
      title: text('TITLE') || text('ROLE'),
      organisation: isCompany ? undefined : organisation,
      emails: all('EMAIL').map((email) => email.replace(/^mailto:/i, '')),
      phones: all('TEL', /^(?:FAX|PAGER)$/).map((phone) => phone.replace(/^tel:/i, '')),
      address: partsOf(of('ADR')[0]?.value ?? '')
        .filter(Boolean)
        .join(', '),
      urls,
      url: urls[0],
      description: text('NOTE'),
    },
    'vcard',
    0.9,
    at,
  );
}

export const examples: Example[] = [
  {
    shows: 'a card in a link',
    html: `<a download="ada.vcf" href="data:text/vcard;charset=utf-8,${encodeURIComponent('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Byron\r\nN:Byron;Ada;;;\r\nORG:Acme Tools\\; Ltd;Engines\r\nTITLE:Head of\r\n  Analysis\r\nTEL;TYPE=FAX:+44 20 7946 0019\r\nTEL;TYPE=CELL:+44 20 7946 0018\r\nEMAIL:ada@acme.example\r\nEND:VCARD')}">card</a>`,
    sees: ['person Ada Byron <email:ada@acme.example phone:+442079460018>'],
  },
  {
    shows: 'an older card in a link, in base64 and quoted-printable',
    html: `<a href="data:text/x-vcard;base64,${btoa('BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=E6=98=8E\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E5=B0=8F=\n=E6=98=8E\nTEL;CELL;PREF:+86 138 0013 8000\nEND:VCARD')}">名片</a>`,
    sees: ['person 王小明 <phone:+8613800138000>'],
  },
  {
    shows: 'a file of cards, one of them cut in half',
    html: '<pre>BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Acme Tools\nURL:https://acme.example/\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Ada Byron\nEMAIL:ada@acme.example\nTEL;VAL</pre>',
    url: 'https://acme.example/team.vcf',
    sees: ['company Acme Tools <domain:acme.example>', 'person Ada Byron <email:ada@acme.example>'],
    also: ['text', 'opengraph'],
  },
];
