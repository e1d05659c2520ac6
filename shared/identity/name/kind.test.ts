import { expect, test } from 'vitest';
import { nameKind } from './kind.ts';

test.each([
  ['ACME GmbH', 'company'],
  ['Lumen Ltd.', 'company'],
  ['上海晨光有限公司', 'company'],
  ['㈱ヤマダ', 'company'],
  ['University of Bonn', 'company'],
  ['ООО "Ромашка"', 'company'],
  ['Lumen SA', 'company'],
  ['Lumen S.A.', 'company'],
  ['Smith & Co', 'company'],
  ['Maria Sa', null],
  ['Dr. Ada Byron', 'person'],
  ['John Smith, Jr.', 'person'],
  ['王小明', 'person'],
  ['김민수', 'person'],
  ['田中太郎', 'person'],
  ['Acme', null],
  ['Ada Byron', null],
  ['', null],
  ['12345', null],
])('%s is of a %s', (text, kind) => expect(nameKind(text)).toBe(kind));
