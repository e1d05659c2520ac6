import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { foundPairs, scoreOf } from '../../../tests/fixtures/duplicates/found.ts';
import { factsOf, generate, truePairs } from '../../../tests/fixtures/duplicates/generate.ts';
import { customers, febrl3, febrlAll } from '../../../tests/fixtures/duplicates/rates.ts';
import { wholeNameTables } from '../name/whole.ts';
import { newCompared } from './compare.ts';
import { reasonsOf } from './explain.ts';
import type { PersonFacts } from './facts.ts';
import { findPairs, judge } from './find.ts';
import { fewestToLearn } from './learn.ts';
import { priorWeights, shownLimit, type Weights } from './model.ts';
import { nameReader } from './names.ts';
import { type Person, preparePerson } from './person.ts';
import { countPerson, newCounts, rarityOf } from './rarity.ts';

const decoder = new TextDecoder('gb2312');
const names = nameReader(wholeNameTables((bytes) => decoder.decode(bytes)));
const facts = (id: string, name: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...{
    id,
    name,
    given: null,
    family: null,
    emails: [],
    phones: [],
    companyId: null,
    company: null,
    domains: [],
  },
  ...{ title: null, address: null, birthday: null, handles: [] },
  ...more,
});
const prepared = (all: readonly PersonFacts[]): Person[] => all.map((each) => preparePerson(each, names));
const countsOf = (rows: readonly Person[]) => {
  const counts = newCounts();
  for (const row of rows) countPerson(counts, row);
  return counts;
};
/** How likely two are one where nothing was learned. */
const likely = (a: PersonFacts, b: PersonFacts): number => {
  const [one, other] = prepared([a, b]) as [Person, Person];
  return judge('contact', one, other, priorWeights('contact', 0), rarityOf(newCounts()));
};
const made = (originals: number, duplicates: number, shape: typeof febrl3, seed: string) => {
  const records = generate(originals, duplicates, shape, seed);
  return { people: records.map((each, at) => factsOf(each, String(at))), truth: truePairs(records) };
};

describe('doubles among a thousand synthetic records', () => {
  test.each([
    ["as Febrl's dataset 3", febrl3, 0.96, 0.999],
    ['with every kind of error, families and scripts', febrlAll, 0.95, 0.975],
    ['as customers are kept', customers, 0.955, 0.96],
  ])('%s are found', (_, shape, least, precision) => {
    const { people, truth } = made(500, 500, shape, 'held');
    const score = scoreOf(foundPairs(people, names).pairs, truth);
    expect(score.f1).toBeGreaterThan(least);
    expect(score.precision).toBeGreaterThan(precision);
  });

  test('are the same ones whenever they are looked for', () => {
    const { people } = made(300, 200, customers, 'again');
    expect([...foundPairs(people, names).pairs]).toEqual([...foundPairs(people, names).pairs]);
  });

  test('are found too by comparing only what is new with what is there', () => {
    const { people } = made(500, 300, customers, 'new');
    const rows = prepared(people);
    const rarity = rarityOf(countsOf(rows));
    const all = new Set<string>();
    const take = (search: ReturnType<typeof findPairs>): Weights => {
      for (;;) {
        const step = search.next();
        if (step.done) return step.value;
        for (const { a, b } of step.value.pairs) all.add(`${a} ${b}`);
      }
    };
    const weights = take(findPairs('contact', rows, rarity));
    const whole = new Set(all);
    all.clear();
    take(findPairs('contact', rows, rarity, weights, (at) => at < 400));
    take(findPairs('contact', rows, rarity, weights, (at) => at >= 400));
    expect(all).toEqual(whole);
  });
});

describe('weights', () => {
  const learnedFrom = (people: readonly PersonFacts[]): Weights => {
    const rows = prepared(people);
    const search = findPairs('contact', rows, rarityOf(countsOf(rows)));
    for (;;) {
      const step = search.next();
      if (step.done) return step.value;
    }
  };

  test('are the published ones where there is little to learn from', () => {
    const few = made(200, 60, customers, 'few').people.slice(0, fewestToLearn - 1);
    expect(learnedFrom(few)).toEqual(priorWeights('contact', few.length));
  });

  test('stay sound where there is nothing to find, or everything is the same', () => {
    const nobody = made(800, 0, customers, 'nobody');
    const everybody = Array.from({ length: 400 }, (_, at) =>
      facts(String(at), 'Test Test', { phones: ['+15550100'] }),
    );
    for (const people of [nobody.people, everybody]) {
      const weights = learnedFrom(people);
      for (const table of Object.values(weights.level))
        for (const field of table) for (const chance of field) expect(chance >= 0 && chance <= 1).toBe(true);
      expect(weights.share.one).toBeGreaterThan(0);
      expect(weights.share.one).toBeLessThan(0.1);
    }
    const found = foundPairs(nobody.people, names).pairs.size;
    expect(found).toBeLessThan(8);
  });

  test('more alike never weighs less', () => {
    const weights = learnedFrom(made(500, 500, febrlAll, 'order').people);
    weights.level.one.forEach((one, at) => {
      const ratios = one.slice(1).map((chance, n) => chance / (weights.level.common[at]?.[n + 1] ?? 1));
      for (const [n, ratio] of ratios.entries())
        expect(ratio).toBeLessThanOrEqual((ratios[n - 1] ?? ratio) * 1.000_001);
    });
  });
});

describe('two people are not one', () => {
  const phone = { phones: ['+442079460001'] };
  const office = { companyId: 'acme', company: 'ACME', domains: ['acme.com'] };
  const home = { address: '12 St James Square, London SW1Y 4JH' };
  test.each<[string, PersonFacts, PersonFacts]>([
    [
      'by a display name where all else says otherwise',
      facts('a', 'Ada Lovelace', { emails: ['ada@x.org'], ...phone }),
      facts('b', 'Ada Lovelace', { emails: ['al@y.org'], phones: ['+13125550199'] }),
    ],
    ['by a common name alone', facts('a', 'John Smith'), facts('b', 'John Smith')],
    [
      'by a switchboard and a company',
      facts('a', 'Ada Lovelace', { ...phone, ...office }),
      facts('b', 'Charles Babbage', { ...phone, ...office }),
    ],
    [
      'by a home and a family name',
      facts('a', 'Ada Lovelace', { ...home, ...phone }),
      facts('b', 'Ralph Lovelace', { ...home, ...phone }),
    ],
    [
      'when they are father and son',
      facts('a', 'John Smith Jr.', { ...home, ...phone }),
      facts('b', 'John Smith Sr.', { ...home, ...phone }),
    ],
    [
      'by an address of the whole office',
      facts('a', 'Ada Lovelace', { emails: ['info@acme.com'], ...office }),
      facts('b', 'Charles Babbage', { emails: ['office@acme.com'], ...office }),
    ],
    [
      'by a first name at one company',
      facts('a', 'John Miller', office),
      facts('b', 'John Kowalski', office),
    ],
  ])('%s', (_, a, b) => {
    expect(likely(a, b)).toBeLessThan(shownLimit);
    expect(likely(b, a)).toBeLessThan(shownLimit);
  });

  test('whatever stands beside, as long as both names differ and nothing is their own', () => {
    const given = ['Ada', 'Grace', 'Katherine', '伟', 'Олег', 'Bo'];
    const family = ['Lovelace', 'Hopper', 'Johnson', '王', 'Петров', 'Derek'];
    const beside: Partial<PersonFacts>[] = [phone, office, home, { title: 'CEO' }];
    for (const [n, a] of given.entries())
      for (const [k, b] of given.entries()) {
        if (n === k) continue;
        for (let mask = 0; mask < 16; mask++) {
          const more = Object.assign({}, ...beside.filter((_, at) => mask & (1 << at)));
          const one = facts('a', '', { given: a, family: family[n] ?? '', ...more });
          const other = facts('b', '', { given: b, family: family[k] ?? '', ...more });
          expect(likely(one, other)).toBeLessThan(shownLimit);
        }
      }
  });

  test('by anything that a record can be filled with', () => {
    const hostile = [
      'a'.repeat(100_000),
      '@'.repeat(100_000),
      '('.repeat(100_000),
      '王'.repeat(100_000),
      '\u202e\u200b',
      ' ',
      '0',
    ];
    const spent = countEffort();
    for (const text of hostile)
      for (const other of hostile) {
        const fill = (id: string, value: string) =>
          facts(id, value, {
            emails: [value],
            phones: [value],
            company: value,
            address: value,
            title: value,
            birthday: value,
          });
        expect(likely(fill('a', text), fill('b', other))).toBeLessThanOrEqual(1);
      }
    expect(spent()).toBeLessThan(800);
  });
});

describe('one person is found', () => {
  const phone = { phones: ['+442079460001'] };
  const office = { companyId: 'acme', company: 'ACME' };
  test.each<[string, PersonFacts, PersonFacts]>([
    ['under a pet form', facts('a', 'Bob Wolstonecroft', office), facts('b', 'Robert Wolstonecroft', office)],
    ['in another script', facts('a', '欧阳小明', office), facts('b', 'Xiaoming Ouyang', office)],
    ['with the names exchanged', facts('a', 'Lovelace Ada', phone), facts('b', 'Ada Lovelace', phone)],
    ['by an initial and a telephone', facts('a', 'A. Lovelace', phone), facts('b', 'Ada Lovelace', phone)],
    [
      'with the telephone written at home',
      facts('a', 'Ada Lovelace', { phones: ['020 7946 0001'] }),
      facts('b', 'Ada Lovelace', phone),
    ],
    [
      'by a mistyped address',
      facts('a', 'Ada Lovelase', { emails: ['countess.ada@x.org'] }),
      facts('b', 'Ada Lovelace', { emails: ['contess.ada@x.org'] }),
    ],
  ])('%s', (_, a, b) => {
    expect(likely(a, b)).toBeGreaterThan(shownLimit);
    expect(likely(b, a)).toBe(likely(a, b));
  });

  test('and the reasons say why, with both values', () => {
    const [a, b] = [
      facts('a', 'Ada Lovelace', { ...phone, ...office }),
      facts('b', 'Ada Lovelase', { ...phone, ...office }),
    ];
    const [one, other] = prepared([a, b]) as [Person, Person];
    const compared = newCompared();
    judge('contact', one, other, priorWeights('contact', 0), rarityOf(newCounts()), compared);
    const reasons = reasonsOf('contact', a, b, priorWeights('contact', 0), compared);
    expect(reasons.map(({ field, level }) => `${field} ${level}`)).toEqual([
      'phone same',
      'company same',
      'given same',
      'family close',
    ]);
    expect(reasons[0]).toMatchObject({ a: '+442079460001', b: '+442079460001' });
  });
});
