import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * How much of what is ticked or filled in by default is right: of annotated pages as `pages.json` beside a scorer has
 * them. A page's annotation may leave people out, so their figure is a lower bound.
 */
type Page = {
  html: string;
  url: string | null;
  email_annotated?: boolean;
  entities: { type: string; text: string }[];
};
type Ticked = (page: Page) => { people: string[]; phones: string[]; emails: string[] };

const nameKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(mr|mrs|ms|dr|prof)\.? /, '')
    .replace(/[^\p{L} ]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
const phoneKey = (text: string): string => text.replace(/\D/g, '').slice(-7);
const plain = (text: string): string => text.trim().toLowerCase();

const [adapter = '', cases = ''] = process.argv.slice(2);
const { ticked } = (await import(pathToFileURL(resolve(adapter)).href)) as { ticked: Ticked };
const pages = JSON.parse(readFileSync(cases, 'utf8')) as Page[];
const tally = { people: [0, 0], phones: [0, 0], 'e-mails': [0, 0] } satisfies Record<
  string,
  [number, number]
>;

function count(
  kind: keyof typeof tally,
  gold: string[],
  told: string[],
  key: (text: string) => string,
): void {
  const wanted = new Set(gold.map(key));
  for (const one of new Set(told.map(key))) {
    tally[kind][1] += 1;
    if (wanted.has(one)) tally[kind][0] += 1;
  }
}

for (const page of pages) {
  const told = ticked(page);
  const gold = (...types: string[]) =>
    page.entities.filter(({ type }) => types.includes(type)).map(({ text }) => text);
  count('people', gold('PER'), told.people, nameKey);
  count('phones', gold('TEL', 'FAX'), told.phones, phoneKey);
  if (page.email_annotated) count('e-mails', gold('EMAIL'), told.emails, plain);
}
for (const [kind, [right, all]] of Object.entries(tally) as [string, [number, number]][])
  process.stdout.write(
    `${`ticked by default: ${kind}`.padEnd(33)}P ${(all ? right / all : 1).toFixed(3)} (${right} of ${all})\n`,
  );
