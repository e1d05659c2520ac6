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
  ['김민수 대리', '민수', '김'],
  ['王小明 (Eric Wang)', '小明', '王'],
  ['Xi Jinping', 'Jinping', 'Xi'],
  ['Jiawei Han', 'Jiawei', 'Han'],
  ['Иванов Иван Иванович', 'Иван', 'Иванов'],
  ['Иван Иванович Иванов', 'Иван', 'Иванов'],
  ['Prof. Dr. h.c. Grete Hermann', 'Grete', 'Hermann'],
  ['Mr & Mrs John Smith', 'John', 'Smith'],
  ['Don Miller', 'Don', 'Miller'],
  ['Grace Hopper', 'Grace', 'Hopper'],
  ['Prince Mensah', 'Prince', 'Mensah'],
  ['His Excellency Ada Byron', 'Ada', 'Byron'],
  ['María del Carmen López', 'María del Carmen', 'López'],
  ['O’Neill, Peggy', 'Peggy', 'O’Neill'],
  ['Byron Ada M.', 'Ada', 'Byron'],
  ['Byron, Ada', 'Ada', 'Byron'],
  ['Ludwig van der Rohe', 'Ludwig', 'van der Rohe'],
])('%s is %s of the %s', (name, first, last) => {
  expect(parseName(name)).toMatchObject({ first, last });
});

test.each([
  ['Dr. Ada M. Byron, Ph. D.', { title: 'Dr.', first: 'Ada', middle: 'M.', last: 'Byron', suffix: 'Ph. D.' }],
  ['Robert "Bob" Smith Jr.', { first: 'Robert', last: 'Smith', suffix: 'Jr.', nickname: 'Bob' }],
  ['U.S. District Judge Ada Byron', { title: 'U.S. District Judge', first: 'Ada', last: 'Byron' }],
  ['Ada Byron (she/her)', { first: 'Ada', last: 'Byron', nickname: '' }],
  ['Ada Byron | ACME', { first: 'Ada', last: 'Byron' }],
  ['Ada Byron via Lumen', { first: 'Ada', last: 'Byron' }],
  ['Frau Byron', { title: 'Frau', first: '', last: 'Byron' }],
  ['Schwester Ada', { first: 'Schwester', last: 'Ada' }],
  ['Queen Ada', { title: 'Queen', first: 'Ada', last: '' }],
  ['李总', { title: '总', first: '', last: '李' }],
  ['王小明先生', { title: '先生', first: '小明', last: '王' }],
  ['山田太郎様', { title: '様', first: '太郎', last: '山田' }],
  ['阿里巴巴', { first: '阿里巴巴', last: '' }],
  ['', { first: '', last: '' }],
])('%s has parts', (name, parts) => {
  expect(parseName(name)).toMatchObject(parts);
});

test('the language of a page decides between a Chinese and a Japanese reading', () => {
  expect(parseName('林田明', { language: 'zh-CN' })).toMatchObject({ last: '林', first: '田明' });
  expect(parseName('森田明', { language: 'ja' })).toMatchObject({ last: '森田', first: '明' });
});
