import { describe, expect, test } from 'vitest';
import type { FieldKind } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { operatorsOf } from './operators.ts';
import { isListQuery, type Operator, operators, queryOf, type Rule } from './query.ts';
import { type FieldValue, passes, testOf } from './rule.ts';
import { usualQuery } from './usual.ts';

const me = '01980000-0000-7000-8000-000000000001';
const mia = '01980000-0000-7000-8000-000000000002';
const day = 86_400_000;
/** In a zone eight hours ahead, where the day begins at four in the afternoon. */
const startOf = (civil: string) => Date.parse(`${civil}T00:00:00Z`) - 8 * 3_600_000;
const asked = { me, today: '2026-11-22', startOf };
const now = startOf('2026-11-22') + 3_600_000;
const eur = (minor: number) => [{ currency: 'EUR', minor }];
const acme = { id: 'acme', text: 'ACME 機器人' };

type Line = [FieldKind, Operator, (string | number)[], FieldValue, boolean];
test.each<Line>([
  ['text', 'is', ['muller'], 'Müller', true],
  ['text', 'is', ['陈'], '陳', true],
  ['text', 'is', ['a', 'b'], 'B', true],
  ['text', 'is', ['mull'], 'Müller', false],
  ['text', 'isNot', ['x'], null, true],
  ['text', 'contains', ['小明'], '陳小明', true],
  ['text', 'contains', ['ü'], 'Mueller', true],
  ['text', 'contains', ['x'], null, false],
  ['text', 'containsNot', ['x'], null, true],
  ['text', 'empty', [], '', true],
  ['text', 'empty', [], null, true],
  ['text', 'filled', [], 'a', true],
  ['texts', 'contains', ['ACME'], ['ada@home.org', 'ada@acme.com'], true],
  ['texts', 'is', ['ada@acme.com'], ['ada@home.org'], false],
  ['texts', 'empty', [], [], true],
  ['number', 'more', [3], 4, true],
  ['number', 'more', [3], 3, false],
  ['number', 'less', [3], null, false],
  ['number', 'is', [3, 4], 4, true],
  ['number', 'is', ['3'], 3, false],
  ['money', 'more', ['EUR 100'], eur(101), true],
  ['money', 'more', ['EUR 100'], [{ currency: 'USD', minor: 900 }], false],
  ['money', 'less', ['EUR 100'], eur(99), true],
  ['money', 'is', ['EUR 100'], eur(100), true],
  ['money', 'more', ['a lot'], eur(100), false],
  ['money', 'empty', [], [], true],
  ['day', 'before', ['today'], '2026-11-21', true],
  ['day', 'before', ['today'], '2026-11-22', false],
  ['day', 'after', ['2026-11-21'], '2026-11-22', true],
  ['day', 'is', ['2026-11-22'], '2026-11-22', true],
  ['day', 'inNext', [7], '2026-11-29', true],
  ['day', 'inNext', [7], '2026-11-30', false],
  ['day', 'inNext', [7], '2026-11-21', false],
  ['day', 'inLast', [7], '2026-11-15', true],
  ['day', 'inLast', [7], '2026-11-14', false],
  ['day', 'before', ['2026-02-30'], '2026-01-01', false],
  ['day', 'before', ['today'], null, false],
  ['instant', 'inLast', [0], now, true],
  ['instant', 'inLast', [0], now - 2 * 3_600_000, false],
  ['instant', 'inLast', [30], now - 30 * day, true],
  ['instant', 'notInLast', [30], now - 31 * day - 3_600_000, true],
  ['instant', 'notInLast', [30], null, true],
  ['instant', 'notInLast', [30], now, false],
  ['instant', 'is', ['2026-11-22'], now, true],
  ['instant', 'is', ['2026-11-21'], now, false],
  ['instant', 'before', ['2026-11-22'], now - 2 * 3_600_000, true],
  ['instant', 'after', ['2026-11-22'], now + day, true],
  ['instant', 'empty', [], null, true],
  ['instant', 'inLast', ['many'], now, false],
  ['choice', 'is', ['lead', 'customer'], 'lead', true],
  ['choice', 'isNot', ['lead'], 'customer', true],
  ['choice', 'isNot', ['lead'], null, true],
  ['choice', 'is', ['me'], 'me', true],
  ['choices', 'is', ['phone', 'email'], ['email'], true],
  ['choices', 'isNot', ['phone'], ['email'], true],
  ['choices', 'isNot', ['phone'], ['email', 'phone'], false],
  ['yes-no', 'is', [1], 1, true],
  ['yes-no', 'is', [0], null, false],
  ['person', 'is', ['me'], me, true],
  ['person', 'is', ['me'], mia, false],
  ['person', 'is', [mia], mia, true],
  ['person', 'isNot', ['me'], null, true],
  ['person', 'empty', [], null, true],
  ['link', 'is', ['acme'], acme, true],
  ['link', 'contains', ['机器'], acme, true],
  ['link', 'isNot', ['acme'], null, true],
  ['link', 'filled', [], acme, true],
])('%s %s %j of %j: %s', (kind, op, values, value, expected) => {
  expect(testOf({ field: 'x', op, values }, kind, asked)(value)).toBe(expected);
});

test('what a kind of field cannot be asked holds for nobody', () => {
  for (const [kind, known] of Object.entries(operatorsOf))
    for (const op of operators.filter((each) => !known.includes(each)))
      expect(testOf({ field: 'x', op, values: ['x'] }, kind as FieldKind, asked)('x')).toBe(false);
});

describe('conditions combine', () => {
  const row: Record<string, FieldValue> = { owner: me, lifeCycle: 'lead', emails: [] };
  const kinds: Record<string, FieldKind> = { owner: 'person', lifeCycle: 'choice', emails: 'texts' };
  const mine: Rule = { field: 'owner', op: 'is', values: ['me'] };
  const customers: Rule = { field: 'lifeCycle', op: 'is', values: ['customer'] };
  const noMail: Rule = { field: 'emails', op: 'empty', values: [] };
  test.each<[string, Rule[][], boolean]>([
    ['none lets everybody pass', [], true],
    ['groups by and', [[mine], [customers]], false],
    ['rules of a group by or', [[customers, noMail]], true],
    ['one that is not finished asks nothing', [[mine], [{ ...customers, values: [] }]], true],
    ['a field that is gone holds for nobody', [[{ field: 'own.gone', op: 'empty', values: [] }]], false],
  ])('%s', (_, filters, expected) => {
    expect(passes({ filters }, (field) => kinds[field] ?? null, asked)((field) => row[field] ?? null)).toBe(
      expected,
    );
  });
});

test('the usual queries are queries, of fields that there are', () => {
  for (const noun of ['contact', 'company', 'deal', 'task'] as const) {
    const query = usualQuery(noun);
    expect(isListQuery(query)).toBe(true);
    const names = fieldsOf(noun, []).map(({ name }) => name);
    for (const { field } of [...query.columns, ...query.sort]) expect(names).toContain(field);
  }
});

test.each([
  ['no JSON', '{'],
  ['another noun', JSON.stringify(usualQuery('deal'))],
  [
    'an operator of the future',
    JSON.stringify({ ...usualQuery('contact'), filters: [[{ field: 'a', op: 'near', values: [] }]] }),
  ],
])('a view that cannot be read is none: %s', (_, query) => {
  expect(queryOf({ noun: 'contact', query })).toBe(null);
});
