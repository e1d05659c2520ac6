import { describe, expect, test } from 'vitest';
import type { Planned } from '../../../shared/domain/import/planned.ts';
import { newBase } from '../../../shared/domain/row.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import { guessColumns, setTarget } from '../columns/guess.ts';
import { readFile } from '../read.ts';
import type { PlanWorld } from './context.ts';
import { planRows } from './plan.ts';

const world: PlanWorld = {
  ownFields: [],
  country: null,
  currency: null,
  members: [{ id: 'mia', name: 'Mia', email: 'mia@sidebook.example' }],
  now: 1,
};

async function plan(text: string, more: Partial<PlanWorld> = {}): Promise<Planned[]> {
  const table = await readFile(new Blob([text]));
  const known = { ...world, ...more };
  const rows: Planned[] = [];
  for await (const part of planRows(table, guessColumns(table, known), known)) rows.push(...part);
  return rows;
}
const problems = (rows: Planned[]) =>
  rows.flatMap(({ row, problems: all }) => all.map(({ code, column, text }) => [row, code, column, text]));

describe('a company gets the domain of its people', () => {
  test('where all of them have one that nobody else has', async () => {
    const rows = await plan(
      'Name,Email,Company\nAda,ada@acme.com,ACME\nJo,jo@gmail.com,ACME\nGrace,g@navy.example,Navy\n',
    );
    expect(rows.map(({ company }) => company?.domains)).toEqual([
      ['acme.com'],
      ['acme.com'],
      ['navy.example'],
    ]);
  });
  test('and not a consultant’s own', async () => {
    const rows = await plan(
      'Name,Email,Company\nAda,ada@acme.com,ACME\nCo,co@advice.example,ACME\nCo,co2@advice.example,Globex\n',
    );
    expect(rows.map(({ company }) => company?.domains)).toEqual([[], [], []]);
  });
  test('nor where the file says its site', async () => {
    const [row] = await plan(
      'Name,Email,Company,Website\nAda,ada@mail.example,ACME,https://www.acme.co.uk/about\n',
    );
    expect(row?.company).toMatchObject({ domains: ['acme.co.uk'], website: 'https://www.acme.co.uk/about' });
  });
});

test('a person without any key is the same person in the same file, and in no other line', async () => {
  const text = 'Name,Company,Notes\nAda,ACME,one\nGrace,Navy,two\n';
  const keys = (rows: Planned[]) => rows.map(({ contact }) => contact?.keys[0]?.value);
  const [one, again] = [keys(await plan(text)), keys(await plan(text))];
  expect(one).toEqual(again);
  expect(one[0]).toMatch(/^row:[0-9a-f]{40}$/);
  expect(new Set(one).size).toBe(2);
});

test('running numbers of two different files are of different people', async () => {
  const [one] = await plan('ID,Name,Email\n1,Ada,ada@acme.com\n');
  const [other] = await plan('ID,Name,Email,City\n1,Grace,g@navy.example,Arlington\n');
  const id = (row: Planned | undefined) => row?.contact?.keys.find(({ kind }) => kind === 'external')?.value;
  expect(id(one)).toMatch(/^file-[a-z0-9]+:1$/);
  expect(id(one)).not.toBe(id(other));
});

test('what cannot be read costs its cell, and says where', async () => {
  const rows = await plan(
    'Name,Email,Phone,Life cycle\nAda,no address,12,sleeping\nJo,jo@acme.com,+44 20 7946 0958,customer\nJo,jo@acme.com,+44 20 7946 0958,customer\n',
  );
  expect(problems(rows)).toEqual([
    [1, 'email.invalid', 'Email', 'no address'],
    [1, 'phone.invalid', 'Phone', '12'],
    [1, 'choice.unknown', 'Life cycle', 'sleeping'],
  ]);
  expect(rows[0]?.contact?.name).toBe('Ada');
});

test('a person with nothing but a date is no person', async () => {
  const rows = await plan('Name,Email,City\n,,Berlin\nAda,ada@acme.com,London\n');
  expect(problems(rows)).toEqual([[1, 'name.missing', null, null]]);
  expect(rows[0]).toMatchObject({ contact: null, company: null, interactions: [] });
});

test('texts are cut at what fields hold, between characters, and that is told', async () => {
  const long = '😀'.repeat(200);
  const [row] = await plan(`Name,Email\n${long},ada@acme.com\n`);
  expect(row?.contact?.name).toBe('😀'.repeat(150));
  expect(problems(row ? [row] : [])[0]?.slice(0, 3)).toEqual([1, 'text.long', 'Name']);
});

test('controls and marks are taken out of texts', async () => {
  const [row] = await plan('Name,Email,Notes\n"A\u0007d\ufeffa ",ada@acme.com,"one\r\ntwo"\n');
  expect(row?.contact?.name).toBe('Ada');
  expect(row?.interactions[0]?.body).toBe('one\ntwo');
});

describe('deals', () => {
  const head = 'Deal name,Stage,Amount,Close date,Company,Contact\n';
  test('days that could be two are read by habit and told', async () => {
    const rows = await plan(`${head}A,Demo,5,03/04/2024,ACME,\n`, { currency: 'USD', country: 'US' });
    expect(rows[0]?.deal?.expectedClose).toBe('2024-03-04');
    expect(problems(rows)).toEqual([[1, 'date.ambiguous', 'Close date', '03/04/2024']]);
  });
  test('an amount without a currency is told, and the deal stays', async () => {
    const rows = await plan(`${head}A,Demo,5,,ACME,\nB,Demo,€ 5,,ACME,\nC,Demo,-5,,ACME,\n`);
    expect(rows.map(({ deal }) => [deal?.amountMinor, deal?.currency])).toEqual([
      [null, null],
      [500, 'EUR'],
      [null, null],
    ]);
    expect(problems(rows).map(([row, code]) => [row, code])).toEqual([
      [1, 'money.invalid'],
      [3, 'money.invalid'],
    ]);
  });
  test('several people of one cell are several people', async () => {
    const [row] = await plan(`${head}A,Demo,,,ACME,Ada (ada@acme.com); Grace (g@navy.example)\n`);
    expect(row?.contact).toMatchObject({ name: 'Ada', keys: [{ value: 'ada@acme.com' }] });
    expect(row?.deal?.contacts).toEqual([{ kind: 'email', value: 'g@navy.example' }]);
  });
  test('won and lost are read of what a stage is called', async () => {
    const rows = await plan(
      `${head}A,赢单,,2024-01-05,ACME,\nB,Closed Lost,,2024-01-05,ACME,\nC,Negotiation,,,ACME,\n`,
      { now: Date.UTC(2025, 0, 1) },
    );
    expect(rows.map(({ deal }) => [deal?.state, deal?.stage])).toEqual([
      ['won', null],
      ['lost', null],
      ['open', 'Negotiation'],
    ]);
    expect(rows[0]?.deal?.closedAt).toBe(new Date(2024, 0, 5, 12).getTime());
  });
});

describe('past mails', () => {
  test('keep their Message-ID, their people without colleagues, and which way they went', async () => {
    const [row] = await plan(
      'Date,Subject,Body,From,To,Message-ID\n2024-03-05T14:30:00Z,Hi,Text,Mia <mia@sidebook.example>,"Ada <ada@acme.com>, jo@acme.com",<abc@Mail.example>\n',
    );
    const [mail] = row?.interactions ?? [];
    expect(mail).toMatchObject({
      kind: 'email',
      direction: 'out',
      occurredAt: Date.UTC(2024, 2, 5, 14, 30),
      fingerprint: ['mid:abc@mail.example'],
      participants: [
        { name: 'Mia', email: 'mia@sidebook.example', role: 'from' },
        { email: 'ada@acme.com', role: 'to' },
        { email: 'jo@acme.com', role: 'to' },
      ],
    });
    expect(mail?.contacts.map(({ value }) => value)).toEqual(['ada@acme.com', 'jo@acme.com']);
    expect(row?.contact).toBeNull();
  });
  test('without a day there is none', async () => {
    const rows = await plan(
      'Date,Type,Notes,Email\nsoon,Call,Hi,ada@acme.com\n,Call,Hi,ada@acme.com\n2024-01-01,Call,Hi,ada@acme.com\n',
    );
    expect(rows.map(({ interactions }) => interactions.length)).toEqual([0, 0, 1]);
    expect(problems(rows).map(([row, code]) => [row, code])).toEqual([
      [1, 'date.invalid'],
      [2, 'date.invalid'],
    ]);
  });
});

test('own fields of every kind are read, and what is none is told', async () => {
  const kinds = ['text', 'number', 'money', 'date', 'choice', 'yes-no', 'person'] as const;
  const ownFields = kinds.map(
    (kind, at): OwnField => ({
      ...newBase(`f${at}`, 0, null),
      noun: 'contact',
      key: kind.replace('-', '_'),
      label: kind,
      kind,
      options: ['Gold', '银牌'],
      position: at,
      places: [],
    }),
  );
  const head = `Email,${kinds.map((kind) => `${kind} [${kind.replace('-', '_')}]`).join(',')}\n`;
  const rows = await plan(
    `${head}ada@acme.com,text,"1.234,5","1.299,00 €",05.03.2024,gold,是,mia@sidebook.example\njo@acme.com,,x,5,yesterday,Iron,maybe,Nobody\n`,
    { ownFields },
  );
  expect(rows[0]?.contact?.own).toEqual({
    text: 'text',
    number: 1234.5,
    money: 'EUR 129900',
    date: '2024-03-05',
    choice: 'Gold',
    yes_no: 1,
    person: 'mia',
  });
  expect(rows[1]?.contact?.own).toEqual({});
  expect(problems(rows).map(([, code]) => code)).toEqual([
    'number.invalid',
    'money.invalid',
    'date.invalid',
    'choice.unknown',
    'choice.unknown',
    'owner.unknown',
  ]);
});

test('Chinese mobile numbers are read where most of a file’s are', async () => {
  const rows = await plan('姓名,手机\n李雷,13700001111\n韩梅梅,137 0000 2222\n');
  expect(rows.map(({ contact }) => contact?.keys[0]?.value)).toEqual(['+8613700001111', '+8613700002222']);
});

test('a long number that a spreadsheet cut short is nobody’s id or telephone', async () => {
  const rows = await plan(
    'ID,Name,Phone,Email\n1.01E+11,Ada,8.61381E+12,ada@acme.com\n1.01E+11,Grace,,g@navy.example\n',
  );
  expect(rows.map(({ contact }) => contact?.keys.map(({ kind }) => kind))).toEqual([['email'], ['email']]);
  expect(problems(rows).map(([row, code, column]) => [row, code, column])).toEqual([
    [1, 'number.invalid', 'ID'],
    [1, 'phone.invalid', 'Phone'],
    [2, 'number.invalid', 'ID'],
  ]);
});

test('an entry with a firm and a number but nobody is the firm’s', async () => {
  const rows = await plan(
    'First Name,Last Name,Company,Phone,E-mail\n,,ACME,+44 20 7946 0958,\n,,ACME,,info@acme.com\n',
  );
  expect(rows.map(({ contact, company }) => [contact?.name ?? null, company?.name, company?.phone])).toEqual([
    [null, 'ACME', '+44 20 7946 0958'],
    ['Info', 'ACME', null],
  ]);
});

test('amounts and days of a column that is chosen later are read as that column writes them', async () => {
  const table = await readFile(new Blob(['Name;Email;X;Y\nAda;ada@acme.com;1.234,5;13/02/2024\n']));
  let mapping = guessColumns(table, world);
  expect([mapping.decimal, mapping.dateCertain]).toEqual(['.', true]);
  mapping = setTarget(setTarget(mapping, 2, 'contact.newField', table), 3, 'contact.newField', table);
  expect([mapping.decimal, mapping.dateOrder]).toEqual([',', 'dmy']);
  for await (const [row] of planRows(table, mapping, world))
    expect(row?.contact?.own).toEqual({ x: 1234.5, y: '2024-02-13' });
});
