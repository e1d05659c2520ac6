import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { newBase } from '../../shared/domain/row.ts';
import { type OwnField, ownFieldKinds } from '../../shared/domain/rows.ts';
import { plannedRows } from '../messages/import-schema.ts';
import { guessColumns, setTarget } from './columns/guess.ts';
import { fixedTargets } from './columns/target.ts';
import { planRows } from './plan/plan.ts';
import { readFile } from './read.ts';

const ownFields = ownFieldKinds.map(
  (kind, at): OwnField => ({
    ...newBase(`f${at}`, 0, null),
    noun: 'contact',
    key: `f_${at}`,
    label: kind,
    kind,
    options: ['gold'],
    position: at,
    places: [],
  }),
);
const world = { ownFields, country: 'CN', currency: 'EUR', members: [], now: 1 };
const targets = [...fixedTargets, ...ownFields.map(({ key }) => `contact.own.${key}` as const)];

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    'ada@acme.com',
    'a@b',
    'https://x.example/a b',
    'linkedin.com/in/ada',
    '2024-02-30',
    '01/02/2024',
    '1e9',
    '-1',
    '9'.repeat(400),
    '1.234,56',
    '¥12万',
    'constructor',
    '__proto__',
    'sidebook:x',
    'email:',
    'phone:+1 [x]',
    'external:a\nexternal:b',
    '=1+1',
    '陈小明',
    '<a@b.example>',
    '25:61',
    '0:00:00',
    'x'.repeat(70_000),
    'a@b.example;'.repeat(300),
    '😀'.repeat(500),
    'https://x.example/'.padEnd(3_000, 'y'),
    '\ud800',
    '8640000000000001',
    '99999-01-01',
    '1950-01-01',
    '1950-01-01 10:00',
    '-5',
    'x@y.example'.padStart(400, 'z'),
    'gm:a; '.repeat(200),
    'EUR',
    'call',
    'won',
    'a; b; '.repeat(120),
  ),
);

/** As far as a file can be broken: nothing throws, and what comes of it passes the border. */
async function passes(text: string | Uint8Array<ArrayBuffer>, chosen: readonly number[]): Promise<void> {
  const table = await readFile(new Blob([text]));
  let mapping = guessColumns(table, world);
  for (const [column, at] of chosen.entries())
    if (column < table.columns.length)
      mapping = setTarget(mapping, column, targets[at % targets.length] ?? 'ignore', table);
  for await (const part of planRows(table, mapping, world)) {
    const read = z.safeParse(plannedRows, part);
    expect(read.success ? [] : read.error.issues).toEqual([]);
  }
}

test('rows of any cells, mapped in any way, pass the border', async () => {
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
  const quoted = (all: string[][]) =>
    all.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n');
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(fc.nat(), { maxLength: 8 }),
      fc.constantFrom('Name,Email,Phone,Date\n', 'Deal name,Amount,Stage,x\n', 'Date,Subject,From,To\n', ''),
      (all, chosen, head) => passes(head + quoted(all), chosen),
    ),
    { numRuns: 120 },
  );
});

test('bytes that are no file at all are read or refused', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ unit: 'binary', maxLength: 300 })
      .map((text) => new TextEncoder().encode(`BEGIN:VCARD\n${text}`)),
    fc.json().map((text) => new TextEncoder().encode(text)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, (all) => passes(Uint8Array.from(all), [])),
    { numRuns: 120 },
  );
});
