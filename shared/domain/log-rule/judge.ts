import { type MailFacts, staysOut, type WhyNot, whyNot } from '../interaction/why-not.ts';
import { type About, type Rule, ruleFor } from './rule-for.ts';

/** Why a mail is not logged by itself: no rule names it, one was stopped for it, or it is of those that never are. */
export type NotByRule = { why: 'no-rule' } | { why: 'stopped'; rule: Rule } | WhyNot;

/** What becomes of a mail that is opened or sent, and which rule says so. */
export type Verdict = { rule: Rule; why: null } | { rule: Rule | null; why: NotByRule };

/** Pure: the same rules and the same mail give the same answer, before the rule is made and after. [E1] [E2] [E3] */
export function judgeByRules(rules: readonly Rule[], about: About, facts: MailFacts): Verdict {
  const rule = ruleFor(rules, about);
  if (!rule) return { rule: null, why: { why: 'no-rule' } };
  if (rule.effect === 'leave') return { rule, why: { why: 'stopped', rule } };
  const reason = whyNot(facts);
  return { rule, why: staysOut(reason, 'rule') ? reason : null } as Verdict;
}
