import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as ours from './adapter.ts';

/**
 * Figures that a scorer of cases does not give, on its own cases: how much of what is ticked or filled in by default is
 * right (pages.json; an annotation may leave people out, so theirs is a lower bound), and signatures with each mail
 * asked once for all that are in it (signatures.json asks some mails twice, for another one each time).
 */
type Page = {
  html: string;
  url: string | null;
  email_annotated?: boolean;
  entities: { type: string; text: string }[];
};
type Signed = { mail: string; from: string; signature: string | null; fields: Record<string, string[]> };

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const nameKey = (text: string): string =>
  plain(text)
    .replace(/^(mr|mrs|ms|dr|prof)\.? /, '')
    .replace(/[^\p{L} ]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
const phoneKey = (text: string): string => text.replace(/\D/g, '').slice(-7);

class Tally {
  right = 0;
  told = 0;
  there = 0;
  add(gold: readonly string[], told: readonly string[], key: (text: string) => string): void {
    const wanted = new Set(gold.map(key).filter(Boolean));
    const given = new Set(told.map(key).filter(Boolean));
    this.there += wanted.size;
    this.told += given.size;
    for (const one of given) if (wanted.has(one)) this.right += 1;
  }
  get precision(): number {
    return this.told ? this.right / this.told : 1;
  }
  get f1(): number {
    return this.told + this.there ? (2 * this.right) / (this.told + this.there) : 1;
  }
}

const [adapterPath = '', cases = ''] = process.argv.slice(2);
const adapter = (await import(pathToFileURL(resolve(adapterPath)).href)) as typeof ours;
const say = (label: string, figure: string): boolean =>
  process.stdout.write(`${label.padEnd(33)}${figure}\n`);
const load = <T>(name: string): T[] => {
  const path = join(cases, name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T[]) : [];
};

const ticked = { people: new Tally(), phones: new Tally(), 'e-mails': new Tally() };
for (const page of load<Page>('pages.json')) {
  const told = adapter.ticked(page);
  const gold = (...types: string[]) =>
    page.entities.filter(({ type }) => types.includes(type)).map(({ text }) => text);
  ticked.people.add(gold('PER'), told.people, nameKey);
  ticked.phones.add(gold('TEL', 'FAX'), told.phones, phoneKey);
  if (page.email_annotated) ticked['e-mails'].add(gold('EMAIL'), told.emails, plain);
}
for (const [kind, { precision, right, told }] of Object.entries(ticked))
  say(`ticked by default: ${kind}`, `P ${precision.toFixed(3)} (${right} of ${told})`);

const byMail = new Map<string, Signed[]>();
for (const one of load<Signed>('signatures.json'))
  if (one.signature) {
    const asked = `${one.from}\n${one.mail}`;
    byMail.set(asked, [...(byMail.get(asked) ?? []), one]);
  }
const kinds = {
  name: [['name'], nameKey],
  organisation: [['organisation'], nameKey],
  position: [['position'], nameKey],
  phone: [['phone', 'fax'], phoneKey],
  mail: [['mail'], plain],
} as const;
const signed = Object.entries(kinds).map(([kind, [fields, key]]) => {
  const tally = new Tally();
  for (const all of byMail.values()) {
    const [first] = all;
    if (!first) continue;
    const told = adapter.signature(first.mail, first.from)[kind as keyof typeof kinds];
    tally.add(
      all.flatMap((one) => fields.flatMap((field) => one.fields[field] ?? [])),
      [told].flat(),
      key,
    );
  }
  return `${kind} ${tally.f1.toFixed(3)}`;
});
say(`signatures of ${byMail.size} mails, F1`, signed.join('  '));
