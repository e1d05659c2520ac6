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

test.each<[language: string, text: string, from: string, told: Partial<Record<string, unknown>>]>([
  [
    'German',
    'Gerne.\n\nMit freundlichen Grüßen\n\nDr. Ada Byron\nGeschäftsführerin\nAcme Werkzeuge GmbH\nTelefon: +49 30 1234567\nMobil: +49 171 1234567',
    'Ada Byron <ada@acme.example>',
    {
      name: 'Ada Byron',
      title: 'Geschäftsführerin',
      organisation: 'Acme Werkzeuge GmbH',
      phones: ['+49 30 1234567', '+49 171 1234567'],
    },
  ],
  [
    'French',
    'Oui.\n\nBien cordialement,\n\nAda Byron\nDirectrice commerciale\nTél. : +33 1 42 68 53 00',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', title: 'Directrice commerciale', phones: ['+33 1 42 68 53 00'] },
  ],
  [
    'Spanish',
    'Sí.\n\nUn cordial saludo,\n\nAda Byron\nDirectora\nMóvil: +34 600 123 456',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', title: 'Directora', phones: ['+34 600 123 456'] },
  ],
  [
    'Italian',
    'Sì.\n\nCordiali saluti\n\nAda Byron\nDirettore\nTel. +39 06 6982 1234',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', title: 'Direttore', phones: ['+39 06 6982 1234'] },
  ],
  [
    'Dutch',
    'Ja.\n\nMet vriendelijke groet,\n\nAda Byron\nDirecteur\nTel: +31 20 123 4567',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', phones: ['+31 20 123 4567'] },
  ],
  [
    'Polish',
    'Tak.\n\nZ poważaniem\n\nAda Byron\nDyrektor\ntel. +48 22 123 45 67',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', title: 'Dyrektor', phones: ['+48 22 123 45 67'] },
  ],
  [
    'Russian',
    'Да.\n\nС уважением,\n\nАда Байрон\nДиректор\nТел.: +7 495 123-45-67',
    'Ада Байрон <ada@acme.example>',
    { name: 'Ада Байрон', title: 'Директор', phones: ['+7 495 123-45-67'] },
  ],
  [
    'Simplified Chinese, all in few lines',
    '好的。\n\n祝好\n王小明 | 销售总监\n上海明日科技有限公司\n电话：021-5555 0142  手机：138 0013 8000\n邮箱：wang@acme.example\n地址：上海市浦东新区世纪大道100号',
    '王小明 <wang@acme.example>',
    {
      name: '王小明',
      title: '销售总监',
      organisation: '上海明日科技有限公司',
      phones: ['021-5555 0142', '138 0013 8000'],
      emails: ['wang@acme.example'],
      address: '上海市浦东新区世纪大道100号',
    },
  ],
  [
    'Traditional Chinese',
    '好的。\n\n順頌商祺\n\n業務經理 陳美玲 敬上\n明日科技股份有限公司\n電話：+886 2 2345 6789\n傳真：+886 2 2345 6790',
    '陳美玲 <mei@acme.example>',
    {
      name: '陳美玲',
      title: '業務經理',
      organisation: '明日科技股份有限公司',
      phones: ['+886 2 2345 6789', '+886 2 2345 6790'],
    },
  ],
  [
    'Japanese, between rules',
    'お世話になっております。\n承知しました。\n\nよろしくお願いいたします。\n\n----------------------\n株式会社明日\n営業部 部長　山田 太郎\nTEL：03-1234-5678\nE-mail：yamada@acme.example\n----------------------',
    '山田太郎 <yamada@acme.example>',
    {
      name: '山田 太郎',
      organisation: '株式会社明日',
      phones: ['03-1234-5678'],
      emails: ['yamada@acme.example'],
    },
  ],
  [
    'Korean',
    '안녕하세요.\n네.\n\n감사합니다.\n\n김철수 드림\n영업팀 부장\n주식회사 내일\n전화: +82 2 1234 5678',
    '김철수 <kim@acme.example>',
    { name: '김철수', phones: ['+82 2 1234 5678'] },
  ],
  [
    'a long mail that goes on below it',
    'Hello,\n\nRegards,\nAda Byron\nCEO\nAcme Tools Ltd\nTel: +44 20 7946 0018\n\nThis message is sent by the office of Acme Tools Ltd and may be read by its addressee alone, unless it was sent by mistake.\nThen more of it follows, in lines that nobody would take for a part of any signature whatsoever.',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', title: 'CEO', organisation: 'Acme Tools Ltd', phones: ['+44 20 7946 0018'] },
  ],
  [
    'characters that show nothing',
    'Yes.\n\nBest,\n\u200bAda\u200b Byron\u200e\nCEO\u202c\n\u202d+44 20 7946 0018\u202c',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', title: 'CEO', phones: ['+44 20 7946 0018'] },
  ],
  [
    'cut in half',
    'Yes.\n\nBest,\nAda Byron\nHead of Sal',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', phones: [] },
  ],
  [
    'cut within the number',
    'Yes.\n\nBest,\nAda Byron\nTel +44 20 7',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', phones: [] },
  ],
  [
    'links',
    'Yes.\n\nBest,\nAda Byron\nwww.acme.example\nhttps://www.linkedin.com/in/ada',
    'Ada Byron <ada@acme.example>',
    { name: 'Ada Byron', links: ['www.acme.example', 'https://www.linkedin.com/in/ada'] },
  ],
])('in %s', (_, text, from, expected) => {
  const told = readSignature(text, from);
  expect({
    ...plain(text, from),
    address: told?.address?.value,
    links: told?.links.map(({ value }) => value),
  }).toMatchObject(expected);
});

test('a mail without one has none', () => {
  expect(
    readSignature(
      'Let us meet on Monday at ten, as you said in your last mail to all of us.',
      'Ada <ada@x.example>',
    ),
  ).toBeNull();
});
