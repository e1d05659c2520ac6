import { readdirSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { keyText } from '../../shared/identity/key.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import * as companies from './companies.ts';
import * as hCard from './h-card.ts';
import * as handles from './handles.ts';
import * as jsonLd from './json-ld.ts';
import * as links from './links.ts';
import * as microdata from './microdata.ts';
import * as numbers from './numbers.ts';
import * as opengraph from './opengraph.ts';
import { recognisers } from './page.ts';
import * as persons from './persons.ts';
import * as postal from './postal/examples.ts';
import * as rdfa from './rdfa.ts';
import { type Example, type Recogniser, readAll } from './recogniser.ts';
import { site } from './site.ts';
import * as sites from './sites/all.ts';
import * as taught from './taught.ts';
import * as text from './text.ts';
import * as vcard from './vcard.ts';

const siteFiles = readdirSync(new URL('./sites', import.meta.url)).filter((name) => name !== 'all.ts');
const siteModules = await Promise.all(
  siteFiles
    .sort()
    .map((name) => import(`./sites/${name}`) as Promise<{ site: unknown; examples: Example[] }>),
);
const siteExamples = siteModules.flatMap(({ examples }) => examples);

const table: [Recogniser, Example[]][] = [
  [taught.taught, taught.examples],
  [site, siteExamples],
  [jsonLd.jsonLd, jsonLd.examples],
  [microdata.microdata, microdata.examples],
  [rdfa.rdfa, rdfa.examples],
  [hCard.hCard, hCard.examples],
  [vcard.vcard, vcard.examples],
  [opengraph.opengraph, opengraph.examples],
  [links.mailto, links.examples],
  [links.tel, links.telExamples],
  [text.text, [...persons.examples, ...handles.examples, ...companies.examples, ...postal.examples]],
  [numbers.numbers, numbers.examples],
];

/** `person Ada Byron <email:ada@acme.example>` */
const told = ({ kind, keys, fields }: Sighting): string => {
  const values = keys.map(({ value }) => keyText(value)).join(' ');
  const address = fields.address?.source === 'text' ? `(${fields.address.value})` : '';
  return [kind, fields.name?.value, values && `<${values}>`, address].filter(Boolean).join(' ');
};

const look = (recogniser: Recogniser, { html, url = '', recipes = [] }: Example): string[] => {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  return readAll(recogniser.read({ document, url, recipes })).map(told);
};

test('every recogniser of a page has examples', () => {
  expect(table.map(([recogniser]) => recogniser)).toEqual(recognisers);
  for (const [, examples] of table) expect(examples.length).toBeGreaterThan(0);
});

test('every site has examples of its own, and is one of those that are read', () => {
  expect(siteModules.map((each) => each.site)).toEqual(expect.arrayContaining(Object.values(sites)));
  expect(Object.values(sites)).toHaveLength(siteFiles.length);
  for (const { examples } of siteModules) expect(examples.length).toBeGreaterThan(0);
});

describe.each(table)('$source', (recogniser, examples) => {
  test.each(examples)('sees $shows', (example) => {
    expect(look(recogniser, example)).toEqual(example.sees);
  });

  const others = table.filter(([other]) => other !== recogniser).flatMap(([, list]) => list);
  test.each(
    others.filter(({ also = [] }) => !also.includes(recogniser.source)),
  )('sees nothing of its own in: $shows', (example) => {
    expect(look(recogniser, example)).toEqual([]);
  });
});

test('docs/recognition.md lists what is recognised', async () => {
  const rows = table.flatMap(([{ source }, examples]) =>
    examples.map(
      ({ shows, sees }) =>
        `| ${source} | ${shows} | ${sees.map((one) => `\`${one}\``).join('<br>') || 'nothing'} |`,
    ),
  );
  const page = [
    '# What is recognised on a page',
    '',
    'Written from the examples beside each recogniser in `extension/recognisers/`; `vitest run extension/recognisers --update` writes it anew.',
    '',
    '| kind of fact | example | seen |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../docs/recognition.md');
});
