import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { readAll } from '../recogniser.ts';
import { extract } from './extract.ts';
import { pathFits, pathPattern } from './path.ts';
import { readShape, type Shape, selectorOf } from './recipe.ts';
import { stableClass } from './stable.ts';

const good: Shape = {
  v: 1,
  path: '/team',
  form: 'cards',
  cards: [[{ tag: 'li', classes: ['member'] }]],
  fields: { name: [{ steps: [{ tag: 'b' }] }] },
  shared: {},
};
const text = (change: (shape: Record<string, unknown>) => unknown): string => {
  const shape = structuredClone(good) as unknown as Record<string, unknown>;
  return JSON.stringify(change(shape) ?? shape);
};

test('a shape is read as it was written', () => expect(readShape(JSON.stringify(good))).toEqual(good));

describe('a teammate or a server that means harm gets no shape read', () => {
  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', text((shape) => ({ ...shape, v: 2 }))],
    ['a field of its own', text((shape) => ({ ...shape, html: '<img>' }))],
    ['a selector in a tag', text((shape) => ({ ...shape, cards: [[{ tag: 'li:has(*)' }]] }))],
    ['a selector in a class', text((shape) => ({ ...shape, cards: [[{ tag: 'li', classes: ['a,b'] }]] }))],
    [
      'a quote in a mark',
      text((shape) => ({ ...shape, cards: [[{ tag: 'li', marks: [['role', 'a"],*[']] }]] })),
    ],
    [
      'a mark that nobody shows',
      text((shape) => ({ ...shape, cards: [[{ tag: 'input', marks: [['value', 'a']] }]] })),
    ],
    ['a backslash in an id', text((shape) => ({ ...shape, cards: [[{ tag: 'li', id: 'a\\' }]] }))],
    ['cards in a form without', text((shape) => ({ ...shape, form: 'rows' }))],
    ['no way to a name', text((shape) => ({ ...shape, fields: {} }))],
    ['ways that are none', text((shape) => ({ ...shape, fields: { name: null } }))],
    ['no steps', text((shape) => ({ ...shape, cards: [[]] }))],
    [
      'a thousand steps',
      text((shape) => ({ ...shape, cards: [Array(1_000).fill({ tag: 'div', child: true })] })),
    ],
    ['many wide steps', text((shape) => ({ ...shape, cards: [Array(8).fill({ tag: 'div' })] }))],
    ['a thousand ways', text((shape) => ({ ...shape, cards: Array(1_000).fill([{ tag: 'div' }]) }))],
    ['a path that is none', text((shape) => ({ ...shape, path: 'javascript:alert(1)' }))],
    ['a long text', ' '.repeat(100_000)],
    ['a prototype', '{"v":1,"path":"/","form":"page","cards":[],"fields":{"__proto__":[]},"shared":{}}'],
  ])('%s', (_, given) => expect(readShape(given)).toBeNull());
});

test('a selector is made of checked words alone', () => {
  expect(
    selectorOf([
      { tag: 'ul', id: 'team' },
      { tag: 'li', child: true, nth: 2, prefixes: ['Card__'] },
      { tag: 'b', marks: [['itemprop', 'name']] },
    ]),
  ).toBe('ul#team > li[class*="Card__"]:nth-of-type(2) b[itemprop="name"]');
});

test('a page of 50,000 cards gives a bounded list, in short steps', () => {
  const { document } = parseHTML(`<body>${'<li class="member"><b>Ada Byron</b></li>'.repeat(50_000)}</body>`);
  const reading = extract(document, good);
  const spent = countEffort();
  let longest = 0;
  for (;;) {
    const before = spent();
    const step = reading.next();
    if (step.done) {
      expect(step.value.length).toBeLessThanOrEqual(300);
      break;
    }
    longest = Math.max(longest, spent() - before);
  }
  expect(longest).toBeLessThan(200);
});

test('what stands where a name stood is no name when it cannot be one', () => {
  for (const odd of [
    'a'.repeat(100_000),
    'ada@acme.example',
    'https://acme.example',
    '+49 30 1234567',
    ' ',
    '<b>',
  ]) {
    const { document } = parseHTML('<body><li class="member"><b></b></li></body>');
    const name = document.querySelector('b');
    if (name) name.textContent = odd;
    expect(readAll(extract(document, good))).toEqual([]);
  }
});

test.each([
  ['/team', 'cards', '/team', 'shown'],
  ['/team', 'cards', '/team/', 'shown'],
  ['/team', 'cards', '/team/berlin', 'alike'],
  ['/team', 'cards', '/about', null],
  ['/', 'cards', '/', 'shown'],
  ['/', 'cards', '/jobs', null],
  ['/people/ada', 'page', '/people/bob', 'shown'],
  ['/people/ada', 'page', '/people', null],
  ['/people/ada', 'page', '/people/bob/mail', null],
] as const)('what was shown on %s (%s) is read on %s: %s', (path, form, other, fit) => {
  expect(pathFits(pathPattern(path, form), other)).toBe(fit);
});

test.each([
  ['member', { whole: 'member' }],
  ['team-member', { whole: 'team-member' }],
  ['teamMemberCard', { whole: 'teamMemberCard' }],
  ['elementor-heading-title', { whole: 'elementor-heading-title' }],
  ['Card_name__3xYz9', { prefix: 'Card_name__' }],
  ['styles-module--name--a1B2c', { prefix: 'styles-module--name--' }],
  ['css-1q2w3e', null],
  ['sc-bdVaJa', null],
  ['bdVaJa', null],
  ['jss123', null],
  ['svelte-1abc2d', null],
  ['_2kXn9', null],
  ['fkdlsq', null],
  ['md:flex', null],
  ['mt-4', null],
  ['text-lg', null],
  ['active', null],
  ['is-open', null],
])('the class %s stays: %o', (name, stays) => expect(stableClass(name)).toEqual(stays));
