import { type ReadPromise, readPromises } from '../../../shared/domain/promise/read-promises.ts';
import type { Labelled, Wanted } from './read-sentences.ts';

export type Score = {
  sentences: number;
  right: number;
  wrong: number;
  missed: number;
  kinds: number;
  days: number;
  /** What was misread, for whoever writes the rules. */
  slips: { text: string; wanted: Wanted[]; found: ReadPromise[] }[];
};

/** How many of the promises are found, and of them how many with their kind and their day. */
export function scoreSentences(cases: readonly Labelled[]): Score {
  const score: Score = {
    sentences: cases.length,
    right: 0,
    wrong: 0,
    missed: 0,
    kinds: 0,
    days: 0,
    slips: [],
  };
  for (const { direction, at, zone, text, wanted } of cases) {
    const found = readPromises(text, { direction, at, zone });
    const left = [...found];
    let slipped = false;
    for (const one of wanted) {
      const place = left.findIndex(({ by }) => by === one.by);
      const [hit] = place < 0 ? [] : left.splice(place, 1);
      if (!hit) {
        score.missed++;
        slipped = true;
        continue;
      }
      score.right++;
      const kind = hit.kind === one.kind;
      const day = isDue(hit, one);
      if (kind) score.kinds++;
      if (day) score.days++;
      slipped ||= !kind || !day;
    }
    score.wrong += left.length;
    if (slipped || left.length > 0) score.slips.push({ text, wanted, found });
  }
  return score;
}

function isDue({ due }: ReadPromise, { day, instant }: Wanted): boolean {
  if (day === 'any') return true;
  if (day === null || !due) return day === due;
  const [first, last] = day;
  return due.day >= first && due.day <= last && (instant === null || due.instant === instant);
}

export const precisionOf = ({ right, wrong }: Score): number => right / Math.max(1, right + wrong);
export const recallOf = ({ right, missed }: Score): number => right / Math.max(1, right + missed);
