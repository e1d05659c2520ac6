import { expect, test } from 'vitest';
import { findPromises } from './find-promises.ts';
import type { PromiseLanguage } from './language.ts';

const act = '(?<act>schicken?|sende|rufe|melde)(?=\\s+(?:ich|wir|Ihnen|Sie|dir|dich|mich|mir|uns|mich))';
/** A language of a few words, as somebody would begin one. */
const german: PromiseLanguage = {
  spoken: /\b(?:ich|wir|Sie|Ihnen|bitte)\b/i,
  harmless: null,
  never: /\b(?:nicht|kein\p{L}*|falls|wenn|habe|haben|gestern)\b/iu,
  question: /\?\s*$/u,
  ways: [
    { by: 'reader', confidence: 0.8, asks: true, pattern: new RegExp(`\\bbitte\\s+${act}`, 'iu') },
    { by: 'writer', confidence: 0.9, pattern: new RegExp(`\\b(?:ich|wir)\\s+${act}`, 'iu') },
  ],
  acts: [
    ['call', /^rufe/iu],
    ['answer', /^melde/iu],
    ['send', /./u],
  ],
  nouns: [
    ['quote', /Angebot/u],
    ['document', /Vertrag/u],
  ],
  clauseStart: null,
  deadline: null,
  day: null,
  clauseEnd: /[,;]/u,
  title: 'from-act',
  titleEnd: /\s+(?:bis|am|morgen)\b|[.!?]/u,
  titleLess: /\bbitte\b/gu,
  pronouns: /\b(?:Ihnen|Sie|mir|uns)\b/gu,
  titles: [],
  done: /\banbei\b/iu,
  undone: /\bnicht\b/iu,
  pending: null,
};

test('a language is a table: one more is read by the same reader', () => {
  const read = (text: string) =>
    findPromises(text, [german]).made.map(({ by, kind, what }) => [by, kind, what]);
  expect(read('Ich schicke Ihnen das Angebot bis Freitag. Bitte schicken Sie uns den Vertrag.')).toEqual([
    ['writer', 'quote', 'schicke {Ihnen} das Angebot'],
    ['reader', 'document', 'schicken {Sie} {uns} den Vertrag'],
  ]);
  expect(read('Falls Sie zustimmen, schicke ich Ihnen das Angebot.')).toEqual([]);
  expect(read('Schicke ich Ihnen das Angebot?')).toEqual([]);
  expect(findPromises('Anbei das Angebot.', [german]).kept).toEqual([]);
  expect(findPromises('Anbei finden Sie das Angebot.', [german]).kept).toEqual([
    { kinds: ['quote'], sentence: 'Anbei finden Sie das Angebot.' },
  ]);
});
