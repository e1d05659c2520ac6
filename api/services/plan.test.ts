import { expect, it } from 'vitest';
import { argsOf, statementsOf } from './plan.ts';

const intent = { at: 500, by: 'member' };
const claim = { client: 'client', number: 1, attempt: 'run.1', now: 100 };
const plan = {
  refuse: [`CASE WHEN :a = 1 THEN 'not_found' END`],
  effects: ['UPDATE t SET a = :a'],
  args: { a: 7 },
};

it('a plan is its claim and its effects, in this order', () => {
  const [first, effect, ...rest] = statementsOf(plan, intent, claim) as { sql: string; args: object }[];
  expect(first?.sql).toMatch(/^INSERT INTO claim/);
  expect(first?.sql).toContain(plan.refuse[0]);
  expect(effect).toEqual({ sql: 'UPDATE t SET a = :a', args: { a: 7 } });
  expect(rest).toEqual([]);
});

it('the short way is claimed only where nothing else stands for it, and the whole plan is there when it was not', () => {
  const both = { ...plan, already: '(SELECT 1)', usual: { effects: ['UPDATE t SET a = 1'] } };
  const short = statementsOf(both, intent, claim) as { sql: string }[];
  expect(short.map(({ sql }) => sql)).toEqual([
    expect.stringMatching(/AND answer IS NULL/),
    'UPDATE t SET a = 1',
  ]);
  const whole = statementsOf(both, intent, claim, true) as { sql: string }[];
  expect(whole.map(({ sql }) => sql)).toEqual([
    expect.not.stringMatching(/AND answer IS NULL/),
    'UPDATE t SET a = :a',
  ]);
});

it('a change that a fast clock dates later than now is dated now', () => {
  const [, effect] = statementsOf({ ...plan, effects: ['UPDATE t SET at = :at'] }, intent, claim);
  expect(effect).toMatchObject({ args: { at: 100 } });
});

it('a statement gets the arguments it names and no other; a time of day or a cast is no argument', () => {
  expect(argsOf(`SELECT :one, '12:30', a::b, :one`, { one: 1, b: 2 })).toEqual({ one: 1 });
});
