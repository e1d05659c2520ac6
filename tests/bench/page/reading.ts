import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { readPage } from '../../../extension/recognisers/page.ts';
import { readAll } from '../../../extension/recognisers/recogniser.ts';
import { inRoot } from '../../../tools/paths.ts';
import { type Figure, figure, median } from '../figure.ts';

type Case = { html: string; url: string | null };

/** Pages to read: of the folder that `SIDEBOOK_CASES` names or that lies beside the project; else our own sample site. */
function casePages(): Case[] {
  const folder = process.env.SIDEBOOK_CASES ?? inRoot('..', 'shared', 'cases');
  const file = join(folder, 'pages.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Case[];
  const own = inRoot('tests', 'doubles', 'site', 'pages');
  return readdirSync(own)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ html: readFileSync(join(own, name), 'utf8'), url: `https://site.example/${name}` }));
}

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const phone = /\+?\(?\d[\d ()./-]{6,}\d/g;
const rounds = 4;

/** What anybody would write first: addresses and numbers by regular expression over the text of the page. */
function bareLook(document: Document): number {
  const text = document.documentElement?.textContent ?? '';
  return [...text.matchAll(email), ...text.matchAll(phone)].length;
}

const timed = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
const high = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/** Reading each page whole, parsed already, beside the bare look at the same document in the same round. */
export function readingFigures(): Figure[] {
  const pages = casePages().map(({ html, url }) => ({ document: parseHTML(html).document, url: url ?? '' }));
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const { document, url } of pages) {
      const bare = timed(() => bareLook(document));
      const read = timed(() => readAll(readPage({ document, url })));
      // The first round warms both.
      if (round === 0) continue;
      floor.push(bare);
      ours.push(read);
    }
  const name = `Reading a page (${pages.length} pages), beside phones and e-mails by regular expression`;
  return [
    figure(`${name}, median`, median(ours), median(floor), 'ms'),
    figure(`${name}, p95`, high(ours), high(floor), 'ms'),
  ];
}
