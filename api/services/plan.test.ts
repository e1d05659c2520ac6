import { expect, it } from 'vitest';
import { argsOf, statementsOf } from './plan.ts';

const intent = { at: 500, by: 'member' };
const claim = { client: 'client', number: 1, attempt: 'run.1', now: 100 };
const plan = {
  refuse: [`CASE WHEN :a = 1 THEN 'not_found' END`],
  effects: ['UPDATE t SET a = :a'],
  args: { a: 7 },
};

it('a plan is its claim, its effects and the question for the answer, in this order', () => {
  const [first, effect, last, ...rest] = statementsOf(plan, intent, claim) as { sql: string; args: object }[];
  expect(first?.sql).toMatch(/^INSERT INTO claim/);
  expect(first?.sql).toContain(plan.refuse[0]);
  expect(effect).toEqual({ sql: 'UPDATE t SET a = :a', args: { a: 7 } });
  expect(last?.sql).toMatch(/^SELECT status, code, answer FROM claim/);
  expect(rest).toEqual([]);
});

it('a change that a fast clock dates later than now is dated now', () => {
  const [, effect] = statementsOf({ ...plan, effects: ['UPDATE t SET at = :at'] }, intent, claim);
  expect(effect).toMatchObject({ args: { at: 100 } });
});

it('a statement gets the arguments it names and no other; a time of day or a cast is no argument', () => {
  expect(argsOf(`SELECT :one, '12:30', a::b, :one`, { one: 1, b: 2 })).toEqual({ one: 1 });
});
