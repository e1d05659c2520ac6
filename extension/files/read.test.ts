import { describe, expect, test } from 'vitest';
import { countEffort } from '../../tests/effort.ts';
import { guessColumns } from './columns/guess.ts';
import { headerKey } from './columns/header.ts';
import { fileLimits } from './limits.ts';
import { planRows } from './plan/plan.ts';
import { readFile } from './read.ts';
import type { Table } from './table.ts';

const world = { ownFields: [], country: null, currency: null, members: [], now: 0 };
const read = (text: string): Promise<Table> => readFile(new Blob([text]));
const codes = ({ problems }: Table): string[] => problems.map(({ code }) => code);

describe('what cannot be read is refused with a reason', () => {
  test('two gigabytes, by their size alone', async () => {
    const source = {
      size: 2 ** 31,
      arrayBuffer: () => Promise.reject(new Error('it was read')),
    };
    const table = await readFile(source);
    expect([table.refused, codes(table)]).toEqual([true, ['file.too_large']]);
  });

  test.each([
    ['nothing', '', 'file.empty'],
    ['blanks', ' \r\n \n', 'file.empty'],
    ['only NULs', '\0\0\0\0', 'file.empty'],
    ['a head alone', 'Name,E-mail\n', 'file.empty'],
    ['a workbook', 'PK\u0003\u0004rest', 'file.workbook'],
    ['a page called .xls', '<html><table><tr><td>Name</td></tr></table></html>', 'file.workbook'],
    ['a PDF', '%PDF-1.7', 'file.unknown'],
    ['JSON without rows', '[1, 2, "x"]', 'file.unknown'],
  ])('%s', async (_, text, code) => {
    const table = await read(text);
    expect(table.refused).toBe(true);
    expect(codes(table)).toContain(code);
  });
});

test('headers that are names of a prototype, empty or twice are headers', async () => {
  const table = await read('__proto__,constructor,,Email,Email\na,b,c,ada@acme.com,ada2@acme.com\n');
  expect(table.columns.map(({ header }) => header)).toEqual([
    '__proto__',
    'constructor',
    '',
    'Email',
    'Email',
  ]);
  const mapping = guessColumns(table, world);
  expect(mapping.columns.map(({ target }) => target)).toEqual([
    'ignore',
    'ignore',
    'ignore',
    'contact.email',
    'contact.email',
  ]);
  for await (const [first] of planRows(table, mapping, world))
    expect(first?.contact?.keys.map(({ value }) => value)).toEqual(['ada@acme.com', 'ada2@acme.com']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('the same of JSON', async () => {
  const table = await read(
    '{"rows":[{"__proto__":{"polluted":1},"Email":["ada@acme.com"],"deep":[[[[[["x"]]]]]]}]}',
  );
  expect(table.columns.map(({ header }) => header)).toEqual(['__proto__', 'Email', 'deep']);
  expect(table.rows).toEqual([['polluted: 1', 'ada@acme.com', '']]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('JSON that is nested a hundred thousand deep is read or refused, and nothing breaks', async () => {
  const deep = `[{"Email":"ada@acme.com","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
  const table = await read(deep);
  expect(table.format === 'csv' || table.rows[0]?.[0] === 'ada@acme.com').toBe(true);
});

test('rows of other lengths are read, and told', async () => {
  const table = await read('Name,Email\nAda,ada@acme.com,more,and more\nGrace\n,,,\nJo,jo@acme.com\n');
  expect(table.rows).toEqual([
    ['Ada', 'ada@acme.com'],
    ['Grace', ''],
    ['Jo', 'jo@acme.com'],
  ]);
  expect(table.problems).toEqual([{ code: 'row.ragged', row: 1, count: 1 }]);
  expect(table.broken).toEqual([1]);
});

test('an unclosed quote costs its line, which is told', async () => {
  const table = await read('Name,Email\n"Ada,ada@acme.com\nGrace,grace@navy.example\n');
  expect(table.rows[1]).toEqual(['Grace', 'grace@navy.example']);
  expect(table.problems).toEqual([{ code: 'quote.unclosed', row: 1, count: 1 }]);
  const mapping = guessColumns(table, world);
  for await (const [first] of planRows(table, mapping, world))
    expect(first?.problems.map(({ code }) => code)).toContain('row.broken');
});

test('cells that a spreadsheet would run are text, with and without the mark before them', async () => {
  const table = await read(
    'Name,Email\n"=HYPERLINK(""http://x"")",ada@acme.com\n\'=1+1,b@acme.com\n\'+44 20,c@acme.com\n\'tis,d@acme.com\n',
  );
  expect(table.rows.map(([name]) => name)).toEqual(['=HYPERLINK("http://x")', '=1+1', '+44 20', "'tis"]);
});

test('more rows and columns than are read are told', async () => {
  const many = await read(`Email\n${'a@acme.com\n'.repeat(fileLimits.rows + 10)}`);
  expect(many.rows).toHaveLength(fileLimits.rows);
  expect(many.problems).toEqual([{ code: 'rows.too_many', row: fileLimits.rows + 1, count: 1 }]);
  const wide = await read(`${'x,'.repeat(100_000)}Email\n1,2\n`);
  expect(wide.columns.length).toBeLessThanOrEqual(fileLimits.columns);
  expect(codes(wide)).toEqual(['columns.too_many']);
});

test('a preamble, and `sep=`, are passed over', async () => {
  const table = await read(
    'sep=;\r\nReport of 2024;;\r\n;;\r\nName;E-Mail;Telefon\r\nAda;ada@acme.com;1\r\n',
  );
  expect(table.columns.map(({ header }) => header)).toEqual(['Name', 'E-Mail', 'Telefon']);
  expect(table.skipped).toBe(2);
  const chosen = await readFile(new Blob(['a,b\nc,d\n']), { headerRow: null });
  expect(chosen.rows).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

describe('vCards', () => {
  const card = (lines: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\n${lines}\r\nEND:VCARD\r\n`;

  test('a million telephones are passed over but for the first, in a moment', async () => {
    const spent = countEffort();
    const table = await read(
      card(`FN:Ada\r\n${'TEL:+442079460958\r\n'.repeat(1_000_000)}EMAIL:ada@acme.com`),
    );
    expect(table.rows).toHaveLength(1);
    expect(table.problems).toEqual([{ code: 'card.too_long', row: 1, count: 1 }]);
    expect(spent()).toBeLessThan(1600);
  });

  test('photos are neither kept nor fetched, by address or by content', async () => {
    const fetched = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new Error('it was fetched'));
    try {
      const table = await read(
        card(
          'FN:Ada\r\nPHOTO;VALUE=uri:https://tracker.example/pixel.png\r\nLOGO;ENCODING=b:/9j/4AAQSkZJRgABAQAA\r\n AAQABAAD',
        ),
      );
      expect(JSON.stringify(table)).not.toMatch(/tracker|4AAQ/);
      expect(table.problems).toEqual([{ code: 'media.left', row: 1, count: 1 }]);
    } finally {
      globalThis.fetch = fetched;
    }
  });

  test('a card that never ends, one in another and lines that are none cost only themselves', async () => {
    const table = await read(
      'BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nBEGIN:VCARD\nFN:Grace\n???\nEND:VCARD\nBEGIN:VCARD\nFN:Jo',
    );
    expect(table.rows.map(([name]) => name)).toEqual(['Ada', 'Grace', 'Jo']);
    expect(table.problems).toEqual([{ code: 'card.broken', row: 1, count: 3 }]);
  });

  test('a card that is called as its company, and has no other name, is the company', async () => {
    const table = await read(
      card('N:;;;;\r\nFN:ACME Ltd\r\nORG:ACME Ltd\r\nTEL:+442079460000') + card('FN:Ada\r\nORG:ACME Ltd'),
    );
    const cells = table.rows.map((row) =>
      Object.fromEntries(table.columns.map(({ target }, at) => [target, row[at]])),
    );
    expect(cells).toMatchObject([
      { 'contact.name': '', 'company.name': 'ACME Ltd', 'company.phone': '+442079460000' },
      { 'contact.name': 'Ada', 'company.name': 'ACME Ltd', 'company.phone': '' },
    ]);
  });

  test('folded lines, groups, escapes and several addresses are read', async () => {
    const table = await read(
      card(
        'item1.EMAIL;type=pref:ada@acme.com\r\nEMAIL:ada@gmail.com\r\nFN:Ada Love\r\n lace\\, Countess\r\nORG:ACME\\; Sons;Engines\r\nNOTE:one\\ntwo\\\\three',
      ),
    );
    const cells = Object.fromEntries(table.columns.map(({ target }, at) => [target, table.rows[0]?.[at]]));
    expect(cells).toEqual({
      'contact.name': 'Ada Lovelace, Countess',
      'contact.email': 'ada@acme.com\nada@gmail.com',
      'company.name': 'ACME; Sons',
      'contact.note': 'one\ntwo\\three',
    });
  });
});

test('reading tells its progress, lets others work, and ends when it is told to', async () => {
  const text = `Name,Email\n${Array.from({ length: 60_000 }, (_, at) => `Ada ${at},ada${at}@acme${at % 999}.com\n`).join('')}`;
  const table = await read(text);
  const mapping = guessColumns(table, world);
  const shares: number[] = [];
  const spent = countEffort();
  let [last, longest] = [0, 0];
  const onProgress = (share: number) => {
    longest = Math.max(longest, spent() - last);
    last = spent();
    shares.push(share);
  };
  for await (const _ of planRows(table, mapping, world, { onProgress }))
    expect(_.length).toBeLessThanOrEqual(500);
  expect(shares.length).toBeGreaterThan(2);
  expect([...shares].sort((one, other) => one - other)).toEqual(shares);
  expect(longest).toBeLessThan(200);
  const stop = new AbortController();
  const rest = (async () => {
    for await (const _ of planRows(table, mapping, world, { signal: stop.signal }))
      stop.abort(new Error('enough'));
  })();
  await expect(rest).rejects.toThrow('enough');
});

test('a set of headers has one key, whatever their order', () => {
  expect(headerKey(['Name', 'E-Mail'])).toBe(headerKey(['e-mail ', 'Name']));
  expect(headerKey(['Name', 'E-Mail'])).not.toBe(headerKey(['Name', 'E-Mail', 'Phone']));
  expect(headerKey(['ab', 'c'])).not.toBe(headerKey(['a', 'bc']));
});
