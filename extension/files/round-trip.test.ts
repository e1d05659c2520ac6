import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Planned } from '../../shared/domain/import/planned.ts';
import { newBase, noOrigin } from '../../shared/domain/row.ts';
import {
  type Company,
  type Contact,
  type Deal,
  lifeCycles,
  type OwnField,
  partyRoles,
} from '../../shared/domain/rows.ts';
import { type ExportFormat, formatsOf } from '../messages/export.ts';
import { guessColumns } from './columns/guess.ts';
import type { OwnNoun } from './columns/target.ts';
import { planRows } from './plan/plan.ts';
import { readFile } from './read.ts';
import { writerOf } from './write/parts.ts';
import { type Exported, type Names, recordOf } from './write/record.ts';

const idAt = (at: number) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const now = Date.UTC(2026, 0, 1);

/** What people type: any script, quotes, lines, and what a spreadsheet would run. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      '+49 30 1234',
      '-5',
      '@sum',
      '\uff1d1',
      "'=1",
      "''x",
      ' =2',
      '陈小明',
      '山本 太郎',
      '"quoted"',
      'a,b;c\td',
      'Lovelace, Ada',
      'back\\slash\\n',
      'x@y',
      '__proto__',
      'constructor',
      'end=',
      'a:b',
      '김민수',
      'naïve 😀',
      'BEGIN:VCARD',
      '01/02/2024',
      '1.234,56',
    ),
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufeff]/gu, '').trim())
  .filter((text) => text !== '');
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const field = (noun: OwnNoun, key: string, kind: OwnField['kind'], at: number): OwnField => ({
  ...newBase(idAt(900 + at), 0, null),
  noun,
  key,
  label: `Own ${kind}, "${key}"`,
  kind,
  options: kind === 'choice' ? ['金牌', 'Silver; or gold', '=bronze'] : [],
  position: at,
  places: [],
});
const kinds = ['text', 'number', 'money', 'date', 'choice', 'yes-no', 'person'] as const;
const ownFields = (['contact', 'company', 'deal'] as const).flatMap((noun, n) =>
  kinds.map((kind, at) => field(noun, `f_${kind.replace('-', '_')}`, kind, n * 10 + at)),
);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const own = fc
  .record(
    {
      f_text: lines,
      f_number: fc.oneof(
        fc.integer(),
        fc
          .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
          .map((n) => Math.round(n * 1e4) / 1e4),
      ),
      f_money: fc
        .tuple(fc.constantFrom('EUR', 'JPY', 'KWD', 'CNY'), fc.nat())
        .map(([currency, minor]) => `${currency} ${minor}`),
      f_date: day,
      f_choice: fc.constantFrom('金牌', 'Silver; or gold', '=bronze'),
      f_yes_no: fc.constantFrom(0, 1),
      f_person: fc.constantFrom(idAt(1), idAt(2)),
    },
    { requiredKeys: [] },
  )
  .map((values) => ({ ...values, ...(Object.is(values.f_number, -0) ? { f_number: 0 } : {}) }));

const member = fc.constantFrom(idAt(1), idAt(2));
const names: Names = {
  company: (id) =>
    id === idAt(50) ? { name: 'ACME, "Ltd"', domains: ['acme.com', 'acme.co.uk'] } : undefined,
  person: (id) => ({ name: id === idAt(1) ? 'Mia [Chen]' : '=Leo' }),
  member: (id) =>
    id === idAt(1) ? { name: 'Mia', email: 'mia@sidebook.example' } : { name: 'Leo Vogt', email: null },
  stage: () => ({ name: 'Closed won? (maybe)' }),
  pipeline: () => ({ name: '=Sales' }),
};
const ownerText = (id: string | null) =>
  id === null ? null : id === idAt(1) ? 'mia@sidebook.example' : 'Leo Vogt';

const key = fc.constantFrom(
  { kind: 'email' as const, value: 'ada@acme.com', source: 'gmail' },
  { kind: 'email' as const, value: '"a b"@acme.com', source: null },
  { kind: 'phone' as const, value: '+442079460958', source: 'page' },
  { kind: 'profile' as const, value: 'https://linkedin.com/in/ada', source: null },
  { kind: 'external' as const, value: 'hubspot:101', source: 'hubspot' },
  { kind: 'domain' as const, value: 'ada.example', source: null },
);
const party = {
  role: maybe(fc.constantFrom(...partyRoles)),
  roleReason: maybe(line),
  ownerId: maybe(member),
  own,
};
const base = { ...newBase('', 0, null) };
const contact: fc.Arbitrary<Contact> = fc.record({
  ...Object.fromEntries(Object.entries(base).map(([name, value]) => [name, fc.constant(value)])),
  name: line,
  givenName: maybe(line),
  familyName: maybe(line),
  title: maybe(line),
  companyId: fc.constantFrom(null, idAt(50)),
  lifeCycle: fc.constantFrom(...lifeCycles),
  origin: maybe(line).map((campaign) => ({ ...noOrigin, campaign })),
  phone: maybe(line),
  address: maybe(lines),
  keys: fc.uniqueArray(key, { selector: ({ kind, value }) => `${kind}${value}` }),
  mergedInto: fc.constant(null),
  privateTo: fc.constant(null),
  ...party,
}) as fc.Arbitrary<Contact>;
const company: fc.Arbitrary<Company> = fc.record({
  ...Object.fromEntries(Object.entries(base).map(([name, value]) => [name, fc.constant(value)])),
  name: line,
  domains: fc.uniqueArray(fc.constantFrom('acme.com', 'acme.co.uk', 'xn--fsqu00a.cn')),
  industry: maybe(line),
  city: maybe(line),
  country: maybe(line),
  phone: maybe(line),
  website: fc.constantFrom(null, 'https://www.acme.com/a?b=c,d;e', 'acme.io'),
  origin: fc.constant(noOrigin),
  externalIds: fc.uniqueArray(fc.constantFrom('hubspot:1', 'salesforce:0015e00000XyZaB')),
  mergedInto: fc.constant(null),
  ...party,
}) as fc.Arbitrary<Company>;
const deal: fc.Arbitrary<Deal> = fc
  .record({
    ...Object.fromEntries(Object.entries(base).map(([name, value]) => [name, fc.constant(value)])),
    title: line,
    pipelineId: fc.constant(idAt(70)),
    stageId: fc.constant(idAt(71)),
    state: fc.constantFrom('open', 'won', 'lost'),
    money: fc.oneof(fc.constant(null), fc.tuple(fc.constantFrom('EUR', 'JPY', 'KWD', 'TWD'), fc.nat())),
    expectedClose: maybe(day),
    need: maybe(lines),
    companyId: fc.constantFrom(null, idAt(50)),
    contactIds: fc.uniqueArray(fc.constantFrom(idAt(31), idAt(32), idAt(33))),
    ownerId: maybe(member),
    origin: maybe(line).map((campaign) => ({ ...noOrigin, campaign })),
    closedAt: fc.integer({ min: 0, max: now }),
    lostReason: maybe(line),
    competitor: maybe(line),
    stageSince: fc.constant(0),
    externalIds: fc.uniqueArray(fc.constantFrom('pipedrive:31', 'row:abc')),
    own,
  })
  .map(({ money, ...row }) => ({
    ...row,
    amountMinor: money?.[1] ?? null,
    currency: money?.[0] ?? null,
    closedAt: row.state === 'open' ? null : row.closedAt,
    lostReason: row.state === 'lost' ? row.lostReason : null,
    competitor: row.state === 'open' ? null : row.competitor,
  })) as fc.Arbitrary<Deal>;

async function cameBack<N extends OwnNoun>(
  noun: N,
  format: ExportFormat,
  rows: Exported[N][],
): Promise<Planned[]> {
  const writer = writerOf(format, noun, ownFields);
  const records = rows.map((row) => recordOf(noun, row, ownFields, names));
  const text = [
    writer.head,
    ...records.map((record, at) => writer.rows([record], at === 0)),
    writer.tail,
  ].join('');
  const table = await readFile(new Blob([text]));
  const mapping = guessColumns(table, { ownFields, country: 'DE', currency: 'EUR' });
  expect(mapping.noun).toBe(noun);
  const planned: Planned[] = [];
  const world = { ownFields, country: 'DE', currency: 'EUR', members: [], now };
  for await (const part of planRows(table, mapping, world)) planned.push(...part);
  expect(planned.flatMap(({ problems }) => problems)).toEqual([]);
  return planned;
}

/** What each row must be again; the ids of our own rows stand before all others. */
const expected: { [N in OwnNoun]: (row: Exported[N]) => unknown } = {
  contact: (row) => ({
    contact: {
      name: row.name,
      givenName: row.givenName,
      familyName: row.familyName,
      title: row.title,
      lifeCycle: row.lifeCycle,
      owner: ownerText(row.ownerId),
      phone: row.phone,
      address: row.address,
      role: row.role,
      roleReason: row.roleReason,
      own: row.own,
      keys: [{ kind: 'external', value: `sidebook:${row.id}`, source: 'sidebook' }, ...row.keys],
    },
    company: row.companyId
      ? expect.objectContaining({
          name: 'ACME, "Ltd"',
          domains: ['acme.com', 'acme.co.uk'],
          externalIds: [`sidebook:${idAt(50)}`],
        })
      : null,
    source: row.origin.campaign,
  }),
  company: (row) => ({
    company: {
      name: row.name,
      domains: row.domains,
      industry: row.industry,
      city: row.city,
      country: row.country,
      phone: row.phone,
      website: row.website,
      owner: ownerText(row.ownerId),
      role: row.role,
      roleReason: row.roleReason,
      own: row.own,
      externalIds: [`sidebook:${row.id}`, ...row.externalIds],
    },
    contact: null,
  }),
  deal: (row) => ({
    deal: {
      title: row.title,
      stage: 'Closed won? (maybe)',
      pipeline: '=Sales',
      state: row.state,
      closedAt: row.closedAt,
      lostReason: row.lostReason,
      competitor: row.competitor,
      amountMinor: row.amountMinor,
      currency: row.currency,
      expectedClose: row.expectedClose,
      need: row.need,
      owner: ownerText(row.ownerId),
      externalIds: [`sidebook:${row.id}`, ...row.externalIds],
      own: row.own,
      contacts: row.contactIds.map((id) => ({ kind: 'external', value: `sidebook:${id}` })),
    },
    contact: null,
    source: row.origin.campaign,
  }),
};

async function holds<N extends OwnNoun>(
  noun: N,
  format: ExportFormat,
  one: fc.Arbitrary<Exported[N]>,
): Promise<void> {
  const rows = fc
    .array(one, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((row, at) => ({ ...row, id: idAt(100 + at) })));
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const planned = await cameBack(noun, format, all as Exported[N][]);
      expect(planned).toEqual(
        all.map((row) => expect.objectContaining(expected[noun](row as Exported[N]) as object)),
      );
    }),
    { numRuns: 60 },
  );
}

describe('an export that is imported again gives the same', () => {
  test.each(formatsOf('contact'))('contacts as %s', (format) => holds('contact', format, contact));
  test.each(formatsOf('company'))('companies as %s', (format) => holds('company', format, company));
  test.each(formatsOf('deal'))('deals as %s', (format) => holds('deal', format, deal));
});
