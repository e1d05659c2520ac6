import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Contact } from '../rows.ts';
import { templateFields } from './fields.ts';
import { canonical, localised } from './localised.ts';
import { fieldsIn, renderTemplate } from './render.ts';
import { greetingName, salutation } from './salutation.ts';
import { type Facts, valuesOf } from './values.ts';

const say = {
  day: (day: string) => `<${day}>`,
  weekday: (day: string) => `w<${day}>`,
  money: (minor: number, currency: string) => `${minor / 100} ${currency}`,
};
const nobody: Facts = {
  recipient: null,
  contact: null,
  company: null,
  deal: null,
  stage: null,
  me: { name: 'Nora Lindqvist', email: 'nora@fernhill.test' },
  workspace: 'Fernhill',
  today: '2026-11-22',
  say,
};
const contactOf = (change: Partial<Contact>): Contact =>
  ({ name: '', givenName: null, familyName: null, title: null, own: {}, ...change }) as Contact;

describe('a template is filled', () => {
  test.each([
    ['Hi {{first_name}},', 'Hi Ada,', []],
    ['Hi {{ first_name | there }},', 'Hi Ada,', []],
    ['Hi {{last_name|there}},', 'Hi there,', []],
    ['Hi {{last_name|}},', 'Hi ,', []],
    ['Hi {{last_name}}, {{last_name}}', 'Hi {{last_name}}, {{last_name}}', ['last_name']],
    [
      '{{nonsense}} {{__proto__}} {{toString}}',
      '{{nonsense}} {{__proto__}} {{toString}}',
      ['nonsense', '__proto__', 'toString'],
    ],
    ['{{first_name', '{{first_name', []],
    ['{{{first_name}}}', '{Ada}', []],
    ['a $& b $1 {{company}}', 'a $& b $1 $& {{first_name}}', []],
    ['{{first\nname}}', '{{first\nname}}', []],
  ])('%j -> %j, missing %j', (template, text, missing) => {
    const rendered = renderTemplate(template, {
      first_name: 'Ada',
      company: '$& {{first_name}}',
      last_name: ' ',
    });
    expect(rendered.text).toBe(text);
    expect(rendered.missing).toEqual(missing);
  });

  it('with what is known of a header alone where nobody is in the CRM', () => {
    const values = valuesOf({ ...nobody, recipient: { name: 'Ada Okafor', email: 'ada@acme.test' } });
    expect(
      renderTemplate('{{first_name}} {{last_name}} {{company|you}} {{my_first_name}} {{tomorrow}}', values)
        .text,
    ).toBe('Ada Okafor you Nora <2026-11-23>');
  });

  it('never throws, whatever stands in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('{{', '}}', '|', '{', '}', '\n', '\u2028', ...templateFields),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const values = fc.dictionary(
      fc.oneof(fc.constantFrom(...templateFields), fc.string()),
      fc.option(fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(text, values, (template, known) => {
        const { text: filled, missing } = renderTemplate(template, known);
        expect(typeof filled).toBe('string');
        expect(new Set(missing).size).toBe(missing.length);
        expect(fieldsIn(template)).toEqual(expect.arrayContaining(missing));
      }),
    );
  });

  it('never says anything of another recipient', () => {
    const secret = fc.stringMatching(/^[a-z]{12,16}$/);
    fc.assert(
      fc.property(secret, secret, fc.shuffledSubarray([...templateFields]), (a, b, fields) => {
        fc.pre(a !== b);
        const ofOne = (word: string) =>
          valuesOf({
            ...nobody,
            recipient: { name: `Given${word} Family${word}`, email: `${word}@x.test` },
            contact: contactOf({ name: `Given${word} Family${word}`, title: word, own: { tier: word } }),
            company: { name: word, city: word },
          });
        const template = [...fields.map((field) => `{{${field}}}`), '{{own.tier}}'].join(' ');
        const [forA, forB] = [ofOne(a), ofOne(b)].map((values) => renderTemplate(template, values).text);
        expect(forA).not.toContain(b);
        expect(forB).not.toContain(a);
      }),
    );
  });
});

describe('fields have names of the reader’s language', () => {
  const labels = { first_name: '称呼', company: '公司', 'own.tier': '等级' };
  it('where a template is written, and canonical ones where it is kept', () => {
    const stored = '{{first_name|您好}} {{company}} {{own.tier}} {{other}}';
    expect(localised(stored, labels)).toBe('{{称呼|您好}} {{公司}} {{等级}} {{other}}');
    expect(canonical(localised(stored, labels), labels)).toBe(stored);
    expect(canonical('{{first_name}} {{ 公司 }}', labels)).toBe('{{first_name}} {{company}}');
  });
});

describe('somebody is addressed', () => {
  test.each([
    ['王小明', null, null],
    ['王小明', '总经理', '王总'],
    ['王小明', '销售经理', '王经理'],
    ['歐陽娜娜', '總經理', '歐陽總'],
    ['陈女士', null, '陈女士'],
    ['李雷 先生', null, '李先生'],
    ['王小明', 'Manager', null],
    ['Prof. Eleanor Whitcombe-Adeyemi', 'Chair', 'Prof. Whitcombe-Adeyemi'],
    ['Ada Okafor', '经理', null],
    ['', '经理', null],
    ['info', null, null],
  ])('%s (%s) as %s', (name, work, said) => {
    expect(salutation(name, work)).toBe(said);
  });
  test.each([
    ['王小明', '小明', '王小明'],
    ['陈女士', null, '陈女士'],
    ['Ada Okafor', 'Ada', 'Ada'],
    ['ACME GmbH', null, null],
  ])('%s is greeted as %s', (name, given, said) => {
    expect(greetingName(name, given)).toBe(said);
  });
});
