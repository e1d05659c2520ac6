import { describe, expect, test } from 'vitest';
import { newBase } from '../../../shared/domain/row.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import { readFile } from '../read.ts';
import { exportColumns } from '../write/columns.ts';
import { guessColumns, setTarget } from './guess.ts';
import { newFieldsOf } from './mapping.ts';
import { keyOf } from './own-field.ts';
import { targetsOf } from './target.ts';
import { readHeader } from './words.ts';

const world = { ownFields: [], country: null, currency: null };
const read = (text: string) => readFile(new Blob([text]));

const own = (key: string, label: string, noun: OwnField['noun'] = 'contact'): OwnField => ({
  ...newBase('01900000-0000-7000-8000-000000000001', 0, null),
  noun,
  key,
  label,
  kind: 'text',
  options: [],
  position: 0,
  places: [],
});

describe('headers of people', () => {
  test.each([
    ['First Name', 'contact.givenName'],
    ['FirstName', 'contact.givenName'],
    ['first_name', 'contact.givenName'],
    ['姓名', 'contact.name'],
    ['聯絡人', 'contact.name'],
    ['电子邮箱', 'contact.email'],
    ['電子郵件', 'contact.email'],
    ['Work e-mail address', 'contact.email'],
    ['手机号码', 'contact.phone'],
    ['行動電話', 'contact.phone'],
    ['Mobile', 'contact.phone'],
    ['公司名称', 'company.name'],
    ['公司名稱', 'company.name'],
    ['公司电话', 'company.phone'],
    ['Company website', 'company.website'],
    ['Account owner', 'company.owner'],
    ['职务', 'contact.title'],
    ['職稱', 'contact.title'],
    ['Vorname', 'contact.givenName'],
    ['Nachname', 'contact.familyName'],
    ['Telefonnummer', 'contact.phone'],
    ['Straße', 'contact.street'],
    ['Prénom', 'contact.givenName'],
    ['Téléphone', 'contact.phone'],
    ['Société', 'company.name'],
    ['Apellidos', 'contact.familyName'],
    ['Correo electrónico', 'contact.email'],
    ['会社名', 'company.name'],
    ['氏名', 'contact.name'],
    ['メールアドレス', 'contact.email'],
    ['電話番号', 'contact.phone'],
    ['客户来源', 'source'],
    ['备注', 'contact.note'],
    ['负责人', 'contact.owner'],
    ['標籤', 'ignore'],
    ['Birthday', 'ignore'],
    ['Fax', 'ignore'],
    ['Photo', 'ignore'],
  ])('%s is %s', async (header, target) => {
    const table = await read(`${header};Name of somebody\n;\nx;Ada\n`);
    table.rows = [['', '']];
    expect(guessColumns(table, world, { noun: 'contact' }).columns[0]?.target).toBe(target);
  });
});

test('every word of the dictionary is its own: none is hidden behind another', () => {
  for (const noun of ['contact', 'company', 'deal'] as const)
    for (const { header } of exportColumns(noun, []))
      if (!header.startsWith('Sidebook'))
        expect([header, readHeader(header)?.loose]).toEqual([header, false]);
});

test.each([
  ['Name,Amount,Stage,Close date\nACME,5,Demo,2024-01-01\n', 'deal'],
  ['商机名称,金额,阶段\n大单,5,谈判\n', 'deal'],
  ['Date,Type,Subject,Email\n2024-01-01,Call,Hi,a@acme.com\n', 'interaction'],
  ['跟进时间,跟进方式,跟进内容,联系人\n2024-01-01,电话,聊了,李雷\n', 'interaction'],
  ['Company name,Domain,Industry\nACME,acme.com,Engines\n', 'company'],
  ['公司名称,行业,网址\n甲,乙,acme.cn\n', 'company'],
  ['Name,E-mail,Company\nAda,ada@acme.com,ACME\n', 'contact'],
  ['Firma;Ansprechpartner;Telefon\nACME;Ada;030 1\n', 'contact'],
])('%j is about %s', async (text, noun) => {
  expect(guessColumns(await read(text), world).noun).toBe(noun);
});

describe('cells speak against their header', () => {
  test('a status of people that is no life cycle is left', async () => {
    const table = await read('Name,Email,Status\nAda,ada@acme.com,Bounced\n');
    expect(guessColumns(table, world).columns[2]).toMatchObject({ target: 'ignore', confidence: 'unsure' });
    const known = await read('Name,Email,Status\nAda,ada@acme.com,客户\n');
    expect(guessColumns(known, world).columns[2]).toMatchObject({
      target: 'contact.lifeCycle',
      confidence: 'sure',
    });
  });

  test('a role of people is what they do, unless it is one of ours', async () => {
    const jobs = await read('Name,Email,Role\nAda,ada@acme.com,Head of Engines\nJo,jo@acme.com,Buyer\n');
    expect(guessColumns(jobs, world).columns[2]?.target).toBe('contact.title');
    const roles = await read('Name,Email,Role\nAda,ada@acme.com,供应商\nJo,jo@acme.com,Competitor\n');
    expect(guessColumns(roles, world).columns[2]?.target).toBe('contact.role');
  });

  test('an address column without addresses is not sure', async () => {
    const table = await read('Name,Email\nAda,yes\nJo,no\n');
    expect(guessColumns(table, world).columns[1]).toMatchObject({
      target: 'contact.email',
      confidence: 'unsure',
    });
  });

  test('columns that say nothing are known by what stands in them', async () => {
    const table = await read(
      'A,B,C,D\nAda Lovelace,ada@acme.com,+44 20 7946 0958,x\nGrace Hopper,g@navy.example,+1 703 555 0100,y\n',
    );
    expect(guessColumns(table, world).columns.map(({ target, basis }) => [target, basis])).toEqual([
      ['contact.name', 'values'],
      ['contact.email', 'values'],
      ['contact.phone', 'values'],
      ['ignore', 'none'],
    ]);
  });
});

test('own fields are found by key and by label', async () => {
  const table = await read('Name,Email,Vertrag [contract],Lieblingsfarbe\nAda,ada@acme.com,x,y\n');
  const ownFields = [
    own('contract', 'Contract'),
    own('colour', 'lieblingsfarbe'),
    own('contract', 'Contract', 'deal'),
  ];
  const { columns } = guessColumns(table, { ...world, ownFields });
  expect(columns.slice(2).map(({ target }) => target)).toEqual([
    'contact.own.contract',
    'contact.own.colour',
  ]);
  expect(targetsOf('contact', ownFields)).toContain('contact.own.contract');
  expect(targetsOf('contact', ownFields)).not.toContain('deal.own.contract');
});

test('a correction wins, takes a single target from another column, and makes a field of what is none', async () => {
  const lines = Array.from(
    { length: 12 },
    (_, at) => `Ada,a${at}@acme.com,${at % 2 ? 'Gold' : 'Silver'},2024-01-0${(at % 9) + 1}`,
  );
  const table = await read(`Name,Email,Tier,First order\n${lines.join('\n')}\n`);
  let mapping = guessColumns(table, world);
  expect(mapping.columns.map(({ target }) => target)).toEqual([
    'contact.name',
    'contact.email',
    'ignore',
    'ignore',
  ]);
  mapping = setTarget(mapping, 2, 'contact.name', table);
  expect(mapping.columns[0]).toMatchObject({ target: 'ignore' });
  expect(mapping.columns[2]).toMatchObject({ target: 'contact.name', basis: 'chosen' });
  mapping = setTarget(setTarget(mapping, 2, 'contact.newField', table), 3, 'contact.newField', table);
  expect(newFieldsOf(mapping)).toEqual([
    { noun: 'contact', key: 'tier', label: 'Tier', kind: 'choice', options: ['Silver', 'Gold'] },
    { noun: 'contact', key: 'first_order', label: 'First order', kind: 'date', options: [] },
  ]);
});

test('keys of new fields are as the server wants them, in every script', () => {
  const keys = ['Contract end', '合同', '1. Wahl', '__proto__', '!!', 'x'.repeat(200)].map((label) =>
    keyOf(label, ['contract_end']),
  );
  for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
  expect(keys[0]).toBe('contract_end_2');
});
