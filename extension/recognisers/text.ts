import type { Sighting } from '../../shared/identity/sighting.ts';
import { companiesOfLine } from './companies.ts';
import { type Line, readLines } from './lines.ts';
import { isSharedMailbox } from './links.ts';
import { nearest, ownerOfAddress, type Placed } from './owner.ts';
import { personsOfLine } from './persons.ts';
import { findPhones } from './phones.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { sight } from './sight.ts';
import { copyrightOwner } from './site-name.ts';

/** Plain text: people by name and title, addresses, numbers, companies by their legal form. */
export const text: Recogniser = { source: 'text', read };

const emailPattern = /[\p{L}\d!#$%&'*+/=?^_`{|}~.-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const spelledOutSign = /[[({ ](?:at|AT|@)[\])} ]/;
/** "ada (at) acme (dot) com", as people write against harvesters. */
const spelledOut =
  /([\w.+-]+)\s*(?:\[at\]|\(at\)|\{at\}|\[@\]|\(@\)| AT )\s*([\w-]+(?:(?:\s*(?:\[dot\]|\(dot\)|\{dot\})\s*| DOT |\.)[\w-]+)+)/g;

type Person = Placed & { title: string | undefined };

function* read({ document }: Page): Reading<Sighting[]> {
  const persons: Person[] = [];
  const companies = new Map<string, Sighting>();
  const loose = new Map<string, Sighting>();
  let number = 0;
  let before: Line | null = null;
  let waiting: { line: Line; number: number } | null = null;
  const put = (into: Map<string, Sighting>, key: string, one: Sighting | null): void => {
    if (one && into.size < bounds.sightings && !into.has(key)) into.set(key, one);
  };
  const takePersons = (line: Line, next: Line | null, at: number): void => {
    if (persons.length >= bounds.sightings) return;
    for (const found of personsOfLine(line, next, before)) {
      persons.push({ ...found, emails: [], phones: [], line: at });
    }
  };
  const takeHandles = ({ text }: Line, at: number): void => {
    if (loose.size >= bounds.sightings) return;
    if (text.includes('@') || spelledOutSign.test(text)) {
      for (const address of emailsOf(text)) {
        const isShared = isSharedMailbox(address);
        const owner = isShared ? null : ownerOfAddress(persons, address, at);
        if (owner?.emails.includes(address)) continue;
        if (owner && owner.emails.length < 3) owner.emails.push(address);
        else
          put(
            loose,
            address,
            sight({ kind: isShared ? 'company' : 'person', emails: [address] }, 'text', 0.6),
          );
      }
    }
    for (const { text: phone, fax, confidence } of findPhones(text)) {
      const owner = fax ? null : nearest(persons, at);
      if (owner && owner.phones.length === 0) owner.phones.push(phone);
      else {
        // Whose it is is not told: the company's, and a fax is hardly worth a call.
        const one = sight({ kind: 'company', phones: [phone] }, 'text', fax ? 0.3 : confidence * 0.7);
        put(loose, phone.replace(/\D/g, ''), one);
      }
    }
  };
  const take = (line: Line, next: Line | null, at: number): void => {
    takePersons(line, next, at);
    takeHandles(line, at);
  };
  const root = document.body?.firstChild ? document.body : document.documentElement;
  yield* readLines(root, (line) => {
    number++;
    if (waiting) {
      take(waiting.line, line, waiting.number);
      before = waiting.line;
    }
    waiting = { line, number };
    if (line.text.includes('©') || /copyright|\(c\)/i.test(line.text)) {
      const owner = copyrightOwner(line.text);
      if (owner) put(companies, owner.toLowerCase(), sight({ kind: 'company', name: owner }, 'text', 0.6));
    }
    for (const name of companiesOfLine(line.text)) {
      put(companies, name.toLowerCase(), sight({ kind: 'company', name }, 'text', 0.45));
    }
    return number < bounds.lines;
  });
  const last = waiting as { line: Line; number: number } | null;
  if (last) take(last.line, null, last.number);
  const seen: Sighting[] = [];
  for (const { name, title, confidence, emails, phones } of persons) {
    const one = sight({ kind: 'person', name, title, emails, phones }, 'text', confidence);
    if (one) seen.push(one);
  }
  return [...seen, ...loose.values(), ...companies.values()];
}

/** E-mail addresses in a line, also spelled out. */
export function emailsOf(line: string): string[] {
  const found: string[] = [];
  for (const match of line.matchAll(emailPattern)) {
    const address = match[0].replace(/^[.'/=-]+|[.'-]+$/g, '');
    if (!/\.(?:png|jpe?g|gif|svg|webp|css|js)$/i.test(address)) found.push(address);
  }
  for (const match of line.matchAll(spelledOut)) {
    found.push(`${match[1]}@${(match[2] ?? '').replace(/\s*(?:\[dot\]|\(dot\)|\{dot\}| DOT )\s*/g, '.')}`);
  }
  return found;
}

export const examples: Example[] = [
  {
    shows: 'a name, a title and an address cut by a tag',
    html: '<h3>Ada Byron</h3><p>Head of Analysis</p><p><b>ada</b>@acme.example</p>',
    sees: ['person Ada Byron <email:ada@acme.example>'],
  },
  {
    shows: 'an address spelled out',
    html: '<p>Write to grace (at) navy (dot) example</p>',
    sees: ['person <email:grace@navy.example>'],
  },
  {
    shows: 'a labelled number, and a date and a price that are none',
    html: '<p>Tel. +49 30 1234567</p><p>2024-05-06, 1,299,000 EUR</p>',
    sees: ['company <phone:+49301234567>'],
  },
  {
    shows: 'a Chinese name with its title',
    html: '<p>王小明</p><p>销售总监</p>',
    sees: ['person 王小明'],
  },
  {
    shows: 'a Chinese name above the address that spells it in Latin letters',
    html: '<h2>陈伟</h2><p>技术总监</p><p>chen.wei@qinghe.example</p>',
    sees: ['person 陈伟 <email:chen.wei@qinghe.example>'],
  },
];
