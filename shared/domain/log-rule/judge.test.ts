import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MailFacts, mostRecipients } from '../interaction/why-not.ts';
import { ruleScopes } from '../rows.ts';
import { judgeByRules } from './judge.ts';
import type { About, Rule } from './rule-for.ts';

const rule = (
  scope: Rule['scope'],
  value = '',
  effect: Rule['effect'] = 'log',
  more: Partial<Rule> = {},
): Rule => ({ id: `${scope} ${value} ${effect}`, scope, value, effect, dealId: null, createdAt: 1, ...more });

const about: About = { threadKey: 'gm:mia:t1', contactIds: ['ada', 'bob'], companyIds: ['acme'] };
const facts: MailFacts = {
  known: 2,
  unknown: 0,
  recipients: 3,
  refusal: null,
  automatic: null,
  private: false,
};
const told = (rules: Rule[], more: Partial<MailFacts> = {}, of: Partial<About> = {}): string => {
  const { rule: by, why } = judgeByRules(rules, { ...about, ...of }, { ...facts, ...more });
  return why?.why ?? by?.id ?? '';
};

describe('[E2] the narrowest rule that names a mail counts', () => {
  test.each<[string, Rule[], string]>([
    ['no rule', [], 'no-rule'],
    ['somebody else', [rule('contact', 'cyd')], 'no-rule'],
    ['another conversation', [rule('thread', 'gm:mia:t2')], 'no-rule'],
    ['another company', [rule('company', 'globex')], 'no-rule'],
    ['everybody known', [rule('everyone')], 'everyone  log'],
    ['one of its people', [rule('contact', 'bob')], 'contact bob log'],
    ['their company', [rule('company', 'acme')], 'company acme log'],
    ['the conversation', [rule('thread', 'gm:mia:t1')], 'thread gm:mia:t1 log'],
    ['a wider one gives way', [rule('everyone'), rule('company', 'acme')], 'company acme log'],
    ['a stop for the conversation', [rule('everyone'), rule('thread', 'gm:mia:t1', 'leave')], 'stopped'],
    ['a stop for one of its people', [rule('everyone'), rule('contact', 'ada', 'leave')], 'stopped'],
    [
      'a stop for a person goes before their company',
      [rule('company', 'acme'), rule('contact', 'ada', 'leave')],
      'stopped',
    ],
    [
      'a narrower rule goes before a stop',
      [rule('company', 'acme', 'leave'), rule('contact', 'ada')],
      'contact ada log',
    ],
    ['of two alike the stop counts', [rule('contact', 'ada'), rule('contact', 'bob', 'leave')], 'stopped'],
    [
      'of two alike the older one is named',
      [rule('contact', 'bob', 'log', { createdAt: 5 }), rule('contact', 'ada', 'log', { createdAt: 4 })],
      'contact ada log',
    ],
  ])('%s', (_, rules, expected) => expect(told(rules)).toBe(expected));

  test('everybody known is nobody where nobody is', () =>
    expect(told([rule('everyone')], { known: 0, unknown: 1 }, { contactIds: [], companyIds: [] })).toBe(
      'no-rule',
    ));
});

describe('[E3] what no rule logs, however it is named', () => {
  const refusal = { why: 'default', kind: 'money', value: 'mybank.example' } as const;
  test.each<[string, Partial<MailFacts>, string]>([
    ['colleagues only', { known: 0, unknown: 0 }, 'internal'],
    ['nobody known', { known: 0, unknown: 2 }, 'unknown'],
    ['a newsletter', { automatic: 'newsletter' }, 'automatic'],
    ['an answer from holidays', { automatic: 'away' }, 'automatic'],
    ['more than twenty recipients', { recipients: mostRecipients + 1 }, 'too-many'],
    ['never-log', { refusal }, 'excluded'],
    ['a private mailbox', { private: true }, 'private'],
  ])('%s', (_, more, why) => expect(told([rule('thread', 'gm:mia:t1')], more)).toBe(why));

  test('twenty recipients are logged', () =>
    expect(told([rule('everyone')], { recipients: mostRecipients })).toBe('everyone  log'));

  const anyRule = fc.record({
    id: fc.uuid(),
    scope: fc.constantFrom(...ruleScopes),
    value: fc.constantFrom('', 'gm:mia:t1', 'ada', 'bob', 'acme', 'other'),
    effect: fc.constantFrom('log' as const, 'leave' as const),
    dealId: fc.constant(null),
    createdAt: fc.integer({ min: 0, max: 9 }),
  });
  const anyFacts = fc.record({
    known: fc.nat(3),
    unknown: fc.nat(3),
    recipients: fc.nat(40),
    refusal: fc.constantFrom(null, refusal),
    automatic: fc.constantFrom(null, 'newsletter' as const, 'machine' as const),
    private: fc.boolean(),
  });
  const anyAbout = fc.record({
    threadKey: fc.constantFrom('gm:mia:t1', 'gm:mia:t2'),
    contactIds: fc.subarray(['ada', 'bob']),
    companyIds: fc.subarray(['acme']),
  });

  test('whatever the rules are, what must never be logged is not, and without a rule nothing is', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 8 }), anyAbout, anyFacts, (rules, of, mail) => {
        const { rule: by, why } = judgeByRules(rules, of, mail);
        if (why !== null) return;
        expect(by?.effect).toBe('log');
        expect(rules).toContain(by);
        expect(mail).toMatchObject({ refusal: null, automatic: null, private: false });
        expect(mail.known).toBeGreaterThan(0);
        expect(mail.recipients).toBeLessThanOrEqual(mostRecipients);
      }),
    );
  });

  test('one rule more that stops never makes more be logged, in whatever order they stand', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 6 }),
        anyRule,
        anyAbout,
        anyFacts,
        (rules, stop, of, mail) => {
          const before = judgeByRules(rules, of, mail);
          const after = judgeByRules([{ ...stop, effect: 'leave' as const }, ...rules].reverse(), of, mail);
          if (after.why === null) expect(before.why).toBeNull();
        },
      ),
    );
  });
});
