import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { takenFrom } from '../../shared/identity/certainty.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { countEffort } from '../../tests/effort.ts';
import { readPage } from './page.ts';
import { bounds, readAll } from './recogniser.ts';
import { text } from './text.ts';

const documentOf = (body: string) => parseHTML(`<!doctype html><html><body>${body}</body></html>`).document;
const see = (body: string, url = 'https://www.acme.example/team'): Sighting[] =>
  readAll(text.read({ document: documentOf(body), url }));
const people = (body: string) =>
  see(body)
    .filter(({ kind, fields }) => kind === 'person' && fields.name)
    .map(({ keys, fields }) => ({
      name: fields.name?.value,
      title: fields.title?.value,
      keys: keys.map(({ value }) => value.value),
      sure: fields.name?.confidence ?? 0,
    }));
const names = (body: string) => people(body).map(({ name }) => name);

const team = [
  ['Ada Byron', 'Head of Analysis'],
  ['Grace Hopper', 'Programmer'],
  ['Konrad Zuse', 'Chief Engineer'],
  ['王小明', '销售总监'],
  ['Grzegorz Brzęczyszczykiewicz', 'Happiness Wizard'],
  ['Quillon Zarvas', 'Sales Manager'],
  ['Chidinma Okonkwo', 'Accountant'],
  ['Yui Tanaka', 'Designer'],
  ['José Álvarez', 'Support'],
  ["Siobhán O'Neill", 'Partner'],
  ['Jean-Luc Martin', 'Buyer'],
  ['Li Na', 'Developer'],
] as const;
const layouts: [string, (name: string, title: string, at: number) => string][] = [
  [
    'cards',
    (name, title, at) =>
      `<div class="card item-${at}"><img src="${at}.jpg" alt=""><h3>${name}</h3><p class="role">${title}</p><a href="mailto:p${at}@acme.example">Email</a><a href="tel:+4420794600${10 + at}">Call</a><a href="https://www.linkedin.com/in/person-${at}"><svg></svg></a></div>`,
  ],
  [
    'headings and paragraphs without cards',
    (name, title, at) =>
      `<h3>${name}</h3><p>${title}</p><p>p${at}@acme.example</p><p>T +44 20 7946 00${10 + at} <a href="https://www.linkedin.com/in/person-${at}">LinkedIn</a></p>`,
  ],
  [
    'a table',
    (name, title, at) =>
      `<table><tr><td>${name}</td><td>${title}</td><td>p${at}@acme.example</td><td>+44 20 7946 00${10 + at}</td><td><a href="https://www.linkedin.com/in/person-${at}">in</a></td></tr></table>`,
  ],
];

describe('a team page of twelve', () => {
  test.each(layouts)('in %s gives twelve people with their titles, each with what is theirs', (_, layout) => {
    const body = `<nav><a href="/">Home</a> <a href="/x">Our Services</a> <a href="/y">Case Studies</a></nav><h1>Our Team</h1>
      <section>${team.map(([name, title], at) => layout(name, title, at)).join('')}</section>
      <footer>Acme Tools Ltd, 12 Charles Street, London <a href="mailto:info@acme.example">info@acme.example</a> +44 20 7946 0099 <a href="https://www.linkedin.com/company/acme">in</a></footer>`;
    const seen = people(body);
    expect(seen.map(({ name, title }) => [name, title])).toEqual(team.map((one) => [...one]));
    for (const [at, { keys }] of seen.entries()) {
      expect(keys.toSorted()).toEqual(
        [`+4420794600${10 + at}`, `https://linkedin.com/in/person-${at}`, `p${at}@acme.example`].toSorted(),
      );
    }
    expect(seen.filter(({ sure }) => sure >= takenFrom.person).length).toBeGreaterThanOrEqual(10);
  });
});

describe('what a card holds', () => {
  test('is not given to somebody whose name an address denies', () => {
    const [ada] = people(
      '<div><h3>Ada Byron</h3><p>Analyst</p><p>Assistant: grace.hopper@acme.example</p></div>',
    );
    expect(ada?.keys).toEqual([]);
  });
  test('leaves a mailbox of the house with the house', () => {
    const [ada] = people(
      '<div><h3>Ada Byron</h3><p>Analyst</p><a href="mailto:sales@acme.example">Mail</a></div>',
    );
    expect(ada?.keys).toEqual([]);
  });
  test('leaves a profile that all cards show with the house', () => {
    const card = (name: string) =>
      `<li><h3>${name}</h3><p>Analyst</p><a href="https://twitter.com/acme">Follow</a></li>`;
    const seen = people(`<ul>${card('Ada Byron')}${card('Grace Hopper')}${card('Mary Somerville')}</ul>`);
    expect(seen.map(({ keys }) => keys)).toEqual([[], [], []]);
  });
});

describe('no person is', () => {
  test.each([
    'Austin TX',
    'Charles St',
    'Price List',
    'Victoria Road',
    'Contact Us',
    'University of Phoenix',
    'Art Supplies',
    'Terms and Conditions',
    'Bathroom Radiators',
    'Jackson Heights Library',
    'May 2024 Newsletter',
    'Read More',
    'New York',
    'Madison Square Garden',
    '联系我们',
    '高级搜索',
    '成功案例',
    'お問い合わせ',
    '이용약관',
  ])('%s', (line) => expect(names(`<p>${line}</p>`)).toEqual([]));

  test('a brand with many products', () => {
    const body = ['Domestic', 'Manual', 'Frost', 'Cylinder'].map(
      (word) => `<p>Randall ${word} thermostats</p>`,
    );
    expect(names(body.join(''))).toEqual([]);
  });
});

describe('a page that lies', () => {
  test('with a thousand fake cards gives at most the bound', () => {
    const body = Array.from(
      { length: 1_000 },
      (_, at) =>
        `<div class="c"><h3>Ada Byron${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + (Math.floor(at / 26) % 26))}</h3><p>Analyst</p></div>`,
    ).join('');
    expect(names(body).length).toBeLessThanOrEqual(bounds.sightings);
  });

  test('with markup in a name gives text and no more', () => {
    expect(names('<h3>Ada &lt;img src=x onerror=alert(1)&gt; Byron</h3><p>Analyst</p>')).toEqual([]);
    expect(names('<h3>A<b>da</b> By<i>ron</i></h3><p>Analyst</p>')).toEqual(['Ada Byron']);
  });

  test('with signs that are not seen gives the name that is seen', () => {
    expect(names('<h3>A\u200bda\u2060 By\u00adron</h3><p>Analyst</p>')).toEqual(['Ada Byron']);
  });

  test('with a turned writing direction gives no name that is not seen', () => {
    for (const name of names('<h3>\u202enoryB adA</h3><p>Analyst</p>')) expect(name).toBe('Ada Byron');
  });

  test('with letters of two scripts in a name does not take it for the one it looks like', () => {
    // Cyrillic А in front.
    for (const { name } of people('<h3>\u0410da Byron</h3><p>Analyst</p>'))
      expect(name).not.toBe('Ada Byron');
  });

  test.each([
    ['capitals', 'Ab '.repeat(30_000)],
    ['names', 'Ada Byron '.repeat(10_000)],
    ['initials', 'A. '.repeat(30_000)],
    ['commas', `Ada Byron${', M.D.'.repeat(10_000)}`],
    ['brackets', `Ada ${'('.repeat(50_000)}`],
    ['labels', 'Contact: '.repeat(10_000)],
    ['Han', '王'.repeat(50_000)],
    ['Hangul', '김'.repeat(50_000)],
    ['dashes', `${'- '.repeat(30_000)}Ada Byron`],
  ])('with 100 kB of %s ends soon', (_, body) => {
    const spent = countEffort();
    see(`<p>${body}</p><p>Analyst</p>`);
    see(
      body
        .split(' ')
        .slice(0, 20_000)
        .map((word) => `<p>${word} ${word}</p>`)
        .join(''),
    );
    expect(spent()).toBeLessThan(800);
  });
});

test('what text and mark-up tell of somebody is one person', () => {
  const seen = readAll(
    readPage({
      document: documentOf(
        '<script type="application/ld+json">{"@type":"Person","name":"Ada Byron","email":"ada@acme.example"}</script><h3>Ada Byron, PhD</h3><p>Analyst</p>',
      ),
      url: 'https://www.acme.example/',
    }),
  ).filter(({ kind }) => kind === 'person');
  expect(seen.map(({ fields }) => [fields.name?.value, fields.title?.value])).toEqual([
    ['Ada Byron', 'Analyst'],
  ]);
});
