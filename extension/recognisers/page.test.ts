import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { keyText } from '../../shared/identity/key.ts';
import { countEffort } from '../../tests/effort.ts';
import { readPage } from './page.ts';
import { bounds, readAll } from './recogniser.ts';
import { isUntouched } from './silence.ts';
import { readInSlices } from './slices.ts';

const documentOf = (body: string, head = '') =>
  parseHTML(`<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`).document;
const see = (body: string, { head = '', url = 'https://www.acme-tools.example/team' } = {}) =>
  readAll(readPage({ document: documentOf(body, head), url }));
const keysOf = (body: string) => see(body).flatMap(({ keys }) => keys.map(({ value }) => keyText(value)));

describe('a page', () => {
  test('shows a person once, whatever markups tell of them, each field with its surest source', () => {
    const people = see(
      `<script type="application/ld+json">{"@type":"Person","name":"Ada Byron","email":"ada@acme-tools.example"}</script>
       <h3>Ada Byron</h3><p>Head of Analysis</p><a href="mailto:ada@acme-tools.example">Ada Byron</a>`,
    ).filter(({ kind }) => kind === 'person');
    expect(people).toHaveLength(1);
    expect(people[0]?.fields.name).toMatchObject({ value: 'Ada Byron', source: 'json-ld' });
    expect(people[0]?.fields.title).toMatchObject({ value: 'Head of Analysis', source: 'text' });
  });

  test('keeps what else was seen for a field, once, whatever its case and spacing', () => {
    const [ada] = see(
      `<script type="application/ld+json">[{"@type":"Person","name":"Ada Byron","email":"ada@acme-tools.example","jobTitle":"Chief Analyst"},
        {"@type":"Person","name":"Ada Byron","email":"ada@acme-tools.example","jobTitle":"CHIEF  analyst"},
        {"@type":"Person","name":"Ada Byron","email":"ada@acme-tools.example","jobTitle":"Board Member"}]</script>`,
    ).filter(({ kind }) => kind === 'person');
    expect(ada?.fields.title?.value).toBe('Chief Analyst');
    expect(ada?.others?.title?.map(({ value }) => value)).toEqual(['Board Member']);
  });

  test('keeps two people of one name with two addresses apart', () => {
    const people = see(
      `<script type="application/ld+json">[{"@type":"Person","name":"Li Wei","email":"li.wei@a.example"},{"@type":"Person","name":"Li Wei","email":"wei.li@b.example"}]</script>`,
    ).filter(({ kind }) => kind === 'person');
    expect(people.map(({ keys }) => keys.map(({ value }) => value.value))).toEqual([
      ['li.wei@a.example'],
      ['wei.li@b.example'],
    ]);
  });

  test('is its company by domain and name', () => {
    const company = see('', { head: '<title>Our team | Acme Tools</title>' }).find(
      ({ kind }) => kind === 'company',
    );
    expect(company?.fields.name?.value).toBe('Acme Tools');
    expect(company?.keys[0]?.value).toEqual({ kind: 'domain', value: 'acme-tools.example' });
  });

  test('has no company of its own at a mail provider or a network', () => {
    for (const url of ['https://mail.qq.com/x', 'https://github.com/ada']) {
      expect(see('<p>Hello</p>', { url }).filter(({ kind }) => kind === 'company')).toEqual([]);
    }
  });

  test('tells the country its national numbers were written in', () => {
    const seen = see('<p>Phone: 020 7946 0018</p>', { url: 'https://acme.co.uk/' });
    expect(seen.find(({ fields }) => fields.phone)).toMatchObject({ country: 'GB' });
  });

  test('is read across tags, and not in scripts, styles and hidden parts', () => {
    expect(keysOf('<p>a<i>d</i>a<span>@</span>acme<b>.example</b></p>')).toContain('email:ada@acme.example');
    expect(
      keysOf(
        '<script>var a="x@acme.example"</script><style>/*y@acme.example*/</style><p hidden>z@acme.example</p>',
      ),
    ).not.toContain('email:x@acme.example');
  });
});

describe('a hostile page', () => {
  test('with 100,000 addresses gives at most the bound, calmly', () => {
    const body = Array.from({ length: 100_000 }, (_, i) => `<p>user${i}@acme${i}.example</p>`).join('');
    const document = documentOf(body);
    const spent = countEffort();
    const seen = readAll(readPage({ document, url: 'https://acme.example/' }));
    expect(seen.length).toBeLessThanOrEqual(bounds.sightings + bounds.companies);
    expect(spent()).toBeLessThan(600);
  });

  test('with markup in names gives text', () => {
    const [person] = see(
      '<script type="application/ld+json">{"@type":"Person","name":"<img src=x onerror=alert(1)>","email":"ada@acme.example"}</script>',
    ).filter(({ kind }) => kind === 'person');
    expect(person?.fields.name?.value).toBe('<img src=x onerror=alert(1)>');
  });

  test('with deep, circular and huge structured data ends', () => {
    const deep = `${'{"@type":"Person","knows":'.repeat(5_000)}{}${'}'.repeat(5_000)}`;
    const circle =
      '{"@graph":[{"@id":"a","@type":"Person","name":"Ada Byron","knows":{"@id":"b"}},{"@id":"b","knows":{"@id":"a"}}]}';
    const huge = JSON.stringify({ '@type': 'Person', name: 'x'.repeat(200_000) });
    const seen = see(
      [deep, circle, huge].map((json) => `<script type="application/ld+json">${json}</script>`).join(''),
    );
    expect(seen.some(({ fields }) => fields.name?.value === 'Ada Byron')).toBe(true);
    for (const { fields } of seen) {
      for (const field of Object.values(fields)) expect(field.value.length).toBeLessThanOrEqual(bounds.field);
    }
  });

  test('with `__proto__` in its data changes nothing', () => {
    see(
      '<script type="application/ld+json">{"__proto__":{"polluted":1},"@type":"Person","name":"Ada Byron"}</script>',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('with very deep nesting of elements ends', () => {
    expect(() =>
      see(`${'<div itemscope itemprop="a">'.repeat(3_000)}x${'</div>'.repeat(3_000)}`),
    ).not.toThrow();
  });
});

describe('reading in slices', () => {
  const big = () =>
    documentOf(Array.from({ length: 10_000 }, (_, i) => `<div><p>Line <b>${i}</b></p></div>`).join(''));

  test('gives the page its turn, and what it sees is the same', async () => {
    let turns = 0;
    let clock = 0;
    const pace = { now: () => (clock += 1), idle: async () => void turns++ };
    const page = { document: big(), url: 'https://acme.example/' };
    const seen = await readInSlices(readPage(page), pace, new AbortController().signal);
    expect(turns).toBeGreaterThan(20);
    expect(seen).toEqual(readAll(readPage(page)));
  });

  test('ends when it is called off', async () => {
    const end = new AbortController();
    let turns = 0;
    const pace = {
      now: () => 0,
      idle: async () => {
        if (++turns > 1) end.abort();
      },
    };
    const never = (function* () {
      for (let i = 0; i < 1e9; i++) yield;
    })();
    await expect(readInSlices(never, { ...pace, now: () => performance.now() }, end.signal)).rejects.toThrow(
      'aborted',
    );
  });
});

test.each([
  ['www.linkedin.com', true],
  ['cn.linkedin.com', true],
  ['linkedin.cn', true],
  ['lnkd.in', true],
  ['notlinkedin.com', false],
  ['linkedin.com.example', false],
])('into a page of %s nothing is put unasked: %s', (host, untouched) =>
  expect(isUntouched(host)).toBe(untouched));
