import { beforeEach, describe, expect, test } from 'vitest';
import type { Company, Contact } from '../../shared/domain/rows.ts';
import { noNameTables } from '../../shared/identity/name/tables.ts';
import { nameReader } from '../../shared/identity/pairs/names.ts';
import { idFrom } from '../../shared/kit/id.ts';
import { companyRow, contactRow, emailKey } from '../../tests/fixtures/rows.ts';
import type { Newcomer } from '../messages/pairs.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import { addContact } from './add-contact.ts';
import type { Core } from './core.ts';
import { likelyCompanies, likelyPersons } from './likely.ts';

const names = nameReader(noNameTables);
let mirror: Mirror;
const put = (contacts: Contact[], companies: Company[] = []) =>
  mirror.commit(async (tx) => {
    for (const row of companies) await tx.put({ noun: 'company', row });
    for (const row of contacts) await tx.put({ noun: 'contact', row });
  });
const nobody: Newcomer = {
  ...{
    name: '',
    email: null,
    phone: null,
    title: null,
    companyName: null,
    domain: null,
    address: null,
    url: null,
  },
};
const likely = async (newcomer: Partial<Newcomer>) =>
  (await likelyPersons(mirror, { ...nobody, ...newcomer }, names)).map(({ id }) => id);
const firms = async (name: string, domain: string | null = null) =>
  (await likelyCompanies(mirror, { name, domain, phone: null }, names)).map(({ id }) => id);

beforeEach(async () => {
  mirror = await openMirror(memoryStore());
  await put(
    [
      contactRow('ada', {
        name: 'Ada Lovelace',
        companyId: 'acme',
        keys: [emailKey('ada@acme.com'), { kind: 'phone', value: '+442079460001', source: null }],
      }),
      contactRow('charles', {
        name: 'Charles Babbage',
        companyId: 'acme',
        keys: [{ kind: 'phone', value: '+442079460001', source: null }],
      }),
      contactRow('john', { name: 'John Smith', keys: [emailKey('john@smith.example')] }),
    ],
    [
      companyRow('acme', { name: 'ACME Inc.', domains: ['acme.com'] }),
      companyRow('zen', { name: 'Zenith Ltd', domains: ['zenith.io'] }),
    ],
  );
});

describe('somebody about to be added', () => {
  test.each<[string, Partial<Newcomer>, string[]]>([
    ['is asked about by the name at the same company', { name: 'Ada Lovelace', domain: 'acme.com' }, ['ada']],
    ['by a mistyped name and the telephone', { name: 'Ada Lovelase', phone: '+44 20 7946 0001' }, ['ada']],
    ['by an initial at the same company', { name: 'A. Lovelace', email: 'lovelace@acme.com' }, ['ada']],
    ['by a whole rare name that nothing contradicts', { name: 'Ada Lovelace' }, ['ada']],
    [
      'not by the name where the address says another company',
      { name: 'Ada Lovelace', email: 'ada@zenith.io' },
      [],
    ],
    ['not by a common name', { name: 'John Smith' }, []],
    [
      'not by the switchboard',
      { name: 'Grace Brewster Hopper', phone: '+44 20 7946 0001', domain: 'acme.com' },
      [],
    ],
    ['not by nothing', { name: '' }, []],
  ])('%s', async (_, newcomer, found) => {
    expect(await likely(newcomer)).toEqual(found);
  });

  test('is told why, with both values', async () => {
    const [first] = await likelyPersons(
      mirror,
      { ...nobody, name: 'Ada Lovelase', phone: '+44 20 7946 0001', domain: 'acme.com' },
      names,
    );
    expect(first).toMatchObject({ id: 'ada', detail: 'ACME Inc.' });
    expect(first?.reasons.map(({ field, level }) => `${field} ${level}`)).toContain('phone same');
    expect(first?.probability).toBeGreaterThan(0.9);
  });
});

test.each<[string, string, string | null, string[]]>([
  ['another legal form', 'Acme', null, ['acme']],
  ['the same name under another ending', 'Acme GmbH', 'acme.de', ['acme']],
  ['its own domain', 'Whatever Corp', 'acme.com', ['acme']],
  ['nothing in common', 'Northwind', 'northwind.com', []],
])('a company about to be added is asked about by %s', async (_, name, domain, found) => {
  expect(await firms(name, domain)).toEqual(found);
});

test('a contact is added to the company that was chosen, and none is made', async () => {
  const core = {
    ...{ mirror, newId: () => idFrom(5, new Uint8Array(10)), now: () => 5 },
    ...{ device: { get: () => null }, sync: { now: async () => {} } },
  } as unknown as Core;
  const newcomer = { ...nobody, name: 'Grace Brewster', companyName: 'Acme', domain: 'acme.de' };
  const more = { lifeCycle: 'lead' as const, channel: 'manual', page: null, companyId: 'acme' };
  const { contactId } = await addContact(core, { ...newcomer, ...more });
  expect(await mirror.get('contact', contactId)).toMatchObject({ companyId: 'acme' });
  expect(await mirror.count('company')).toBe(2);
});
