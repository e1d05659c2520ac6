import type { Decoded } from '../bytes/decode.ts';
import type { Target } from '../columns/target.ts';
import { fileLimits } from '../limits.ts';
import { makePace, type Watch } from '../pace.ts';
import { type problemLog, samplesOf, type Table } from '../table.ts';
import { type CardLine, readCards } from './lines.ts';
import { type CardValue, cardValues } from './values.ts';

/** Columns of every card, with what they are. */
const columns = [
  ['Name', 'contact.name'],
  ['Family name', 'contact.familyName'],
  ['Given name', 'contact.givenName'],
  ['Middle name', 'contact.middleName'],
  ['E-mail', 'contact.email'],
  ['Phone', 'contact.phone'],
  ['Job title', 'contact.title'],
  ['Company', 'company.name'],
  ['URL', 'contact.url'],
  ['Address', 'contact.address'],
  ['Note', 'contact.note'],
  ['UID', 'contact.externalId'],
  ['Company phone', 'company.phone'],
  ['Company website', 'company.website'],
  ['Company UID', 'company.externalId'],
] as const satisfies (readonly [string, Target])[];
type Known = (typeof columns)[number][1];

export const looksLikeCards = (text: string): boolean => /^\s*BEGIN\s*:\s*VCARD/i.test(text.slice(0, 2_000));

/** Cards as rows: one of a person, or of an organisation, each. */
export async function vcardTable(
  decoded: Decoded,
  problems: ReturnType<typeof problemLog>,
  watch: Watch,
): Promise<Table> {
  const pace = makePace(watch);
  const cards: Map<string, string>[] = [];
  const extra = new Map<string, number>();
  const broken: number[] = [];
  for (const card of readCards(decoded.text)) {
    if (cards.length >= fileLimits.rows) {
      problems.add('rows.too_many', fileLimits.rows + 1);
      break;
    }
    const row = cards.length + 1;
    const values = cardValues(card);
    if (!values) {
      problems.add('card.broken', row);
      broken.push(row);
    }
    const cells = cellsOf(values ?? []);
    for (const code of card.problems) problems.add(code, row);
    for (const target of cells.keys())
      if (!columns.some(([, known]) => known === target) && !extra.has(target)) extra.set(target, extra.size);
    cards.push(cells);
    if (row % 32 === 0) await pace(card.end / decoded.text.length);
  }
  if (cards.length === 0) problems.add('file.empty', null);
  const all = [
    ...columns.map(([header, target]) => ({ header, target: target as string })),
    ...[...extra.keys()].map((target) => ({ header: target, target })),
  ];
  const rows = cards.map((cells) =>
    all.map(({ target }) => (cells.get(target) ?? '').slice(0, fileLimits.cell)),
  );
  const used = all.map((_, column) => rows.some((row) => row[column] !== ''));
  const kept = rows.map((row) => row.filter((_, column) => used[column]));
  return {
    format: 'vcard',
    encoding: decoded.encoding,
    delimiter: null,
    skipped: 0,
    columns: all
      .filter((_, column) => used[column])
      .map((column, at) => ({ ...column, samples: samplesOf(kept, at) })),
    rows: kept,
    problems: problems.list(),
    broken,
    refused: rows.length === 0,
  };
}

/** What a card says, by target. Several values of one kind stand on lines of their own. */
function cellsOf(values: readonly CardValue[]): Map<string, string> {
  const cells = new Map<string, string>();
  const set = (target: Known, text: string) => {
    if (text.trim() !== '') cells.set(target, text.trim());
  };
  const texts = (name: string, unless?: (line: CardLine) => boolean) =>
    values
      .filter(({ line }) => line.name === name && !unless?.(line))
      .sort(
        (one, other) => Number(other.line.types.includes('PREF')) - Number(one.line.types.includes('PREF')),
      )
      .map(({ parts }) =>
        parts
          .map((part) => part.join(', '))
          .join(' ')
          .trim(),
      )
      .filter((text) => text !== '');
  const first = (name: string) => values.find(({ line }) => line.name === name)?.parts ?? [];
  const company = first('ORG')[0]?.join(', ') ?? '';
  const kind = texts('KIND')[0] ?? '';
  // Most phones have no word for a company's card: it is called as its company, and has no name besides.
  const isNobody =
    !kind && company !== '' && texts('FN')[0] === company && first('N').flat().join('').trim() === '';
  const isCompany = isNobody || /^org$/i.test(kind) || /company/i.test(texts('X-ABSHOWAS')[0] ?? '');
  const phones = texts('TEL', ({ types }) => types.includes('FAX') || types.includes('PAGER')).map((phone) =>
    phone.replace(/^tel:/i, ''),
  );
  const urls = [...texts('URL'), ...texts('X-SOCIALPROFILE')];
  set(
    'contact.email',
    texts('EMAIL')
      .map((email) => email.replace(/^mailto:/i, ''))
      .join('\n'),
  );
  set('contact.note', texts('NOTE').join('\n\n'));
  const uid = texts('UID')[0] ?? '';
  if (isCompany) {
    set('company.name', texts('FN')[0] ?? company);
    set('company.phone', phones[0] ?? '');
    set('company.website', urls[0] ?? '');
    set('company.externalId', uid);
  } else {
    const [family = [], given = [], middle = []] = first('N');
    set('contact.name', texts('FN')[0] ?? '');
    set('contact.familyName', family.join(' '));
    set('contact.givenName', given.join(' '));
    set('contact.middleName', middle.join(' '));
    set('company.name', company);
    set('contact.title', texts('TITLE')[0] ?? texts('ROLE')[0] ?? '');
    set('contact.phone', phones.join('\n'));
    set('contact.url', urls.join('\n'));
    set('contact.address', addressOf(first('ADR')));
    set('contact.externalId', uid);
  }
  // What our own cards say beside: it is exact, and goes before what was derived.
  for (const { line, parts } of values)
    if (line.name === 'X-SIDEBOOK' && line.types[0]) cells.set(line.types[0], parts.flat().join(''));
  return cells;
}

/** Post box, extra, street, city, region, code, country: as one reads them on an envelope. */
function addressOf(parts: string[][]): string {
  const [box, extra, street, city, region, code, country] = parts.map((part) => part.join(', ').trim());
  const all = [country, region, city, street, extra].filter(Boolean) as string[];
  if (all.some((part) => /\p{Script=Han}/u.test(part)) && !all.some((part) => /[a-z]{4,}/i.test(part)))
    return [...all, code].filter(Boolean).join(' ');
  return [street, extra, box, [code, city].filter(Boolean).join(' '), region, country]
    .filter(Boolean)
    .join(', ');
}
