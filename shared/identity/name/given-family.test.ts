import { expect, test } from 'vitest';
import { givenFamily } from './given-family.ts';

test.each([
  ['Ada Byron', 'Ada', 'Byron'],
  ['Dr. Ada M. Byron, PhD', 'Ada', 'Byron'],
  ['Byron, Ada', 'Ada', 'Byron'],
  ['王小明', '小明', '王'],
  ['田中太郎', '太郎', '田中'],
  ['김민수', '민수', '김'],
])('%s is %s of the %s', (name, given, family) => expect(givenFamily(name)).toEqual({ given, family }));

test.each([
  'Ada',
  'J. Smith',
  'ACME GmbH',
  'Sales Team',
  'ada@acme.example',
  'John and Jane Byron',
  '小明',
  '',
  '山本',
])('%s tells neither', (name) => expect(givenFamily(name)).toEqual({ given: null, family: null }));
