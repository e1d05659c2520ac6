import { beforeEach, expect, test } from 'vitest';
import { type ImportRules, type Planned, usualRules } from '../../../shared/domain/import/planned.ts';
import type { Company, Contact } from '../../../shared/domain/rows.ts';
import { companyRow, contactRow } from '../../../tests/fixtures/rows.ts';
import {
  emailOf,
  idOf,
  plannedCompany,
  plannedContact,
  plannedDeal,
  plannedEntry,
  plannedRow,
} from '../../../tests/scenarios/import/planned-rows.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../../mirror/mirror.ts';
import { haveTables } from '../tables.ts';
import { wholeTables } from '../whole-tables.ts';
import { dryRun } from './dry-run.ts';
import { putRows } from './job.ts';
import { makeParts } from './parts.ts';

haveTables(wholeTables);

let mirror: Mirror;
beforeEach(async () => {
  mirror = await openMirror(memoryStore());
});

const contact = contactRow;
const company = companyRow;
const have = (...rows: (Contact | Company)[]) =>
  mirror.commit(async (tx) => {
    for (const row of rows) await tx.put('keys' in row ? { noun: 'contact', row } : { noun: 'company', row });
  });

async function tried(rows: Planned[], rules: Partial<ImportRules> = {}) {
  await mirror.commit(({ raw }) => putRows(raw, 0, rows));
  return dryRun(mirror, { ...usualRules, ...rules });
}
/** The one part that few rows come to. */
async function made(rows: Planned[], rules: Partial<ImportRules> = {}) {
  await mirror.commit(({ raw }) => putRows(raw, 0, rows));
  let next = 0;
  const parts = makeParts({
    mirror,
    rules: { ...usualRules, ...rules },
    newId: () => `n${++next}`,
    now: 7,
    taken: 0,
  });
  for await (const part of parts) return part.rows;
  throw new Error('no part');
}
const ada = (row: number, over: Parameters<typeof plannedContact>[0] = {}) =>
  plannedRow(row, { contact: plannedContact({ keys: [emailOf('ada@x.example')], ...over }) });

test('[I2] somebody is known by address, profile or id; by a telephone only together with the name; never by a name alone', async () => {
  const phone = { kind: 'phone' as const, value: '+49301', source: null };
  await have(
    contact('ada', { name: 'Ada Lovelace', keys: [emailOf('ada@x.example'), phone] }),
    contact('bob', { name: 'Bob' }),
  );
  const run = await tried([
    ada(1),
    plannedRow(2, { contact: plannedContact({ name: 'Other at the switchboard', keys: [phone] }) }),
    plannedRow(3, { contact: plannedContact({ name: 'ada  LOVELACE', keys: [phone] }) }),
    plannedRow(4, { contact: plannedContact({ name: 'Bob', keys: [idOf('row:1')] }) }),
  ]);
  expect(run.counts.contact).toEqual({ added: 2, changed: 0, left: 2 });
});

test('[I2] one person twice in a file is one; what the first says counts, and what contradicts it is told', async () => {
  const rows = [
    ada(1, { title: 'CEO' }),
    ada(2, {
      title: 'CTO',
      phone: '+49 30 1',
      keys: [emailOf('ada@x.example'), emailOf('ada@home.example')],
    }),
    plannedRow(3, { contact: plannedContact({ name: 'A. L.', keys: [emailOf('ada@home.example')] }) }),
  ];
  const run = await tried(rows);
  expect(run).toMatchObject({ rows: 3, joined: 2, counts: { contact: { added: 1, changed: 0, left: 0 } } });
  expect(run.problems).toEqual([
    { row: 2, code: 'row.contradicts', column: 'title', text: 'CTO' },
    { row: 3, code: 'row.contradicts', column: 'name', text: 'A. L.' },
  ]);
  const { contacts } = await made(rows);
  expect(contacts).toMatchObject([{ name: 'Ada Lovelace', title: 'CEO', phone: '+49 30 1' }]);
  expect(contacts[0]?.keys.map(({ value }) => value)).toEqual(['ada@x.example', 'ada@home.example']);
});

test.each([
  ['skip', { added: 0, changed: 0, left: 1 }, 0],
  ['fill', { added: 0, changed: 1, left: 0 }, 1],
  ['update', { added: 0, changed: 1, left: 0 }, 1],
  ['create', { added: 1, changed: 0, left: 0 }, 0],
] as const)('[I3] by the rule %s somebody who is there is left, filled, changed or added once more', async (contacts, counts, conflicts) => {
  await have(contact('ada', { name: 'Ada Lovelace', title: 'CEO', keys: [emailOf('ada@x.example')] }));
  const rows = [ada(1, { title: 'CTO', address: 'Here' })];
  const run = await tried(rows, { contacts });
  expect(run.counts.contact).toEqual(counts);
  expect(run.conflictCount).toBe(conflicts);
  if (conflicts)
    expect(run.conflicts).toEqual([
      {
        row: 1,
        noun: 'contact',
        id: 'ada',
        name: 'Ada Lovelace',
        field: 'title',
        has: 'CEO',
        file: 'CTO',
        taken: contacts === 'update',
      },
    ]);
  const part = await made(rows, { contacts });
  expect(part.changes.map(({ fields }) => fields)).toEqual(
    { skip: [], fill: [{ address: 'Here' }], update: [{ title: 'CTO', address: 'Here' }], create: [] }[
      contacts
    ],
  );
  if (contacts === 'create') {
    expect(run.problems).toMatchObject([{ code: 'key.held', text: 'ada@x.example' }]);
    expect(part.contacts[0]?.keys).toMatchObject([
      { kind: 'external', value: expect.stringMatching(/^row:/) },
    ]);
  }
});

test('two certain keys of two people are told, and the first is taken', async () => {
  await have(
    contact('ada', { keys: [emailOf('ada@x.example')] }),
    contact('grace', { keys: [idOf('crm:2')] }),
  );
  const run = await tried([ada(1, { name: 'ada', keys: [emailOf('ada@x.example'), idOf('crm:2')] })]);
  expect(run.problems).toMatchObject([{ row: 1, code: 'match.several' }]);
  expect(run.counts.contact.left).toBe(1);
});

test('a company is one by domain, id, or a name that one alone has', async () => {
  await have(
    company('acme', { name: 'ACME', domains: ['acme.example'] }),
    company('twin1', { name: 'Twin', domains: ['a.example'] }),
    company('twin2', { name: 'Twin', domains: ['b.example'] }),
  );
  const rows = [
    plannedRow(1, {
      company: plannedCompany({ name: 'Acme Inc', domains: ['acme.example'], city: 'Berlin' }),
    }),
    plannedRow(2, { company: plannedCompany({ name: 'acme' }) }),
    plannedRow(3, { company: plannedCompany({ name: 'Twin' }) }),
    plannedRow(4, { company: plannedCompany({ name: 'Twin' }) }),
    plannedRow(5, { company: plannedCompany({ name: 'New', domains: ['new.example'] }) }),
    plannedRow(6, { company: plannedCompany({ name: 'NEW' }) }),
  ];
  expect((await tried(rows)).counts.company).toEqual({ added: 2, changed: 1, left: 1 });
  const part = await made(rows);
  expect(part.companies.map(({ name }) => name)).toEqual(['Twin', 'New']);
  // Everybody who imports a company that is only a name imports the same one.
  expect(part.companies[0]?.externalIds).toEqual([expect.stringMatching(/^row:[0-9a-f]{32}$/)]);
  expect(part.changes).toMatchObject([{ noun: 'company', id: 'acme', fields: { city: 'Berlin' } }]);
});

test('[I4] deals and entries find their people by key, in the file or in the workspace; who is nowhere is told', async () => {
  await have(
    contact('grace', { keys: [emailOf('grace@x.example')] }),
    company('acme', { domains: ['acme.example'] }),
  );
  const nobody = emailOf('nobody@x.example');
  const rows = [
    plannedRow(1, {
      deal: plannedDeal({
        externalIds: ['crm:d1'],
        contacts: [emailOf('grace@x.example'), emailOf('ada@acme.example'), nobody],
      }),
      interactions: [plannedEntry({ externalId: 'crm:e1' }), plannedEntry({ externalId: 'crm:e1' })],
    }),
    plannedRow(2, { contact: plannedContact({ keys: [emailOf('ada@acme.example')] }) }),
  ];
  const run = await tried(rows);
  expect(run.problems).toMatchObject([{ row: 1, code: 'link.unknown', text: 'nobody@x.example' }]);
  expect(run.counts).toMatchObject({
    deal: { added: 1 },
    interaction: { added: 1, left: 1 },
    contact: { added: 1 },
  });
  const part = await made(rows);
  const [person] = part.contacts;
  // She works where her address is from.
  expect(person).toMatchObject({ companyId: 'acme' });
  expect(part.deals).toMatchObject([{ contactIds: ['grace', person?.id], closing: null }]);
  expect(part.interactions).toMatchObject([{ dealId: part.deals[0]?.id, fingerprint: ['ext:crm:e1'] }]);
});

test('our own export names rows by their ids: it finds them whatever they have lost, and teaches them nothing', async () => {
  await have(
    contact('ada', { name: 'Ada Lovelace', keys: [emailOf('ada@x.example')] }),
    company('acme', { name: 'ACME' }),
  );
  const rows = [
    plannedRow(1, {
      contact: plannedContact({ keys: [idOf('sidebook:ada'), emailOf('ada@x.example')] }),
      company: plannedCompany({ name: 'ACME', externalIds: ['sidebook:acme'] }),
    }),
  ];
  const run = await tried(rows, { contacts: 'update', companies: 'update' });
  expect(run.counts).toMatchObject({ contact: { changed: 1 }, company: { left: 1 } });
  expect((await made(rows)).changes).toMatchObject([{ id: 'ada', fields: { companyId: 'acme' }, keys: [] }]);
});

test('a row of which nothing can be used is left, and says why', async () => {
  const broken = { code: 'row.broken' as const, column: null, text: null, fatal: true };
  const run = await tried([{ ...ada(1), problems: [broken] }, plannedRow(2)]);
  expect(run).toMatchObject({ left: 2, counts: { contact: { added: 0 } }, problemCount: 1 });
});
