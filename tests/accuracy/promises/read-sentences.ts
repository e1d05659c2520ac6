import { readFileSync } from 'node:fs';
import type { PromiseKind } from '../../../shared/domain/promise/kinds.ts';
import { instantOf } from '../../../shared/kit/civil.ts';

export type Wanted = { by: 'us' | 'them'; kind: PromiseKind; day: string | null; instant: number | null };
export type Labelled = {
  language: 'en' | 'zh';
  direction: 'in' | 'out';
  text: string;
  wanted: Wanted[];
  /** The rules were written looking at `a` alone. */
  half: 'a' | 'b';
};

/** Where and when all sentences of a language were said. */
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
    const [by, kind, day, clock] = one.trim().split(' ') as ['us' | 'them', PromiseKind, string, string?];
    const [hours = 0, minutes = 0] = clock?.split(':').map(Number) ?? [];
    return {
      by,
      kind,
      day: day === '-' ? null : day,
      instant: clock ? instantOf(day, hours * 60 + minutes, zone) : null,
    };
  });
}

export function labelled(language: 'en' | 'zh'): Labelled[] {
  const lines = readFileSync(new URL(`sentences.${language}.txt`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [direction = '', wanted = '', ...text] = line.split(' | ');
      const mail = text.join(' | ');
      return {
        language,
        direction: direction as 'in' | 'out',
        text: mail,
        wanted: wantedOf(wanted, said[language].zone),
        half: halfOf(mail),
      };
    });
}
