import { describe, expect, test } from 'vitest';
import { findPromises } from './find-promises.ts';
import { mostPromised } from './kinds.ts';
import { readPromises } from './read-promises.ts';

/** Wednesday 18 November 2026, 10:00 in Taipei. */
const at = Date.parse('2026-11-18T02:00:00Z');
const taipei = { at, zone: 'Asia/Taipei' };
const newYork = { at: Date.parse('2026-11-18T14:00:00Z'), zone: 'America/New_York' };

describe('whose promise it is', () => {
  test.each([
    ['out', "I'll send the quote by Friday.", 'us'],
    ['in', "I'll send the quote by Friday.", 'them'],
    ['out', 'Could you send me the contract by Friday?', 'them'],
    ['in', 'Could you send me the contract by Friday?', 'us'],
    ['in', 'You said you would send me the contract.', 'us'],
    ['out', '报价周五前发您。', 'us'],
    ['in', '報價請週五前寄給我。', 'us'],
    ['in', '下周二下午三点给我打电话', 'us'],
    ['out', '下禮拜二下午三點打給我', 'them'],
  ] as const)('%s: %s is for %s to keep', (direction, text, by) => {
    expect(readPromises(text, { direction, ...taipei }).map((each) => each.by)).toEqual([by]);
  });
});

describe('when it is due', () => {
  test('a time is one of the writer’s clock, whoever reads it', () => {
    const [call] = readPromises('Call me Tuesday at 3.', { direction: 'in', ...newYork });
    expect(call?.due).toEqual({
      day: '2026-11-24',
      instant: Date.parse('2026-11-24T20:00:00Z'),
      zone: 'America/New_York',
    });
    const [same] = readPromises('下周二下午三点给我打电话', { direction: 'in', ...taipei });
    expect(same?.due?.instant).toBe(Date.parse('2026-11-24T07:00:00Z'));
  });
  test('a day is counted from the mail, not from the day on which it is read', () => {
    const old = { at: Date.parse('2026-03-02T09:00:00Z'), zone: 'Europe/Berlin' };
    expect(readPromises("I'll call you tomorrow.", { direction: 'out', ...old })[0]?.due?.day).toBe(
      '2026-03-03',
    );
  });
  test.each([
    // As discussed on Monday is past.
    ["As discussed on Monday, I'll email you the case study by Wednesday.", '2026-11-25'],
    ["I'll send the quote, and I saw that the fair is on Friday.", '2026-11-20'],
    ['On Friday I will send you the quote.', '2026-11-20'],
    ["I'll send the report for 2019-03-04.", null],
    ["I'll send you the quote.", null],
  ])('%s: %s', (text, day) => {
    expect(readPromises(text, { direction: 'out', ...newYork })[0]?.due?.day ?? null).toBe(day);
  });
});

describe('days and clocks as people write them', () => {
  const read = (text: string, readerZone?: string) =>
    readPromises(text, { direction: 'out', ...newYork, readerZone })[0]?.due;
  test.each([
    ["I'll send the quote by month end.", '2026-11-30'],
    ["I'll send the quote within three business days.", '2026-11-23'],
    ["I'll send the quote in a couple of weeks.", '2026-12-02'],
    ["I'll send the quote a week from tomorrow.", '2026-11-26'],
    ["I'll send the quote by 30.11.2026.", '2026-11-30'],
    ["I'll send the quote by 25th.", '2026-11-25'],
    ["I'll send the quote before the weekend.", '2026-11-20'],
    ["I'll send the quote by the end of January.", '2027-01-31'],
    ['合约民國115年12月1日寄給您。', '2026-12-01'],
    ['合约12月底发您。', '2026-12-31'],
    ['合约３个工作日内发您。', '2026-11-23'],
    ['合约春节前发您。', '2027-02-05'],
    ['合约聽日寄畀你。', '2026-11-19'],
  ])('%s: %s', (text, day) => {
    expect(read(text)?.day).toBe(day);
  });

  test('11/12 is what is near rather than what is nearly a year off; else it goes by the place', () => {
    expect(read("I'll send the quote by 11/12.")?.day).toBe('2026-12-11');
    expect(read("I'll send the quote by 12/11.")?.day).toBe('2026-12-11');
    const on = { direction: 'out', at: Date.parse('2026-03-03T12:00:00Z') } as const;
    const of = (zone: string) =>
      readPromises("I'll send the quote by 5/4.", { ...on, zone })[0]?.due?.day ?? null;
    expect([of('America/New_York'), of('Europe/London'), of('America/Toronto')]).toEqual([
      '2026-05-04',
      '2026-04-05',
      null,
    ]);
  });

  test('a time is of the place that is named, of the reader where it says so, of whoever means CST', () => {
    const told = (text: string) => read(text, 'Asia/Taipei')?.instant ?? Number.NaN;
    const utc = (text: string) => new Date(told(text)).toISOString().slice(0, 16);
    expect(utc("I'll call you on Friday at 3pm CET.")).toBe('2026-11-20T14:00');
    expect(utc("I'll call you on Friday at 3pm your time.")).toBe('2026-11-20T07:00');
    expect(utc("I'll call you on Friday at 3pm CST.")).toBe('2026-11-20T21:00');
    expect(utc('我週五您那邊時間下午三點打給您。')).toBe('2026-11-20T07:00');
    expect(utc('週五日本時間下午三點我打給您。')).toBe('2026-11-20T06:00');
  });
});

describe('what a title says', () => {
  test.each([
    ["I'll send you the final quote by Friday.", 'send {you} the final quote'],
    ['Can you please send me the price list for 2027?', 'send {me} the price list for 2027'],
    ["I'll call you next Tuesday at 3pm.", 'call {you}'],
    ['下周二下午三点打给我', '给{您}打电话'],
    ['周五前把报价发您。', '发报价'],
    ['我會在週五前把報價單寄給您。', '寄報價單'],
  ])('%s: %s', (text, what) => {
    expect(readPromises(text, { direction: 'out', ...newYork })[0]?.what).toBe(what);
  });
});

describe('what only sounds like a promise', () => {
  test.each([
    "I won't be able to send it by Friday.",
    "If you send the numbers, I'll send the quote on Friday.",
    'I sent the quote on Friday.',
    'I will be out of office until Monday.',
    "I'll look forward to your reply.",
    'Should I call you on Friday?',
    'Please let me know if you have any questions.',
    '如果您周五前确认，我就发合同给您。',
    '合同昨天已经发给您了。',
    '我下周出差，不在办公室。',
    '期待您的回覆。',
  ])('%s', (text) => {
    for (const direction of ['in', 'out'] as const)
      expect(readPromises(text, { direction, ...taipei })).toEqual([]);
  });
});

test('promises come in the order of the text, each once, and no more than a few of a mail', () => {
  const two = readPromises("I'll send the quote. I'll call you on Friday. I'll send the quote.", {
    direction: 'out',
    ...newYork,
  });
  expect(two.map(({ kind }) => kind)).toEqual(['quote', 'call']);
  const many = Array.from({ length: 60 }, (_, i) => `I'll send the report ${i} by Friday.`).join(' ');
  expect(findPromises(many).made).toHaveLength(mostPromised);
});

test('a hostile text is read in little time, and never throws', () => {
  const pieces = [
    "I'll ",
    'and ',
    'I will please could you send me ',
    '我们',
    '请把给您发我会在周五前',
    'a'.repeat(300),
    ' ',
    'the '.repeat(90),
    '“',
    '，',
    'will will will ',
    '1/2 3/4 ',
    '\u0000\ud800',
  ];
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const before = process.cpuUsage().user;
    for (const made of [text, `${text}.`, text.replaceAll(' ', '\n')])
      expect(readPromises(made, { direction: 'in', ...newYork }).length).toBeLessThanOrEqual(mostPromised);
    // Of processor time, so that a busy machine is no slow reader; in microseconds.
    expect(process.cpuUsage().user - before, piece).toBeLessThan(1_500_000);
  }
});

test('pieces of sentences put together by chance never throw, and stand where they say', () => {
  const words =
    "I'll|will|send|you|me|the quote|by|Friday|tomorrow at 3|not|if|?|.|我|会|给您|发|报价|周五前|，|。|请|吗|and|please".split(
      '|',
    );
  let seed = 7;
  const next = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };
  for (let run = 0; run < 1_500; run++) {
    const text = Array.from({ length: 3 + (next() % 14) }, () => words[next() % words.length]).join(
      next() % 2 ? ' ' : '',
    );
    for (const { sentence, clause, what, confidence } of findPromises(text).made) {
      expect(text.replace(/\s+/g, ' ')).toContain(sentence.replace(/\s+/g, ' '));
      expect(clause.start).toBeGreaterThanOrEqual(0);
      expect(clause.end).toBeLessThanOrEqual(sentence.length);
      expect(clause.start).toBeLessThanOrEqual(clause.end);
      expect(what).not.toBe('');
      expect(confidence).toBeGreaterThan(0);
    }
  }
});
