import { expect, test } from 'vitest';
import { type Planned, usualRules } from '../../../shared/domain/import/planned.ts';
import { newBase, noOrigin } from '../../../shared/domain/row.ts';
import type {
  Company,
  Contact,
  Deal,
  Member,
  OwnField,
  Pipeline,
  Stage,
} from '../../../shared/domain/rows.ts';
import { guessColumns } from '../../files/columns/guess.ts';
import { planRows } from '../../files/plan/plan.ts';
import { readFile } from '../../files/read.ts';
import { formatsOf } from '../../messages/export.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { openMirror } from '../../mirror/mirror.ts';
import { exportRows } from '../export-rows.ts';
import { dryRun } from './dry-run.ts';
import { putRows } from './job.ts';

const idAt = (at: number) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const base = (at: number) => newBase(idAt(at), 0, null);
const own = { contract: '2026-05-01', tier: '=gold' };

const member: Member = { ...base(1), name: 'Mia Chen', email: 'mia@sidebook.example', role: 'owner' };
const pipeline: Pipeline = { ...base(2), name: 'Sales', position: 0, lostReasons: [] };
const stage: Stage = {
  ...base(3),
  pipelineId: idAt(2),
  name: 'Closed won?',
  position: 0,
  probability: 10,
  colour: null,
  requires: [],
  staleDays: null,
};
const fields = (['contact', 'company', 'deal'] as const).flatMap((noun, n) =>
  (['contract', 'tier'] as const).map(
    (key, at): OwnField => ({
      ...base(10 + n * 2 + at),
      noun,
      key,
      label: `The ${key}`,
      kind: key === 'contract' ? 'date' : 'text',
      options: [],
      position: at,
      places: [],
    }),
  ),
);
const party = {
  ownerId: idAt(1),
  role: 'supplier' as const,
  roleReason: 'they, "supply"\nus',
  own,
  mergedInto: null,
};
const company: Company = {
  ...base(50),
  ...party,
  name: '欧阳 & Söhne',
  domains: ['acme.com', 'acme.co.uk'],
  industry: 'Tea',
  city: '上海',
  country: 'CN',
  phone: '+86 21 5878 1234',
  website: 'https://shop.acme.io/',
  origin: noOrigin,
  externalIds: ['hubspot:9001'],
};
const contact: Contact = {
  ...base(60),
  ...party,
  name: '=Ada',
  zone: null,
  givenName: 'Ada',
  familyName: 'Lovelace',
  title: 'CEO; owner',
  companyId: idAt(50),
  lifeCycle: 'customer',
  origin: noOrigin,
  phone: '0171 555',
  address: 'Here 1\nThere',
  privateTo: null,
  keys: [
    { kind: 'email', value: 'ada@acme.com', source: 'gmail' },
    { kind: 'phone', value: '+491715551234', source: null },
    { kind: 'external', value: 'row:abc', source: 'csv' },
  ],
};
const nobody: Contact = { ...contact, ...base(61), name: 'No key', keys: [], companyId: null, own: {} };
const deal: Deal = {
  ...base(70),
  title: '-ACME',
  pipelineId: idAt(2),
  stageId: idAt(3),
  state: 'lost',
  amountMinor: 129950,
  currency: 'EUR',
  expectedClose: '2026-03-04',
  need: 'tea',
  companyId: idAt(50),
  contactIds: [idAt(60), idAt(61)],
  ownerId: idAt(1),
  origin: noOrigin,
  closedAt: 1_700_000_000_123,
  lostReason: 'price',
  competitor: 'Globex',
  stageSince: 0,
  externalIds: [],
  own,
};

const cases = (['contact', 'company', 'deal'] as const).flatMap((noun) =>
  formatsOf(noun).map((format) => [noun, format] as const),
);

test.each(
  cases,
)('an export of each %s as %s, imported where it came from, changes nothing', async (noun, format) => {
  const mirror = await openMirror(memoryStore());
  await mirror.commit(async (tx) => {
    await tx.put({ noun: 'member', row: member });
    await tx.put({ noun: 'pipeline', row: pipeline });
    await tx.put({ noun: 'stage', row: stage });
    for (const row of fields) await tx.put({ noun: 'ownField', row });
    await tx.put({ noun: 'company', row: company });
    await tx.put({ noun: 'contact', row: contact });
    await tx.put({ noun: 'contact', row: nobody });
    await tx.put({ noun: 'deal', row: deal });
  });
  const ids = { contact: [idAt(60), idAt(61)], company: [idAt(50)], deal: [idAt(70)] }[noun];
  const { text } = await exportRows({ mirror }, { noun, format, ids, first: true, last: true, written: 0 });
  const table = await readFile(new Blob([text]));
  const world = { ownFields: fields, country: 'DE', currency: 'EUR', members: [], now: 0 };
  const rows: Planned[] = [];
  for await (const part of planRows(table, guessColumns(table, world), world)) rows.push(...part);
  await mirror.commit(({ raw }) => putRows(raw, 0, rows));
  const run = await dryRun(mirror, {
    ...usualRules,
    contacts: 'update',
    companies: 'update',
    deals: 'update',
  });
  expect(run.problems).toEqual([]);
  expect(run.conflicts).toEqual([]);
  const { added, changed, left } = run.counts[noun];
  expect([noun, added, changed, left]).toEqual([noun, 0, 0, ids.length]);
  expect(Object.values(run.counts).map((count) => count.added + count.changed)).toEqual([0, 0, 0, 0]);
});
