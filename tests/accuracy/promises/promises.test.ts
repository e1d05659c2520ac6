import { describe, expect, test } from 'vitest';
import { halfOf, labelled } from './read-sentences.ts';
import { labelledPairs, scorePairs } from './score-pairs.ts';
import { precisionOf, recallOf, scoreSentences } from './score-sentences.ts';

const cases = [...labelled('en'), ...labelled('zh')];

test('the set is large enough, at least half of it promises nothing, and its halves are fixed', () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
  expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  expect(cases.filter(({ wanted }) => wanted.length === 0).length).toBeGreaterThanOrEqual(cases.length / 2);
  expect(["I'll send you the quote by Friday.", '周五前把报价发您。'].map(halfOf)).toEqual(['a', 'b']);
});

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const score = scoreSentences(cases.filter((each) => each.language === language && each.half === 'b'));
  test('promises of the half that was kept aside are found, and little else', () => {
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.9);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.8);
  });
  test('what is found has its kind and its day', () => {
    expect(score.kinds / score.right).toBeGreaterThanOrEqual(0.9);
    expect(score.days / score.right).toBeGreaterThanOrEqual(0.9);
  });
});

test('a mail closes a promise by itself only where it keeps it', () => {
  const score = scorePairs(labelledPairs());
  expect(score.pairs).toBeGreaterThanOrEqual(80);
  expect(score.right / (score.right + score.wrong.length)).toBeGreaterThanOrEqual(0.95);
  expect(score.right / (score.right + score.missed.length)).toBeGreaterThanOrEqual(0.7);
});

test('what another author wrote who had not seen the rules is read nearly as well', () => {
  for (const language of ['en', 'zh'] as const) {
    const score = scoreSentences(labelled(language, 'second'));
    expect(score.sentences).toBeGreaterThanOrEqual(100);
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.9);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.8);
    expect(score.days / score.right).toBeGreaterThanOrEqual(0.9);
  }
  expect(scorePairs(labelledPairs('second-pairs')).wrong).toEqual([]);
});
