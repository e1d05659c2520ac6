import { expect, test } from 'vitest';
import { readForm } from './form.ts';

const read = (text: string, sender = 'wordpress@ours.example') => {
  const person = readForm(text, sender);
  return (
    person && [
      person.fields.name?.value,
      person.fields.organisation?.value,
      ...person.keys.map(({ value }) => value.value),
    ]
  );
};

test.each<[what: string, text: string, seen: (string | undefined)[]]>([
  [
    'English',
    'New enquiry from your site\n\nName: Ada Byron\nEmail: ada@acme.example\nPhone: +44 20 7946 0018\nCompany: Acme Tools Ltd\nMessage: Please send an offer.',
    ['Ada Byron', 'Acme Tools Ltd', 'ada@acme.example', '+442079460018'],
  ],
  [
    'values below their labels',
    'First name\nAda\nLast name\nByron\nE-mail\nada@acme.example\nMessage\nHello',
    ['Ada Byron', undefined, 'ada@acme.example'],
  ],
  [
    'labels in bold',
    '*Name:* Ada Byron\n*Email:* ada@acme.example\n*Message:* Hello',
    ['Ada Byron', undefined, 'ada@acme.example'],
  ],
  [
    'German',
    'Vorname: Ada\nNachname: Byron\nE-Mail: ada@acme.example\nFirma: Acme GmbH\nNachricht: Hallo',
    ['Ada Byron', 'Acme GmbH', 'ada@acme.example'],
  ],
  [
    'French',
    'Nom : Byron\nPrénom : Ada\nE-mail : ada@acme.example\nMessage : Bonjour',
    ['Ada Byron', undefined, 'ada@acme.example'],
  ],
  [
    'Spanish',
    'Nombre: Ada\nApellidos: Byron\nCorreo electrónico: ada@acme.example\nEmpresa: Acme SL',
    ['Ada Byron', 'Acme SL', 'ada@acme.example'],
  ],
  [
    'Simplified Chinese',
    '姓名：王小明\n邮箱：wang@acme.example\n手机：+86 138 0013 8000\n公司：明日科技\n留言：请报价',
    ['王小明', '明日科技', 'wang@acme.example', '+8613800138000'],
  ],
  [
    'Traditional Chinese, in brackets',
    '【姓名】陳美玲\n【電子郵件】mei@acme.example\n【公司名稱】明日科技\n【留言】請報價',
    ['陳美玲', '明日科技', 'mei@acme.example'],
  ],
  [
    'Japanese',
    '姓：山田\n名：太郎\nメールアドレス：yamada@acme.example\nお問い合わせ内容：見積もり',
    ['山田太郎', undefined, 'yamada@acme.example'],
  ],
])('of a form’s notification the person in it is read: %s', (_, text, seen) =>
  expect(read(text)).toEqual(seen));

test.each([
  ['a letter', 'Hello,\n\nthe price: 7 EUR\nplease write to ada@acme.example\n\nSam'],
  ['a signature', 'Best\nAda Byron\nPhone: +44 20 7946 0018\nEmail: ada@acme.example'],
  ['a sender’s own card', 'Name: Sam\nEmail: sam@x.example\nPhone: 1\nCompany: X\nMessage: y'],
])('%s is none', (_, text) => expect(read(text, 'sam@x.example')).toBeNull());

test.each([
  'Name: '.repeat(40_000),
  'Email:\n'.repeat(40_000),
  '*'.repeat(200_000),
  '：'.repeat(200_000),
  `${'a'.repeat(39)}\n`.repeat(5_000),
])('a hostile text is answered in time', (text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(300);
});
