import { beforeEach, describe, expect, test } from 'vitest';
import { hostName } from '../../shared/identity/host.ts';
import { countEffort } from '../../tests/effort.ts';
import { companyRow } from '../../tests/fixtures/rows.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import { buildKnown, storeKnown, storeMore } from '../pairs/known.ts';
import type { Core } from './core.ts';
import { dismissLookAlike, lookAlikes } from './look-alikes.ts';
import { haveTables } from './tables.ts';
import { wholeTables } from './whole-tables.ts';

haveTables(wholeTables);

const firms = [
  { id: 'acme', name: 'ACME GmbH', domains: ['acme.com'] },
  { id: 'lumen', name: 'Lumen Optics', domains: ['lumen.io', 'lumen-optics.de'] },
];
let core: Core;
const seen = async (hosts: string[], names: string[] = []) =>
  (await lookAlikes(core, { hosts, names })).map(
    ({ kind, known, company }) => `${kind} ${known} ${company.id}`,
  );

beforeEach(async () => {
  const mirror = await openMirror(memoryStore());
  await mirror.commit(async (tx) => {
    for (const { id, ...more } of firms) await tx.put({ noun: 'company', row: companyRow(id, more) });
  });
  await storeKnown(mirror, await buildKnown(firms, async () => {}));
  const dismissed = new Set<string>();
  core = {
    mirror,
    dismissed: {
      has: (what: string) => dismissed.has(what),
      add: async (what: string) => void dismissed.add(what),
    },
  } as unknown as Core;
});

describe('who passes for a company that is known', () => {
  test.each([
    ['a letter of another script', hostName('аcme.com') ?? '', ['domain acme.com acme']],
    ['letters that look like another', 'lurnen.io', ['domain lumen.io lumen']],
    ['a word behind the name', 'acme-billing.com', ['domain acme.com acme']],
    ['the known domain in front of another', 'acme.com.payments.example', ['domain acme.com acme']],
    ['its own domain', 'acme.com', []],
    ['a mailbox anybody can have', 'gmail.com', []],
    ['nobody like it', 'northwind.example', []],
  ])('%s: %s', async (_, host, found) => {
    expect(await seen([host])).toEqual(found);
  });

  test('by a name, unless the domain is the known one', async () => {
    expect(await seen(['northwind.example'], ['ACNE GmbH'])).toEqual(['name ACME GmbH acme']);
    expect(await seen(['acme.com'], ['ACNE GmbH'])).toEqual([]);
    expect(await seen([], ['ACME GmbH'])).toEqual([]);
  });

  test('is said once, and no more where somebody does not want it', async () => {
    expect(await seen(['lurnen.io', 'lurnen.io'])).toHaveLength(1);
    await dismissLookAlike(core, { seen: 'lurnen.io', known: 'lumen.io' });
    expect(await seen(['lurnen.io'])).toEqual([]);
  });

  test('no more once the company is gone, and at once when one is new', async () => {
    await core.mirror.commit((tx) => tx.remove('company', 'lumen'));
    expect(await seen(['lurnen.io'])).toEqual([]);
    const zenith = { id: 'zen', name: 'Zenith', domains: ['zenith.io'] };
    await core.mirror.commit((tx) => tx.put({ noun: 'company', row: companyRow('zen', zenith) }));
    await storeMore(core.mirror, [zenith]);
    expect(await seen(['zen1th.io'])).toEqual(['domain zenith.io zen']);
  });

  test('is found among ten thousand companies at once', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => {
      const name = `${'abcdefghij'[at % 10]}${(at * 7_919).toString(36)}works`;
      return { id: `f${at}`, name, domains: [`${name}.com`] };
    });
    const [one] = many;
    await core.mirror.commit((tx) =>
      tx.put({ noun: 'company', row: companyRow('f0', { ...one, domains: one?.domains ?? [] }) }),
    );
    await storeKnown(core.mirror, await buildKnown(many, async () => {}));
    const host = one?.domains[0]?.replace('works', 'vvorks') ?? '';
    expect(await seen([host])).toEqual([`domain ${one?.domains[0]} f0`]);
    const spent = countEffort();
    await seen(['acme-billing.com', host, 'q1works.com', 'zzzzworks.net']);
    expect(spent()).toBeLessThan(10);
  });
});
