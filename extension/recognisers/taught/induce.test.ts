import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readAll } from '../recogniser.ts';
import { extract } from './extract.ts';
import { induce, type Picks } from './induce.ts';
import { linesOf } from './lines-of.ts';
import { readShape } from './recipe.ts';

const people = ['Ada Byron', '李小龙', 'Grace Hopper', 'Björk Guðmundsdóttir', 'Jean-Luc Picard'] as const;
const titles = ['Analyst', '销售经理', 'Rear Admiral', 'Head of Sound', 'Captain'] as const;
const each = (card: (name: string, title: string, at: number) => string): string =>
  people.map((name, at) => card(name, titles[at] ?? '', at)).join('\n');
const page = (body: string) =>
  parseHTML(
    `<!doctype html><html><body><header><h2 class="brand">Acme Tools</h2><nav><ul><li><a href="/">Home</a></li><li><a href="/jobs">Jobs</a></li></ul></nav></header>
    <main><h1>Our people</h1><p>All of them at once.</p>${body}</main><footer><ul><li>Imprint</li><li>Privacy</li></ul></footer></body></html>`,
  ).document;

/** As a person points: at the innermost element with this text, or at the line of it. */
function at(document: Document, text: string) {
  const element = [...document.querySelectorAll('*')]
    .filter((one) => linesOf(one).some((line) => line.text === text))
    .at(-1);
  if (!element) throw new Error(`nothing says ${text}`);
  const lines = linesOf(element);
  return lines.length > 1 ? { element, line: lines.findIndex((line) => line.text === text) } : { element };
}
const picked = (document: Document, texts: { [F in keyof Picks]: string }): Picks =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, at(document, text)]));
const told = (entries: { fields: Record<string, { text: string }> }[] = []) =>
  entries.map(({ fields }) => [fields.name?.text, fields.title?.text, fields.organisation?.text]);
const all = people.map((name, at) => [name, titles[at], undefined]);

type Build = (salt: string) => string;
const sites: [string, Build][] = [
  [
    'a list of cards',
    () =>
      `<ul class="team">${each((n, t) => `<li class="member"><h3>${n}</h3><p class="role">${t}</p></li>`)}</ul>`,
  ],
  [
    'cards whose classes are thrown by dice',
    (salt) =>
      `<div class="css-${salt}1x"><div class="sc-${salt}b">${each((n, t) => `<div class="css-${salt}9k"><div class="css-${salt}7q"><img alt=""><div><span class="sc-${salt}d bd${salt}Va">${n}</span><span class="sc-${salt}e">${t}</span></div></div></div>`)}</div></div>`,
  ],
  [
    'CSS modules',
    (salt) =>
      `<section class="Team_grid__${salt}A1">${each((n, t) => `<article class="Card_root__${salt}Z9"><div class="Card_name__${salt}x3">${n}</div><div class="Card_role__${salt}Q7">${t}</div></article>`)}</section>`,
  ],
  [
    'rows of a table',
    () =>
      `<table><tr><th>Name</th><th>Role</th><th>Room</th></tr>${each((n, t, at) => `<tr><td>${n}</td><td>${t}</td><td>${at}0</td></tr>`)}</table>`,
  ],
  [
    'names and titles without cards',
    () => `<div class="people">${each((n, t) => `<h3>${n}</h3><p>${t}</p>`)}</div>`,
  ],
  ['a list of definitions', () => `<dl>${each((n, t) => `<dt>${n}</dt><dd>${t}</dd>`)}</dl>`],
  [
    'lines of one paragraph each',
    () => `<div class="staff">${each((n, t) => `<p><strong>${n}</strong><br>${t}<br>Room 7</p>`)}</div>`,
  ],
  [
    'cards in two departments, no class anywhere',
    () => {
      const card = (n: string, t: string) =>
        `<div><div><img alt=""></div><div><h4>${n}</h4><div>${t}</div></div></div>`;
      const cards = each(card).split('\n');
      return `<section><h2>Board</h2><div>${cards.slice(0, 2).join('')}</div></section><section><h2>Others</h2><div>${cards.slice(2).join('')}</div></section>`;
    },
  ],
  ['titles above names', () => `<div class="x">${each((n, t) => `<p>${t}</p><h3>${n}</h3>`)}</div>`],
  [
    'utility classes alone',
    () =>
      `<div class="grid gap-4 md:grid-cols-3">${each((n, t) => `<div class="p-4 rounded-lg"><p class="text-lg font-bold">${n}</p><p class="text-sm">${t}</p></div>`)}</div>`,
  ],
];

describe.each(sites)('%s', (_, build) => {
  test('is read whole after one name and one title were pointed at, whichever', () => {
    for (const which of [0, 2, 4]) {
      const document = page(build('k3f'));
      const found = induce(
        document,
        '/team',
        picked(document, { name: people[which] ?? '', title: titles[which] ?? '' }),
      );
      expect(told(found?.entries)).toEqual(all);
      expect(readShape(JSON.stringify(found?.shape))).toEqual(found?.shape);
    }
  });

  test('is read again after the site was built anew', () => {
    const document = page(build('k3f'));
    const found = induce(document, '/team', picked(document, { name: people[1], title: titles[1] }));
    const again = found && readAll(extract(page(build('z8w')), found.shape));
    expect(told(again ?? [])).toEqual(all);
  });

  test('is read by the names alone', () => {
    const document = page(build('k3f'));
    const found = induce(document, '/team', picked(document, { name: people[0] }));
    expect(told(found?.entries).map(([name]) => name)).toEqual(expect.arrayContaining([...people]));
  });
});

test('a company in every card is each one’s own, one in the head of the page is everybody’s', () => {
  const own = page(
    `<ul>${each((n, t, i) => `<li><b>${n}</b><i>${t}</i><em>Firm ${'ABCDE'[i]}</em></li>`)}</ul>`,
  );
  const each1 = induce(
    own,
    '/speakers',
    picked(own, { name: people[0], title: titles[0], organisation: 'Firm A' }),
  );
  expect(told(each1?.entries).map((row) => row[2])).toEqual([
    'Firm A',
    'Firm B',
    'Firm C',
    'Firm D',
    'Firm E',
  ]);
  const shared = page(`<ul>${each((n, t) => `<li><b>${n}</b><i>${t}</i></li>`)}</ul>`);
  const head = induce(
    shared,
    '/team',
    picked(shared, { name: people[0], title: titles[0], organisation: 'Acme Tools' }),
  );
  expect(new Set(told(head?.entries).map((row) => row[2]))).toEqual(new Set(['Acme Tools']));
  expect(head?.entries).toHaveLength(5);
});

test('one person on a page of their own is read on the pages of the others beside it', () => {
  const profile = (name: string, title: string) =>
    page(`<div class="profile"><div><h2>${name}</h2></div><div><span>${title}</span></div></div>`);
  const document = profile('Ada Byron', 'Analyst');
  const found = induce(
    document,
    '/people/ada-byron',
    picked(document, { name: 'Ada Byron', title: 'Analyst' }),
  );
  expect(found?.shape.path).toBe('/people/*');
  const other = found && readAll(extract(profile('Grace Hopper', 'Rear Admiral'), found.shape));
  expect(told(other ?? [])).toEqual([['Grace Hopper', 'Rear Admiral', undefined]]);
});

test('a company alone is a company', () => {
  const document = page('<p>We make tools.</p>');
  const found = induce(document, '/', picked(document, { organisation: 'Acme Tools' }));
  expect(found?.entries.map(({ fields }) => fields.organisation?.text)).toEqual(['Acme Tools']);
});

test('a page without what was shown gives nothing', () => {
  const document = page(sites[0]?.[1]('a') ?? '');
  const found = induce(document, '/team', picked(document, { name: people[0], title: titles[0] }));
  expect(found && readAll(extract(page('<p>Moved.</p>'), found.shape))).toEqual([]);
});

test('the names of another list are not taken for people of this one', () => {
  const document = page(
    `<ul class="news"><li>Big news</li><li>Small news</li></ul><ul class="team">${each((n, t) => `<li><b>${n}</b><i>${t}</i></li>`)}</ul>`,
  );
  const found = induce(document, '/team', picked(document, { name: people[3], title: titles[3] }));
  expect(told(found?.entries)).toEqual(all);
});
