import { readFileSync } from 'node:fs';
import { findPromises } from '../../../shared/domain/promise/find-promises.ts';
import { judgeClosing } from '../../../shared/domain/promise/judge-closing.ts';

export type Pair = { kind: string; title: string; closes: boolean; files: string[]; text: string };

export function labelledPairs(set: 'pairs' | 'second-pairs' = 'pairs'): Pair[] {
  const lines = readFileSync(new URL(`${set}.txt`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', title = '', verdict = '', files = '', ...text] = line.split(' | ');
      return {
        kind,
        title,
        closes: verdict === 'closes',
        files: files === '-' ? [] : files.split(', '),
        text: text.join(' | '),
      };
    });
}

export type ClosingScore = { pairs: number; right: number; wrong: Pair[]; missed: Pair[]; asked: number };

/** How many mails close a promise by themselves, rightly and wrongly, and how many are asked about instead. */
export function scorePairs(pairs: readonly Pair[]): ClosingScore {
  const score: ClosingScore = { pairs: pairs.length, right: 0, wrong: [], missed: [], asked: 0 };
  for (const pair of pairs) {
    const attachments = pair.files.map((name) => ({ name, type: null }));
    const talk = findPromises(pair.text);
    const verdict = judgeClosing({ title: pair.title, promiseKind: pair.kind }, { attachments, ...talk });
    if (verdict === 'closes' && pair.closes) score.right++;
    if (verdict === 'closes' && !pair.closes) score.wrong.push(pair);
    if (verdict !== 'closes' && pair.closes) score.missed.push(pair);
    if (verdict === 'asks') score.asked++;
  }
  return score;
}
