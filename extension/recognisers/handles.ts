import { countryOf } from './country.ts';
import { plain } from './dom.ts';
import { decodeProtected, findEmails } from './emails.ts';
import type { Line } from './lines.ts';
import { findPhones } from './phones.ts';
import type { Example, Page, Reading } from './recogniser.ts';

/** An address or a number in a line of the page; whose it is, owner.ts finds out. */
export type Handle = {
  kind: 'email' | 'phone' | 'fax';
  value: string;
  /** The index of its line. */
  line: number;
  confidence: number;
};

/** Handles read from one page. */
const most = 1_000;

/** Addresses and numbers of the lines, in their order. */
export function* readHandles(lines: readonly Line[], page: Page): Reading<Handle[]> {
  const found: Handle[] = [];
  const country = countryOf(page);
  for (const [line, read] of lines.entries()) {
    if (line % 50 === 0) yield;
    if (found.length >= most) break;
    // Of a page that is read again most lines are the same.
    if (read.silentIn === country) continue;
    const { text, element } = read;
    const before = found.length;
    for (const { address, confidence } of findEmails(text))
      found.push({ kind: 'email', value: address, line, confidence });
    if (text.includes('protected]') && hidden.test(text))
      for (const value of protectedOf(element)) found.push({ kind: 'email', value, line, confidence: 0.8 });
    for (const { text: value, fax, confidence } of findPhones(text, country))
      found.push({ kind: fax ? 'fax' : 'phone', value, line, confidence });
    if (found.length === before && !text.includes('protected]')) read.silentIn = country;
  }
  return found;
}

/** Addresses that a web host's protection hid in attributes: the text in their place is always this. */
const hidden = /\[email.protected\]/;

function protectedOf(element: Element): string[] {
  const root = plain(element);
  const marked = [root, ...[...root.querySelectorAll('[data-cfemail]')].slice(0, 20)];
  return marked.flatMap((one) => decodeProtected(one.getAttribute('data-cfemail') ?? '') ?? []);
}

export const examples: Example[] = [
  {
    shows: 'an address spelled out',
    html: '<p>Write to grace (at) navy (dot) example</p>',
    sees: ['person <email:grace@navy.example>'],
  },
  {
    shows: 'addresses spelled out in other words and tongues, and none where "at" is only a word',
    html: '<p>hedy [ät] marconi [punkt] example</p><p>alan dot t at bletchley dot example</p><p>(at last) we meet at acme. Look at the dot on it.</p>',
    sees: ['person <email:hedy@marconi.example>', 'person <email:alan.t@bletchley.example>'],
  },
  {
    shows: 'an address that a word is stuck to, two in braces, and neither a picture nor a placeholder',
    html: '<p>邮箱ada@acme.example电话</p><p>{grace,edith}@navy.example</p><p>logo@2x.png you@yourdomain.com</p>',
    sees: [
      'person <email:ada@acme.example>',
      'person <email:grace@navy.example>',
      'person <email:edith@navy.example>',
    ],
  },
  {
    shows: "an address that the host's protection hides from harvesters",
    html: '<p><a href="/cdn-cgi/l/email-protection" data-cfemail="422326230223212f276c273a232f322e27">[email&#160;protected]</a></p>',
    sees: ['person <email:ada@acme.example>'],
  },
  {
    shows: 'a labelled number, and a date and a price that are none',
    html: '<p>Tel. +49 30 1234567</p><p>2024-05-06, 1,299,000 EUR</p>',
    sees: ['company <phone:+49301234567>'],
  },
];
