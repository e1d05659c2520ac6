import type { Line } from './lines.ts';
import { findPhones } from './phones.ts';
import type { Example, Reading } from './recogniser.ts';

/** An address or a number in a line of the page; whose it is, owner.ts finds out. */
export type Handle = {
  kind: 'email' | 'phone' | 'fax';
  value: string;
  /** The index of its line. */
  line: number;
  confidence: number;
};

const emailPattern = /[\p{L}\d!#$%&'*+/=?^_`{|}~.-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const spelledOutSign = /[[({ ](?:at|AT|@)[\])} ]/;
/** "ada (at) acme (dot) com", as people write against harvesters. */
const spelledOut =
  /([\w.+-]+)\s*(?:\[at\]|\(at\)|\{at\}|\[@\]|\(@\)| AT )\s*([\w-]+(?:(?:\s*(?:\[dot\]|\(dot\)|\{dot\})\s*| DOT |\.)[\w-]+)+)/g;
/** Handles read from one page. */
const most = 1_000;

/** Addresses and numbers of the lines, in their order. */
export function* readHandles(lines: readonly Line[]): Reading<Handle[]> {
  const found: Handle[] = [];
  for (const [line, { text }] of lines.entries()) {
    if (line % 50 === 0) yield;
    if (found.length >= most) break;
    if (text.includes('@') || spelledOutSign.test(text))
      for (const value of emailsOf(text)) found.push({ kind: 'email', value, line, confidence: 0.6 });
    for (const { text: value, fax, confidence } of findPhones(text))
      found.push({ kind: fax ? 'fax' : 'phone', value, line, confidence });
  }
  return found;
}

/** E-mail addresses in a line, also spelled out. */
function emailsOf(line: string): string[] {
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
    shows: 'an address spelled out',
    html: '<p>Write to grace (at) navy (dot) example</p>',
    sees: ['person <email:grace@navy.example>'],
  },
  {
    shows: 'a labelled number, and a date and a price that are none',
    html: '<p>Tel. +49 30 1234567</p><p>2024-05-06, 1,299,000 EUR</p>',
    sees: ['company <phone:+49301234567>'],
  },
];
