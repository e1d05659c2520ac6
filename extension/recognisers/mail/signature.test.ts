import { expect, test } from 'vitest';
import { readSignature } from './signature.ts';

const plain = (text: string, from: string) => {
  const told = readSignature(text, from);
  return (
    told && {
      name: told.name?.value,
      title: told.title?.value,
      organisation: told.organisation?.value,
      phones: told.phones.map(({ value }) => value),
      emails: told.emails.map(({ value }) => value),
    }
  );
};

test.each([
  [
    'below a sign-off',
    'Yes.\n\nBest regards,\nAda Byron\nHead of Analysis\nAcme Tools Ltd\nTel: +44 20 7946 0018\nada@acme.example',
    'Ada Byron <ada@acme.example>',
    {
      name: 'Ada Byron',
      title: 'Head of Analysis',
      organisation: 'Acme Tools Ltd',
      phones: ['+44 20 7946 0018'],
      emails: ['ada@acme.example'],
    },
  ],
  [
    'below a delimiter, title and company in one line',
    'Yes.\n\n-- \nGrace Hopper\nChief Engineer | Navy Labs Inc.\nPhone 212-555-0143',
    'Hopper, Grace',
    {
      name: 'Grace Hopper',
      title: 'Chief Engineer',
      organisation: 'Navy Labs Inc.',
      phones: ['212-555-0143'],
      emails: [],
    },
  ],
  [
    'Chinese',
    '好的。\n\n谢谢\n王小明\n销售总监\n上海明日科技有限公司\n手机：138 0013 8000\nwang@acme.example',
    '王小明 <wang@acme.example>',
    {
      name: '王小明',
      title: '销售总监',
      organisation: '上海明日科技有限公司',
      phones: ['138 0013 8000'],
      emails: ['wang@acme.example'],
    },
  ],
  [
    'above the names of attachments, below a greeting of a namesake',
    'Hi Grace,\nsee below.\n\nGrace Hopper\nNavy Labs Inc.\nTel. + 358 9 4780 0143\n\n - quote.pdf\n - plan of the site.docx\n <<minutes.doc>>',
    'Grace Hopper <grace@navy.example>',
    {
      name: 'Grace Hopper',
      title: undefined,
      organisation: 'Navy Labs Inc.',
      phones: ['+ 358 9 4780 0143'],
      emails: [],
    },
  ],
])('%s', (_, text, from, told) => expect(plain(text, from)).toEqual(told));

test('a mail without one has none', () => {
  expect(
    readSignature(
      'Let us meet on Monday at ten, as you said in your last mail to all of us.',
      'Ada <ada@x.example>',
    ),
  ).toBeNull();
});
