import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { keyText } from '../../shared/identity/key.ts';
import { countEffort } from '../../tests/effort.ts';
import { readLenientJson } from './lenient-json.ts';
import { readPage, recognisers } from './page.ts';
import { mayHold } from './reader.ts';
import { bounds, type Page, readAll } from './recogniser.ts';
import { isPasswordFocused } from './silence.ts';
import * as sites from './sites/all.ts';

const documentOf = (body: string) =>
  parseHTML(`<!doctype html><html><head><title>Team | Acme</title></head><body>${body}</body></html>`)
    .document;
const url = 'https://www.acme.example/team';
const read = (document: Document) => readAll(readPage({ document, url }));
/** The longest step of a reading, of three: a collection of garbage may fall into one of them. */
function longestStep(page: () => Page): number {
  const spent = countEffort();
  const tries = Array.from({ length: 3 }, () => {
    const reading = readPage(page());
    for (let longest = 0; ; ) {
      const before = spent();
      const step = reading.next();
      longest = Math.max(longest, spent() - before);
      if (step.done) return longest;
    }
  });
  return Math.min(...tries);
}
const within = (most: number, work: () => void): void => {
  const spent = countEffort();
  work();
  expect(spent()).toBeLessThan(most);
};

describe('a page that lies', () => {
  const cards: [string, string][] = [
    [
      'h-cards',
      '<div class="h-card"><b class="p-name">Ada Byron #</b><a class="u-email" href="mailto:a#@acme.example">x</a></div>',
    ],
    [
      'microdata',
      '<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Byron #</b><i itemprop="email">a#@acme.example</i></div>',
    ],
    [
      'RDFa',
      '<div vocab="https://schema.org/" typeof="Person"><b property="name">Ada Byron #</b><i property="email">a#@acme.example</i></div>',
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"Person","name":"Ada Byron #","email":"a#@acme.example"}</script>',
    ],
    ['links', '<a href="mailto:a#@acme.example">Ada Byron</a>'],
    ['text', '<h3>Ada Byron</h3><p>Head of Sales</p><p>a#@acme.example</p>'],
  ];
  test.each(cards)('a thousand fake people in %s are at most the bound', (_, card) => {
    const body = Array.from({ length: 1_000 }, (_, i) => card.replaceAll('#', String(i))).join('');
    within(1_200, () =>
      expect(read(documentOf(body)).length).toBeLessThanOrEqual(bounds.sightings + bounds.companies),
    );
  });

  test('one card of thirty thousand parts ends', () => {
    const part = '<span class="p-name" itemprop="name" property="name">Ada</span>';
    const body = `<div class="h-card" itemscope itemtype="https://schema.org/Person" typeof="Person">${part.repeat(30_000)}</div>`;
    within(4_000, () => expect(read(documentOf(body)).length).toBeLessThan(10));
  });

  test('items that refer to each other in circles end', () => {
    const body = Array.from(
      { length: 200 },
      (_, i) =>
        `<div id="i${i}" itemscope itemtype="https://schema.org/Person" itemprop="knows" itemref="${Array.from({ length: 20 }, (_, j) => `i${(i + j + 1) % 200}`).join(' ')}"><b itemprop="name">Ada Byron</b></div>`,
    ).join('');
    within(1_000, () => read(documentOf(body)));
  });

  test('names with invisible signs and turned letters are read as they are seen', () => {
    const [person] = read(
      documentOf(
        '<script type="application/ld+json">{"@type":"Person","name":"A\u200bda \u202enoryB\u202c","email":"a\u200bda@acme.example"}</script><p>Ada Byron</p>',
      ),
    ).filter(({ kind }) => kind === 'person');
    expect(person?.fields.name?.value).toBe('Ada Byron');
    expect(person?.keys.map(({ value }) => keyText(value))).toEqual(['email:ada@acme.example']);
  });

  test('two with one switchboard, or one address, are two', () => {
    const people = read(
      documentOf(
        '<script type="application/ld+json">[{"@type":"Person","name":"Ada Byron","telephone":"+44 20 7946 0018","email":"office@acme.example"},{"@type":"Person","name":"Grace Hopper","telephone":"+44 20 7946 0018","email":"office@acme.example"}]</script>',
      ),
    ).filter(({ kind, fields }) => kind === 'person' && fields.name);
    expect(people.map(({ fields }) => fields.name?.value)).toEqual(['Ada Byron', 'Grace Hopper']);
  });
});

describe('a page too large', () => {
  test('with 100 MB of text in one node, and in a hundred, is read in its bounds', () => {
    const document = documentOf('<h3>Ada Byron</h3><p>Head of Sales</p><p>ada@acme.example</p><main></main>');
    const main = document.querySelector('main');
    main?.append(document.createTextNode('word '.repeat(20_000_000)));
    for (let i = 0; i < 100; i++) {
      const part = document.createElement('p');
      part.append(document.createTextNode('ada@b.c '.repeat(12_500)));
      main?.append(part);
    }
    within(1_600, () =>
      expect(read(document).some(({ fields }) => fields.name?.value === 'Ada Byron')).toBe(true),
    );
    expect(mayHold(document)).toBe(true);
  });

  test('with 50,000 nodes never holds its main thread for long', () => {
    const rows = Array.from(
      { length: 8_000 },
      (_, i) =>
        `<div${i % 100 ? '' : ' class="h-card" itemscope itemtype="https://schema.org/Person"'}><p>Row <b itemprop="name">${i}</b> of a <i>long</i> table</p><span>with +44 20 7946 ${1000 + (i % 9000)}</span></div>`,
    ).join('');
    const document = documentOf(rows);
    expect(longestStep(() => ({ document, url }))).toBeLessThan(10);
  });

  test('nested 30,000 deep is read to the ground', () => {
    const document = documentOf('<h3>Ada Byron</h3><p>Head of Sales</p>');
    let deep: Element = document.body;
    for (let level = 0; level < 30_000; level++) {
      const next = document.createElement(level % 2 ? 'div' : 'b');
      deep.append(next);
      deep = next;
    }
    deep.append(document.createTextNode('deep@acme.example'));
    deep.setAttribute('itemscope', '');
    within(3_000, () => {
      const keys = read(document).flatMap((one) => one.keys.map(({ value }) => keyText(value)));
      expect(keys).toContain('email:deep@acme.example');
    });
  });
});

describe('a page whose names stand in for the DOM', () => {
  // As a browser shows them: `<img name=body>` is document.body, `<input name=children>` is form.children.
  const clobber = (target: object, names: readonly string[], value: unknown): void => {
    for (const name of names) Object.defineProperty(target, name, { value, configurable: true });
  };
  const body =
    '<form class="h-card" itemscope itemtype="https://schema.org/Person"><b class="p-name" itemprop="name">Ada Byron</b><p><a href="mailto:ada@acme.example">Ada Byron</a></p><p>Head of Sales</p></form><p>grace@navy.example</p>';
  // Those that linkedom itself does not go by; tests/e2e/hostile-pages.test.ts has all of them, in a browser.
  const onForm = ['children', 'nextSibling', 'textContent', 'classList', 'closest', 'parentElement'];
  const onDocument = [
    'body',
    'documentElement',
    'querySelector',
    'querySelectorAll',
    'getElementById',
    'getElementsByTagName',
    'createTreeWalker',
    'title',
    'activeElement',
    'head',
  ];

  test('is read as if they did not', () => {
    const expected = read(documentOf(body));
    const document = documentOf(body);
    const input = document.createElement('input');
    clobber(document.querySelector('form') as Element, onForm, input);
    clobber(document, onDocument, input);
    expect(read(document)).toEqual(expected);
    expect(expected.some(({ fields }) => fields.name?.value === 'Ada Byron')).toBe(true);
    expect(mayHold(document)).toBe(true);
    expect(isPasswordFocused(document)).toBe(false);
  });

  test('neither is any site that we know by name', () => {
    for (const { hosts } of Object.values(sites)) {
      const document = documentOf(body);
      const input = document.createElement('input');
      clobber(document.querySelector('form') as Element, onForm, input);
      clobber(document, onDocument, input);
      for (const host of hosts)
        expect(() => readAll(readPage({ document, url: `https://${host}/ada` }))).not.toThrow();
    }
  });
});

describe.each(recognisers)('$source', (recogniser) => {
  test.each([
    'a',
    '(',
    '@',
    '+',
    '0',
    '<',
    '公',
    '司',
    ' ',
    'Aa ',
    'a.',
    'a@',
    '0 ',
    'Dr. ',
    '((',
    '\u202e',
    '“',
    '{"',
    '[{',
  ])('100 kB of %j are passed at a walk', (sign) => {
    const text = sign.repeat(Math.ceil(100_000 / sign.length));
    const document = documentOf(
      '<p></p><a href="mailto:x">y</a><script type="application/ld+json"></script>',
    );
    for (const element of document.querySelectorAll('p,a,script')) element.textContent = text;
    document.querySelector('a')?.setAttribute('href', `mailto:${text}`);
    within(300, () => readAll(recogniser.read({ document, url })));
  });
});

test.each([
  '{',
  '[',
  '"',
  '{"a":',
  '[{"a":"',
  "{'a",
  '/*',
  '//',
  '<!--',
  '\\',
  '“',
  '{"a"',
])('broken JSON of 200 kB of %j is mended in one pass', (part) =>
  within(300, () => readLenientJson(part.repeat(Math.ceil(200_000 / part.length)))));
