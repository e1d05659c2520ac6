import { beforeEach, describe, expect, test } from 'vitest';
import { newBase } from '../../shared/domain/row.ts';
import type { Contact, Distinction } from '../../shared/domain/rows.ts';
import { noNameTables } from '../../shared/identity/name/tables.ts';
import { nameReader } from '../../shared/identity/pairs/names.ts';
import { factsOf, generate } from '../../tests/fixtures/duplicates/generate.ts';
import { customers } from '../../tests/fixtures/duplicates/rates.ts';
import { companyRow, contactRow } from '../../tests/fixtures/rows.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import { type Finder, openFinder } from './finder.ts';
import { keptIn } from './kept.ts';
import { openPairs } from './view.ts';

const names = nameReader(noNameTables);
let store: ReturnType<typeof memoryStore>;
let mirror: Mirror;
let finder: Finder;
let queue: (() => void)[];
let clock: number;
const failed: unknown[] = [];

function open(): void {
  queue = [];
  finder = openFinder({
    mirror,
    names: async () => names,
    // Every look at the clock is a turn over: the search pauses wherever it may.
    now: () => (clock += 10),
    after: (_, run) => {
      queue.push(run);
      return () => {
        queue = queue.filter((each) => each !== run);
      };
    },
    report: (cause) => failed.push(cause),
  });
}
/** Lets the search go on for so many pauses, or to its end. */
async function letRun(turns = 100_000): Promise<void> {
  for (let idle = 0; idle < 20 && turns > 0; ) {
    await new Promise((resolve) => setImmediate(resolve));
    const run = queue.shift();
    idle = run ? 0 : idle + 1;
    if (run) turns--;
    run?.();
  }
}
const add = (...rows: Contact[]) =>
  mirror.commit(async (tx) => {
    for (const row of rows) await tx.put({ noun: 'contact', row });
  });
const person = (id: string, name: string, more: Partial<Contact> = {}): Contact =>
  contactRow(id, { name, ...more });
const phone = (value: string) => ({ keys: [{ kind: 'phone' as const, value, source: null }] });
const pairsNow = async (noun: 'contact' | 'company' = 'contact') =>
  (await openPairs(mirror, noun, names)).pairs.map(({ a, b }) => `${a} ${b}`);

beforeEach(async () => {
  clock = 0;
  failed.length = 0;
  store = memoryStore();
  mirror = await openMirror(store);
  open();
});

describe('doubles are found in the background', () => {
  test('among all that are there, and again when one changes', async () => {
    await add(
      person('a', 'Ada Lovelace', phone('+442079460001')),
      person('b', 'A. Lovelace', phone('+442079460001')),
      person('c', 'Edith Clarke', phone('+12025550101')),
    );
    finder.resume();
    await letRun();
    expect(await pairsNow()).toEqual(['a b']);
    await add(
      person('c', 'Ada Lovelace', phone('+12025550101')),
      person('d', 'Edith Clarke', phone('+12025550102')),
    );
    await letRun();
    expect(await pairsNow()).toEqual(['a b']);
    await add(
      person('d', 'Edith Clarke', { ...phone('+12025550102'), address: '1 Navy Yard, Arlington 22203' }),
    );
    await add(person('e', 'Edith Clark', { address: '1 Navy Yard, Arlington 22203' }));
    await letRun();
    expect(await pairsNow()).toContain('d e');
    await mirror.commit((tx) => tx.remove('contact', 'b'));
    await letRun();
    expect(await pairsNow()).toEqual(['d e']);
    expect(failed).toEqual([]);
  });

  test('and go on where a worker that died had come, without comparing again', async () => {
    const made = generate(240, 110, customers, 'died');
    await add(
      ...made.map((each, at) => {
        const facts = factsOf(each, '');
        const keys = [...facts.emails.map((value) => ({ kind: 'email' as const, value, source: null }))];
        return person(`p${String(at).padStart(4, '0')}`, facts.name, {
          keys,
          phone: facts.phones[0] ?? null,
          address: facts.address,
        });
      }),
    );
    finder.resume();
    // Dies again and again, each time a little later.
    for (let life = 0; life < 12; life++) {
      await letRun(40 + life * 15);
      finder.close();
      mirror = await openMirror(store);
      open();
      finder.resume();
    }
    await letRun();
    const kept = await mirror.read((tx) => keptIn(tx, 'contact'));
    expect(kept?.finished).toBe(true);
    expect(kept?.compared.length).toBe(made.length);
    const inTurns = await pairsNow();

    store = memoryStore();
    const whole = mirror;
    mirror = await openMirror(store);
    await add(
      ...(
        await Promise.all(made.map((_, at) => whole.get('contact', `p${String(at).padStart(4, '0')}`)))
      ).flatMap((row) => row ?? []),
    );
    open();
    finder.resume();
    await letRun();
    expect(new Set(inTurns)).toEqual(new Set(await pairsNow()));
    expect(inTurns.length).toBeGreaterThan(40);
  });

  test('and nothing is read again by the next worker while nobody of theirs has changed', async () => {
    await add(person('a', 'Ada Lovelace', phone('+442079460001')), person('b', 'Ada Lovelace'));
    finder.resume();
    await letRun();
    expect(finder.state().running).toBe(false);
    const again = async () => {
      finder.close();
      mirror = await openMirror(store);
      open();
      finder.resume();
      await letRun();
      return finder.state().scanned;
    };
    expect(await again()).toBe(0);
    await mirror.commit((tx) => tx.raw.put('meta', 'place', { cursor: 'moved' }));
    expect(await again()).toBeGreaterThan(0);
  });

  test('of companies too, whatever their legal form', async () => {
    await mirror.commit(async (tx) => {
      const rows = [
        companyRow('x', { name: 'ACME Inc.', domains: ['acme.com'] }),
        companyRow('y', { name: 'Acme', domains: ['acme.co.uk'] }),
        companyRow('z', { name: 'Zenith Ltd', domains: ['zenith.io'] }),
      ];
      for (const row of rows) await tx.put({ noun: 'company', row });
    });
    finder.resume();
    await letRun();
    expect(await pairsNow('company')).toEqual(['x y']);
  });

  test('but what one keeps to oneself is no double of what all have', async () => {
    await add(
      person('a', 'Ada Lovelace', phone('+442079460001')),
      person('b', 'Ada Lovelace', { ...phone('+442079460001'), privateTo: 'me' }),
    );
    finder.resume();
    await letRun();
    expect(await pairsNow()).toEqual([]);
  });
});

describe('what somebody told apart', () => {
  const apart = (id: string, askAbove: number | null): Distinction => ({
    ...newBase(id, 1, null),
    ...{ noun: 'contact', aId: 'a', bId: 'b', askAbove },
  });
  const tell = (row: Distinction) => mirror.commit((tx) => tx.put({ noun: 'distinction', row }));

  test('is not asked again, or only of what is known now; the latest word counts [J9]', async () => {
    await add(
      person('a', 'Ada Lovelace', phone('+442079460001')),
      person('b', 'Ada Lovelace', phone('+442079460001')),
    );
    finder.resume();
    await letRun();
    const { pairs, describe } = await openPairs(mirror, 'contact', names);
    const { weight } = (await describe(pairs[0] as never)) ?? { weight: 0 };
    await tell(apart('d1', weight));
    expect(await pairsNow()).toEqual([]);
    const home = { address: '12 St James Square, London SW1Y 4JH' };
    await add(
      person('a', 'Ada Lovelace', { ...phone('+442079460001'), ...home }),
      person('b', 'Ada Lovelace', { ...phone('+442079460001'), ...home }),
    );
    expect(await pairsNow()).toEqual(['a b']);
    await tell({ ...apart('d2', null), createdAt: 2 });
    expect(await pairsNow()).toEqual([]);
  });
});
