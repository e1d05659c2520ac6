import { describe, expect, test } from 'vitest';
import { dealTarget, logBlock } from './log-target.ts';

const a = { id: 'a', title: 'A' };
const b = { id: 'b', title: 'B' };

describe('the deal of a log', () => {
  test.each([
    {
      title: 'is none without an open deal',
      open: [],
      thread: [],
      chosen: undefined,
      deals: [],
      basis: 'no-deal',
    },
    {
      title: 'is the only open one',
      open: [a],
      thread: [],
      chosen: undefined,
      deals: [a],
      basis: 'only-deal',
    },
    {
      title: 'is of several the one this thread used',
      open: [a, b],
      thread: ['b'],
      chosen: undefined,
      deals: [b],
      basis: 'thread',
    },
    {
      title: 'are of several those that this thread used',
      open: [a, b],
      thread: ['b', 'a'],
      chosen: undefined,
      deals: [b, a],
      basis: 'thread',
    },
    {
      title: 'is none of several when the thread used none',
      open: [a, b],
      thread: [],
      chosen: undefined,
      deals: [],
      basis: 'several',
    },
    {
      title: 'is none of several when the thread used one that is closed now',
      open: [a, b],
      thread: ['z'],
      chosen: undefined,
      deals: [],
      basis: 'several',
    },
    {
      title: 'is what the user chose',
      open: [a, b],
      thread: ['a'],
      chosen: [b],
      deals: [b],
      basis: 'chosen',
    },
    {
      title: 'is none when the user chose none',
      open: [a],
      thread: ['a'],
      chosen: [],
      deals: [],
      basis: 'chosen',
    },
  ])('$title', ({ open, thread, chosen, deals, basis }) => {
    expect(dealTarget(open, thread, chosen)).toEqual({ deals, basis });
  });
});

describe('a log is blocked', () => {
  test.each([
    { known: 1, unknown: 3, why: null },
    { known: 0, unknown: 2, why: 'unknown' },
    { known: 0, unknown: 0, why: 'internal' },
  ])('as $why with $known known and $unknown unknown people', ({ why, ...people }) => {
    expect(logBlock(people)).toBe(why);
  });
});
