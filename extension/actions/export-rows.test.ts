import { expect, test } from 'vitest';
import type { Contact } from '../../shared/domain/rows.ts';
import { contactRow, emailKey } from '../../tests/fixtures/rows.ts';
import { guessColumns } from '../files/columns/guess.ts';
import { readFile } from '../files/read.ts';
import type { ExportFormat } from '../messages/export.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import { exportRows } from './export-rows.ts';

const idAt = (at: number) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const contact = (at: number, more: Partial<Contact> = {}): Contact =>
  contactRow(idAt(at), { name: `Person ${at}`, keys: [emailKey(`p${at}@acme.com`)], ...more });

async function mirrorOf(rows: Contact[]) {
  const mirror = await openMirror(memoryStore());
  await mirror.commit((tx) => Promise.all(rows.map((row) => tx.put({ noun: 'contact', row }))));
  return mirror;
}

async function written(rows: Contact[], format: ExportFormat, size: number): Promise<string> {
  const mirror = await mirrorOf(rows);
  const ids = rows.map(({ id }) => id);
  let [text, done] = ['', 0];
  for (let from = 0; from < ids.length; from += size) {
    const part = await exportRows(
      { mirror },
      {
        noun: 'contact',
        format,
        ids: ids.slice(from, from + size),
        first: from === 0,
        last: from + size >= ids.length,
        written: done,
      },
    );
    text += part.text;
    done += part.rows;
  }
  return text;
}

test.each([
  'csv',
  'vcard',
  'json',
] as const)('parts of %s are one file, whatever their size', async (format) => {
  const rows = [
    // Who was removed or merged meanwhile is not in it, also where a whole part is.
    contact(1, { deletedAt: 5 }),
    contact(2, { mergedInto: idAt(3) }),
    contact(3),
    contact(4, { name: '=1+1' }),
    contact(5),
  ];
  const whole = await written(rows, format, 100);
  expect(await written(rows, format, 1)).toBe(whole);
  expect(await written(rows, format, 2)).toBe(whole);
  const table = await readFile(new Blob([whole]));
  const { columns } = guessColumns(table, { ownFields: [], country: null, currency: null });
  const name = columns.findIndex(({ target }) => target === 'contact.name');
  expect(table.rows.map((row) => row[name])).toEqual(['Person 3', '=1+1', 'Person 5']);
});

test('a list of nobody is a file with its head alone', async () => {
  const mirror = await mirrorOf([]);
  const asked = { noun: 'contact' as const, ids: [], first: true, last: true, written: 0 };
  const csv = await exportRows({ mirror }, { ...asked, format: 'csv' });
  expect(csv.text.startsWith('\ufeffName,')).toBe(true);
  const json = await exportRows({ mirror }, { ...asked, format: 'json' });
  expect(JSON.parse(json.text)).toEqual({ sidebook: 'contact', rows: [] });
});
