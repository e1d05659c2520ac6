import { readFileSync } from 'node:fs';
import { claimOfText } from '../../../extension/recognisers/mail/claim.ts';
import { newText } from '../../../extension/recognisers/mail/reply.ts';
import type { PromiseKind } from '../../../shared/domain/promise/kinds.ts';
import { instantOf } from '../../../shared/kit/civil.ts';

export type Wanted = {
  by: 'us' | 'them';
  kind: PromiseKind;
  /** First and last day that are right; null: no day is said; `any`: it is not judged. */
  day: readonly [first: string, last: string] | null | 'any';
  instant: number | null;
};
export type Labelled = {
  language: 'en' | 'zh';
  direction: 'in' | 'out';
  at: number;
  zone: string;
  text: string;
  wanted: Wanted[];
  /** The rules were written looking at `a` alone. */
  half: 'a' | 'b';
};

/** Where and when the sentences of a language were said, unless a line tells otherwise. */
export const said = {
  en: { at: Date.parse('2026-11-18T14:00:00Z'), zone: 'America/New_York' },
  zh: { at: Date.parse('2026-11-18T02:00:00Z'), zone: 'Asia/Taipei' },
} as const;

/** FNV-1a over code points: the halves stay as they are, whatever is added. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
export const halfOf = (text: string): 'a' | 'b' => (hash(text) % 2 === 0 ? 'a' : 'b');

function wantedOf(words: string, zone: string): Wanted[] {
  if (words === '-') return [];
  return words.split(';').map((one) => {
    const [by, kind, due, time] = one.trim().split(' ') as ['us' | 'them', PromiseKind, string, string?];
    const [first = '', last = first] = due.split('..');
    const [clock = '', place = zone] = time?.split('@') ?? [];
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return {
      by,
      kind,
      day: due === '-' ? null : due === '*' ? 'any' : [first, last],
      instant: time ? instantOf(first, hours * 60 + minutes, place) : null,
    };
  });
}

/** What is read of a mail: nothing of a machine's, and of the others what was newly written. */
const writtenIn = (mail: string): string => (claimOfText(mail) ? '' : newText(mail));

/** The first set, or that of another author. */
export function labelled(language: 'en' | 'zh', set: 'sentences' | 'second' = 'sentences'): Labelled[] {
  const lines = readFileSync(new URL(`${set}.${language}.txt`, import.meta.url), 'utf8').split('\n');
  let where: { at: number; zone: string } = said[language];
  return lines.flatMap((line): Labelled[] => {
    if (line === '' || line.startsWith('#')) return [];
    if (line.startsWith('@')) {
      const [, at = '', zone = ''] = line.split(' ');
      where = { at: Date.parse(at), zone };
      return [];
    }
    const [direction = '', wanted = '', ...text] = line.split(' | ');
    const mail = text.join(' | ');
    return [
      {
        language,
        direction: direction as 'in' | 'out',
        ...where,
        text: set === 'second' ? writtenIn(mail.replaceAll('\\n', '\n')) : mail,
        wanted: wantedOf(wanted, where.zone),
        half: halfOf(mail),
      },
    ];
  });
}
