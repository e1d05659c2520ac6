import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { joinSightings } from './join.ts';
import { readPage } from './page.ts';
import { makePlaces } from './places.ts';
import { readAll } from './recogniser.ts';
import { type Facts, sight } from './sight.ts';

const one = (
  facts: Facts,
  source: Parameters<typeof sight>[1],
  confidence: number,
  at?: number,
): Sighting => {
  const made = sight(facts, source, confidence, at);
  if (!made) throw new Error('nothing of use in it');
  return made;
};
const join = (...all: Sighting[]) => readAll(joinSightings(all));
const ada = { kind: 'person', name: 'Ada Byron' } as const;

describe('sightings of one', () => {
  test('are one, each field from its surest source and other values kept', () => {
    const [person, ...others] = join(
      one({ ...ada, title: 'Analyst', emails: ['ada@acme.example'] }, 'text', 0.6, 4),
      one({ ...ada, title: 'Head of Analysis', emails: ['ada@acme.example'] }, 'json-ld', 0.9),
    );
    expect(others).toEqual([]);
    expect(person?.fields.title).toMatchObject({ value: 'Head of Analysis', source: 'json-ld' });
    expect(person?.others?.title?.map(({ value }) => value)).toEqual(['Analyst']);
    // What is surest stood nowhere that one could see; the same value in the text did.
    expect(person?.fields.name).toMatchObject({ source: 'json-ld', confidence: 0.9, at: 4 });
    expect(person?.keys).toMatchObject([{ source: 'json-ld', at: 4 }]);
  });

  test.each([
    ['Ada Byron', 'Dr. Ada Byron'],
    ['Ada Byron', 'ADA BYRON'],
    ['Ada K. Byron', 'Ada Byron'],
    ['Ada King Byron', 'Ada K. Byron'],
    ['Zoë Müller', 'Zoe Muller'],
  ])('%s and %s are one by name', (name, other) => {
    expect(
      join(one({ kind: 'person', name }, 'text', 0.6), one({ kind: 'person', name: other }, 'text', 0.5)),
    ).toHaveLength(1);
  });

  test.each([
    ['Ada Byron', 'Ada Lovelace'],
    ['Ada King Byron', 'Ada Maria Byron'],
    ['王小明', '王小红'],
  ])('%s and %s are two, though they share a number and an address', (name, other) => {
    const shared = { kind: 'person', phones: ['+44 20 7946 0018'], emails: ['desk@acme.example'] } as const;
    expect(
      join(one({ ...shared, name }, 'json-ld', 0.9), one({ ...shared, name: other }, 'json-ld', 0.9)),
    ).toHaveLength(2);
  });

  test('an address without a name is of whoever has it', () => {
    const joined = join(
      one({ ...ada, emails: ['ada@acme.example'] }, 'text', 0.6),
      one({ kind: 'person', emails: ['ada@acme.example'] }, 'mailto', 0.8, 9),
    );
    expect(joined).toHaveLength(1);
    expect(joined[0]?.keys).toMatchObject([{ source: 'mailto', at: 9 }]);
  });

  test('what is given in is never changed', () => {
    const given = [
      one({ ...ada, emails: ['ada@acme.example'] }, 'text', 0.6),
      one({ ...ada, title: 'CTO' }, 'h-card', 0.8),
    ];
    const before = structuredClone(given);
    join(...given);
    expect(given).toEqual(before);
  });
});

test.each([
  [
    'microdata',
    '<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Byron</b><i itemprop="jobTitle">Chief of Engines</i><a itemprop="email" href="mailto:ada@acme.example">w</a></div>',
  ],
  [
    'rdfa',
    '<div vocab="https://schema.org/" typeof="Person"><b property="name">Ada Byron</b><i property="jobTitle">Chief of Engines</i><a property="email" href="mailto:ada@acme.example">w</a></div>',
  ],
  [
    'h-card',
    '<div class="h-card"><b class="p-name">Ada Byron</b><i class="p-job-title">Chief of Engines</i><a class="u-email" href="mailto:ada@acme.example">w</a></div>',
  ],
])('each fact of %s is pointed at where it stood', (source, html) => {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const places = makePlaces();
  const person = readAll(readPage({ document, url: 'https://acme.example/', places })).find(
    ({ kind, fields }) => kind === 'person' && fields.name,
  );
  const nodeAt = (at: number | undefined) =>
    (at === undefined ? null : (places.nodeAt(at) as Element | null))?.localName;
  expect(person?.fields.name?.source).toBe(source);
  expect([
    nodeAt(person?.fields.name?.at),
    nodeAt(person?.fields.title?.at),
    nodeAt(person?.keys[0]?.at),
  ]).toEqual(['b', 'i', 'a']);
});
