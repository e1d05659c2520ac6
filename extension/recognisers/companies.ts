import { hostOf } from '../../shared/identity/domain.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { choicesOf } from './companies/choices.ts';
import { copyrightsOf } from './companies/copyright.ts';
import { formedOf, type Named } from './companies/formed.ts';
import { hanOf } from './companies/han.ts';
import { institutionsOf } from './companies/institutions.ts';
import { labelledOf } from './companies/labelled.ts';
import { formLast } from './companies/legal-forms.ts';
import { listedIn } from './companies/lists.ts';
import { type OwnName, readOwnName } from './companies/own.ts';
import { passagesOf } from './corpus.ts';
import type { Line } from './lines.ts';
import { isPlatform } from './platforms.ts';
import { bounds, type Example, type Page, type Reading } from './recogniser.ts';
import { sight } from './sight.ts';

/** A company of the page's text, and the indices of the lines that name it; the page's own is one too. */
export type CompanySeen = { sighting: Sighting; lines: number[]; isOwn: boolean };

/** Companies the lines name, each once. */
export function* readCompanies(lines: readonly Line[], page: Page): Reading<CompanySeen[]> {
  const { own, others } = yield* companiesIn(lines, page);
  const seen = new Map<string, CompanySeen>();
  const put = (one: Named, urls: string[], also: readonly string[]): void => {
    const { name, confidence, line, why } = one;
    const isOwn = why === 'own';
    const stood = isOwn ? lines.find(({ text }) => text.includes(name)) : lines[line];
    const element = stood?.element;
    const at = element && page.places?.mark(element);
    const sighting = sight({ kind: 'company', name, urls }, 'text', confidence, at);
    const key = name.toLowerCase();
    if (!sighting || seen.size >= bounds.companies || seen.has(key)) return;
    if (also.length > 0) {
      const sure = Math.min(confidence, 0.5);
      sighting.others = { name: also.map((value) => ({ value, source: 'text', confidence: sure })) };
    }
    seen.set(key, { sighting, lines: line < 0 ? [] : [line], isOwn });
  };
  // Its legal name is another spelling of the page's own; a second one is a company beside it.
  const legal = own ? others.find((one) => isLegalOf(one.name, own)) : undefined;
  if (own) {
    const also = legal && legal.name !== own.name ? [legal.name, ...own.also.slice(0, 9)] : own.also;
    const confidence = legal ? Math.max(own.confidence, 0.8) : own.confidence;
    put({ ...own, confidence, line: legal?.line ?? -1, why: 'own' }, [page.url], [...new Set(also)]);
  }
  for (const one of others) if (one !== legal) put(one, [], []);
  return [...seen.values()];
}

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** "Acme Tools Inc." of Acme Tools. */
function isLegalOf(name: string, own: OwnName): boolean {
  const bare = name.replace(formLast, '').replace(/[\s,&]+$/, '');
  return [own.name, ...own.also].some(
    (one) => letters(one) === letters(bare) || letters(one) === letters(name),
  );
}

/** All that is told of companies, with what it rests on. */
export function* companiesIn(
  lines: readonly Line[],
  page: Page,
): Reading<{ own: OwnName | null; others: Named[] }> {
  const passages = passagesOf(lines);
  yield;
  const owners: Named[] = [];
  const found: Named[] = [];
  for (const passage of passages) {
    owners.push(...copyrightsOf(passage));
    yield;
    found.push(...formedOf(passage));
    yield;
    found.push(...institutionsOf(passage));
    yield;
    found.push(...hanOf(passage));
    yield;
    found.push(...labelledOf(passage, lines));
    yield;
  }
  for (let at = 0; at < lines.length; at++) {
    if (at % 200 === 0) yield;
    const list = listedIn(lines, at);
    if (!list) continue;
    found.push(...list.found);
    at = list.next - 1;
  }
  found.push(...(yield* choicesOf(page)));
  const own = (yield* readOwnName(page, passages, owners)) ?? ownerAsOwn(page, owners);
  const others: Named[] = [];
  const known = new Set<string>();
  for (const one of [...owners, ...found]) {
    const key = one.name.toLowerCase();
    if (known.has(key) || others.length >= bounds.companies) continue;
    known.add(key);
    others.push(one);
  }
  return { own, others };
}

/** Where nothing spells the host's name, as in another script, the site is its copyright's owner's. */
function ownerAsOwn({ url }: Page, owners: readonly Named[]): OwnName | null {
  const [first] = owners;
  const host = hostOf(url);
  if (!first || !host || isPlatform(host) || first.confidence < 0.8) return null;
  return { name: first.name, confidence: 0.7, also: [] };
}

export const examples: Example[] = [
  {
    shows: 'companies by their legal form, and small print that names none',
    html: '<p>Our partners are Brass &amp; Beacon Instruments, Inc. and Müller Söhne GmbH &amp; Co. KG.</p><p>Damages, including but not limited to loss. A limited company.</p>',
    sees: ['company Brass & Beacon Instruments, Inc.', 'company Müller Söhne GmbH & Co. KG'],
  },
  {
    shows: 'whose copyright it is, and neither the maker of the site nor of its map',
    html: '<p>© Copyright 2011 - 2026 Harbour Lights Theatre. All rights reserved. Site by Pixelry Ltd.</p><p>Map data ©2026 Google</p>',
    sees: ['company Harbour Lights Theatre'],
  },
  {
    shows: "a host's name as the page writes it",
    html: '<p>At Brass &amp; Byron we build engines. Write to info@brassandbyron.example.</p>',
    url: 'https://www.brassandbyron.example/about',
    sees: [
      'company Brass & Byron <domain:brassandbyron.example email:info@brassandbyron.example>',
      'company <email:info@brassandbyron.example>',
    ],
    also: ['opengraph'],
  },
  {
    shows: 'companies and schools in Han, and words that only mean one',
    html: '<p>版权所有 © 2026 青禾（上海）精密仪器有限公司</p><p>王小明毕业于青禾大学，现就职于本公司。</p>',
    sees: ['company 青禾（上海）精密仪器有限公司', 'company 青禾大学'],
  },
  {
    shows: 'the companies listed as clients, and not the menu beside them',
    html: '<ul><li>Clients</li><li>Products</li><li>Support</li></ul><h2>Our clients</h2><ul><li>Northwind Rail</li><li>Tidewater Paper</li><li>Ostrava Glass</li></ul><h2>News</h2><p>The harbour is open.</p>',
    sees: ['company Northwind Rail', 'company Tidewater Paper', 'company Ostrava Glass'],
  },
  {
    shows: 'the school somebody comes from, and not a heading about schools',
    html: '<h3>School Programs</h3><p>She graduated from the University of Lower Saxony in 1998.</p>',
    sees: ['company University of Lower Saxony'],
  },
  {
    shows: 'institutions to choose from in a form',
    html: '<select><option>Please choose</option><option>Alder College</option><option>Birch College</option><option>Cedar College</option><option>Dogwood College</option><option>Elm College</option><option>Fir College</option><option>Gorse College</option><option>Hazel College</option></select>',
    sees: [
      'company Alder College',
      'company Birch College',
      'company Cedar College',
      'company Dogwood College',
      'company Elm College',
      'company Fir College',
      'company Gorse College',
      'company Hazel College',
    ],
  },
  {
    shows: 'where somebody works, behind their title',
    html: '<h3>Ada Byron</h3><p>Director, Focus on Youth</p>',
    sees: ['person Ada Byron', 'company Focus on Youth'],
  },
  {
    shows: 'whom an imprint names behind a label, in its line or the next',
    html: '<h1>Impressum</h1><p>Betreiber: Ostsee Werkstatt</p><p>公司名称：</p><p>青禾仪器</p><p>Company:</p><p>Phone number</p>',
    sees: ['company Ostsee Werkstatt', 'company 青禾仪器'],
  },
];
