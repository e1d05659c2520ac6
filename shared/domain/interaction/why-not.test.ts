import { describe, expect, test } from 'vitest';
import { type MailFacts, mostRecipients, staysOut, type WhyNot, whyNot } from './why-not.ts';

const mail: MailFacts = {
  known: 1,
  unknown: 0,
  recipients: 1,
  refusal: null,
  automatic: null,
  private: false,
};
const refusal = { why: 'default', kind: 'money', value: 'mybank.example' } as const;

describe('[G1] a mail that is not logged says why', () => {
  test.each<[string, Partial<MailFacts>, WhyNot['why'] | null]>([
    ['somebody known wrote it', {}, null],
    ['colleagues only', { known: 0 }, 'internal'],
    ['nobody known', { known: 0, unknown: 2 }, 'unknown'],
    ['one of several known', { unknown: 5 }, null],
    ['a newsletter of somebody known', { automatic: 'newsletter' }, 'automatic'],
    ['a newsletter of nobody known', { known: 0, unknown: 1, automatic: 'newsletter' }, 'automatic'],
    ['a rule before all else', { known: 0, refusal, automatic: 'receipt' }, 'excluded'],
    ['as many as a mail may have', { recipients: mostRecipients }, null],
    ['one more', { recipients: mostRecipients + 1 }, 'too-many'],
    ['a private mailbox', { private: true }, 'private'],
    ['the stronger of two', { private: true, recipients: 50 }, 'too-many'],
  ])('%s', (_, facts, why) => expect(whyNot({ ...mail, ...facts })?.why ?? null).toBe(why));
});

describe('[G2] what a reason stops', () => {
  const reason = (why: WhyNot['why']): WhyNot =>
    ({ why, refusal, kind: 'newsletter', people: 30 }) as unknown as WhyNot;
  test.each<[WhyNot['why'], string]>([
    ['excluded', 'click missing rule click+anyway click+target missing+anyway missing+target'],
    ['internal', 'click missing rule click+anyway missing+anyway missing+target'],
    ['unknown', 'click missing rule click+anyway missing+anyway'],
    ['automatic', 'click missing rule click+target missing+target'],
    ['too-many', 'missing rule missing+target'],
    ['private', 'rule'],
  ])('%s: %s', (why, stops) => {
    const asked: [string, boolean][] = [
      ['click', staysOut(reason(why), 'click')],
      ['missing', staysOut(reason(why), 'missing')],
      ['rule', staysOut(reason(why), 'rule', { anyway: true, target: true })],
      ['click+anyway', staysOut(reason(why), 'click', { anyway: true })],
      ['click+target', staysOut(reason(why), 'click', { target: true })],
      ['missing+anyway', staysOut(reason(why), 'missing', { anyway: true })],
      ['missing+target', staysOut(reason(why), 'missing', { target: true })],
    ];
    expect(asked.flatMap(([name, out]) => (out ? [name] : [])).join(' ')).toBe(stops);
  });

  test('no reason stops nothing', () => expect(staysOut(null, 'rule')).toBe(false));
});
