import { type ReadPromise, readPromises } from '../../../shared/domain/promise/read-promises.ts';
import { type Labelled, said, type Wanted } from './read-sentences.ts';

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
  for (const { language, direction, text, wanted } of cases) {
    const found = readPromises(text, { direction, ...said[language] });
    const left = [...found];
    let slipped = false;
    for (const one of wanted) {
      const at = left.findIndex(({ by }) => by === one.by);
      const [hit] = at < 0 ? [] : left.splice(at, 1);
      if (!hit) {
        score.missed++;
        slipped = true;
        continue;
      }
      score.right++;
      const kind = hit.kind === one.kind;
      const day =
        (hit.due?.day ?? null) === one.day && (one.instant === null || hit.due?.instant === one.instant);
      if (kind) score.kinds++;
      if (day) score.days++;
      slipped ||= !kind || !day;
    }
    score.wrong += left.length;
    if (slipped || left.length > 0) score.slips.push({ text, wanted, found });
  }
  return score;
}

export const precisionOf = ({ right, wrong }: Score): number => right / Math.max(1, right + wrong);
export const recallOf = ({ right, missed }: Score): number => right / Math.max(1, right + missed);
