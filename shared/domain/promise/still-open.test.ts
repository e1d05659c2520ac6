import { expect, test } from 'vitest';
import { findPromises } from './find-promises.ts';
import type { PromiseKind } from './kinds.ts';
import { stillOpen } from './still-open.ts';

const found = (by: 'us' | 'them', kind: PromiseKind, what: string, at: number) => ({ by, kind, what, at });
const mail = (direction: 'in' | 'out', at: number, text: string) => ({
  direction,
  at,
  ...findPromises(text),
});
const asked = found('us', 'quote', 'send a proposal', 1);

test('[Z2] what a later mail of the conversation brought is not offered any more', () => {
  expect(stillOpen([asked], [mail('out', 2, 'Here is the proposal.')], 'Ada')).toEqual([]);
  expect(stillOpen([asked], [mail('in', 2, 'Here is the proposal.')], 'Ada')).toEqual([asked]);
  expect(stillOpen([asked], [mail('out', 0, 'Here is the proposal.')], 'Ada')).toEqual([asked]);
});
test('[Z2] what was asked and then promised is the promise', () => {
  const promised = found('us', 'quote', 'send the proposal', 2);
  expect(stillOpen([asked, promised], [], 'Ada')).toEqual([promised]);
  const contract = found('us', 'document', 'send the contract', 1);
  const slides = found('us', 'document', 'send the slides', 2);
  expect(stillOpen([contract, slides], [], 'Ada')).toEqual([contract, slides]);
});
