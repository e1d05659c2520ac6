import type { FieldKind } from './fields.ts';
import type { Operator, Rule } from './query.ts';

const presence = ['empty', 'filled'] as const;
const text = ['contains', 'containsNot', 'is', 'isNot', ...presence] as const;
const time = ['inLast', 'notInLast', 'before', 'after', 'is', ...presence] as const;
const amount = ['more', 'less', 'is', ...presence] as const;
const choice = ['is', 'isNot', ...presence] as const;

/** What can be asked of a kind of field, the likeliest first. */
export const operatorsOf: Record<FieldKind, readonly Operator[]> = {
  text,
  texts: text,
  number: amount,
  money: amount,
  day: ['before', 'after', 'inNext', 'inLast', 'notInLast', 'is', ...presence],
  instant: time,
  choice,
  choices: choice,
  'yes-no': ['is', ...presence],
  person: choice,
  link: ['is', 'isNot', 'contains', 'containsNot', ...presence],
};

/** How many values an operator takes. */
export const arityOf = (op: Operator): 'none' | 'one' | 'many' =>
  op === 'empty' || op === 'filled' ? 'none' : op === 'is' || op === 'isNot' ? 'many' : 'one';

/** In days rather than as a value of the field. */
export const countsDays = (op: Operator): boolean => op === 'inLast' || op === 'notInLast' || op === 'inNext';

/** A rule that is still being put together asks nothing. */
export const isComplete = (rule: Rule): boolean => arityOf(rule.op) === 'none' || rule.values.length > 0;
