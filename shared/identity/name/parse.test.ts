import { expect, test } from 'vitest';
import { parseName } from './parse.ts';

test.each([
  ['王小明', '小明', '王'],
  ['王 小明', '小明', '王'],
  ['歐陽娜娜', '娜娜', '歐陽'],
  ['田中太郎', '太郎', '田中'],
  ['김민수', '민수', '김'],
  ['남궁민수', '민수', '남궁'],
  ['ジョン・スミス', 'ジョン', 'スミス'],
  ['Wang Xiaoming', 'Xiaoming', 'Wang'],
  ['Nguyễn Văn An', 'An', 'Nguyễn'],
  ['Byron, Ada', 'Ada', 'Byron'],
  ['Ludwig van der Rohe', 'Ludwig', 'van der Rohe'],
])('%s is %s of the %s', (name, first, last) => {
  expect(parseName(name)).toMatchObject({ first, last });
});
