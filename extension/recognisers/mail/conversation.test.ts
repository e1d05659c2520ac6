import { describe, expect, test } from 'vitest';
import { readConversation } from './conversation.ts';
import { quotedPeople } from './quoted-people.ts';
import { readSigned, signaturesOf } from './signed.ts';

const people = (text: string) =>
  quotedPeople(readSigned(text, 'Sam Ray <sam@ours.example>').slice(1)).map(
    ({ keys, fields }) =>
      `${fields.name?.value ?? '?'} ${keys.map(({ value }) => `${value.kind}:${value.value}`).join(' ')}`,
  );

/** Header blocks of forwarded mails as programs write them in their languages. */
const forwards: [string, string][] = [
  [
    'Gmail',
    '---------- Forwarded message ---------\nFrom: Ada Byron <ada@acme.example>\nDate: Tue, May 7, 2024 at 9:15 AM\nSubject: Offer\nTo: Mia <mia@ours.example>',
  ],
  [
    'Outlook',
    '________________________________\nFrom: Ada Byron <ada@acme.example>\nSent: Tuesday, May 7, 2024 9:15 AM\nTo: Mia <mia@ours.example>\nSubject: Offer',
  ],
  [
    'Outlook, old',
    '-----Original Message-----\nFrom: Ada Byron [mailto:ada@acme.example]\nSent: Tuesday, May 7, 2024\nTo: Mia\nSubject: Offer',
  ],
  [
    'Apple Mail',
    'Begin forwarded message:\n\nFrom: Ada Byron <ada@acme.example>\nSubject: Offer\nDate: 7 May 2024\nTo: Mia',
  ],
  [
    'QQ',
    '------------------ 原始邮件 ------------------\n发件人: "Ada Byron" <ada@acme.example>;\n发送时间: 2024年5月7日(星期二) 上午9:15\n收件人: "Mia"<mia@ours.example>;\n主题: 报价',
  ],
  [
    'German',
    '-----Ursprüngliche Nachricht-----\nVon: Ada Byron <ada@acme.example>\nGesendet: Dienstag, 7. Mai 2024 09:15\nAn: Mia\nBetreff: Angebot',
  ],
  [
    'French',
    '---------- Message transféré ---------\nDe : Ada Byron <ada@acme.example>\nDate : mar. 7 mai 2024\nObjet : Offre\nÀ : Mia',
  ],
  [
    'Spanish',
    'De: Ada Byron <ada@acme.example>\nEnviado: martes, 7 de mayo de 2024\nPara: Mia\nAsunto: Oferta',
  ],
  [
    'Portuguese',
    '---------- Mensagem encaminhada ---------\nDe: Ada Byron <ada@acme.example>\nDate: ter., 7 de mai. de 2024\nAssunto: Oferta\nPara: Mia',
  ],
  ['Italian', 'Da: Ada Byron <ada@acme.example>\nInviato: martedì 7 maggio 2024\nA: Mia\nOggetto: Offerta'],
  ['Dutch', 'Van: Ada Byron <ada@acme.example>\nVerzonden: dinsdag 7 mei 2024\nAan: Mia\nOnderwerp: Offerte'],
  ['Swedish', 'Från: Ada Byron <ada@acme.example>\nSkickat: den 7 maj 2024\nTill: Mia\nÄmne: Offert'],
  ['Danish', 'Fra: Ada Byron <ada@acme.example>\nSendt: 7. maj 2024\nTil: Mia\nEmne: Tilbud'],
  [
    'Finnish',
    'Lähettäjä: Ada Byron <ada@acme.example>\nLähetetty: tiistai 7. toukokuuta 2024\nVastaanottaja: Mia\nAihe: Tarjous',
  ],
  ['Polish', 'Od: Ada Byron <ada@acme.example>\nWysłano: wtorek, 7 maja 2024\nDo: Mia\nTemat: Oferta'],
  ['Czech', 'Od: Ada Byron <ada@acme.example>\nOdesláno: úterý 7. května 2024\nKomu: Mia\nPředmět: Nabídka'],
  [
    'Hungarian',
    'Feladó: Ada Byron <ada@acme.example>\nElküldve: 2024. május 7.\nCímzett: Mia\nTárgy: Ajánlat',
  ],
  ['Romanian', 'De la: Ada Byron <ada@acme.example>\nTrimis: marți, 7 mai 2024\nCătre: Mia\nSubiect: Ofertă'],
  ['Russian', 'От: Ada Byron <ada@acme.example>\nОтправлено: 7 мая 2024 г.\nКому: Mia\nТема: Предложение'],
  [
    'Ukrainian',
    'Від: Ada Byron <ada@acme.example>\nНадіслано: 7 травня 2024 р.\nКому: Mia\nТема: Пропозиція',
  ],
  ['Greek', 'Από: Ada Byron <ada@acme.example>\nΣτάλθηκε: 7 Μαΐου 2024\nΠρος: Mia\nΘέμα: Προσφορά'],
  ['Turkish', 'Kimden: Ada Byron <ada@acme.example>\nGönderildi: 7 Mayıs 2024 Salı\nKime: Mia\nKonu: Teklif'],
  ['Vietnamese', 'Từ: Ada Byron <ada@acme.example>\nĐã gửi: 7 Tháng Năm 2024\nĐến: Mia\nChủ đề: Báo giá'],
  ['Arabic', 'من: Ada Byron <ada@acme.example>\nتم الإرسال: 7 مايو 2024\nإلى: Mia\nالموضوع: عرض'],
  ['Hebrew', 'מאת: Ada Byron <ada@acme.example>\nנשלח: 7 מאי 2024\nאל: Mia\nנושא: הצעה'],
  ['Japanese', '差出人: Ada Byron <ada@acme.example>\n送信日時: 2024年5月7日\n宛先: Mia\n件名: 見積もり'],
  [
    'Korean',
    '보낸 사람: Ada Byron <ada@acme.example>\n보낸 날짜: 2024년 5월 7일\n받는 사람: Mia\n제목: 견적',
  ],
  [
    'Traditional Chinese',
    '寄件者: Ada Byron <ada@acme.example>\n寄件日期: 2024年5月7日\n收件者: Mia\n主旨: 報價',
  ],
];

describe('a conversation', () => {
  test.each(forwards)('offers the people of a forwarded mail: %s', (_, header) => {
    const text = `For you.\n\nSam\n\n${header}\n\nHere is the offer.\n\nAda Byron\nHead of Sales\nTel. +44 20 7946 0018`;
    expect(people(text)[0]).toBe('Ada Byron email:ada@acme.example phone:+442079460018');
    expect(people(text.replaceAll('\n', '\r\n'))).toEqual(people(text));
  });

  test('is the mail, and every older mail in it with its own text', () => {
    const text =
      'Yes.\n\nOn Tue, May 7, 2024 at 9:15 AM Ada Byron <ada@acme.example> wrote:\n> Shall we?\n>\n> On Mon, May 6, 2024 at 8:00 AM Bob Ray <bob@x.example> wrote:\n>> Old.\n> Ada again\n\nBelow all.';
    expect(readConversation(text).map((mail) => [mail.header?.from ?? null, mail.text.trim()])).toEqual([
      [null, 'Yes.\n\nBelow all.'],
      ['Ada Byron <ada@acme.example>', 'Shall we?\n\nAda again'],
      ['Bob Ray <bob@x.example>', 'Old.'],
    ]);
  });

  test('knows the writer of a Notes mail by the header below "Forwarded by"', () => {
    const text =
      'FYI\n\n----- Forwarded by Mia Ray/HOU/ACME on 05/07/2024 09:15 AM -----\n\n\t"Ada Byron" <ada@acme.example>\n\t05/06/2024 08:00 AM\n\t\t \n\t\t To: Mia Ray/HOU/ACME@ACME\n\t\t cc: \n\t\t Subject: Offer\n\nHere.\n\nAda Byron\n+44 20 7946 0018';
    expect(people(text)).toContain('Ada Byron email:ada@acme.example phone:+442079460018');
  });

  test('offers nobody without an address, and nobody by the name that poses as one', () => {
    expect(
      people('FYI\n\nFrom: Ada Byron\nSent: Tuesday, May 7, 2024\nTo: Mia\nSubject: Offer\n\nHi'),
    ).toEqual([]);
    expect(
      people(
        'FYI\n\nFrom: "ceo@acme.example" <x@evil.example>\nSent: Tuesday\nTo: Mia\nSubject: Offer\n\nHi',
      ),
    ).toEqual(['? email:x@evil.example']);
  });

  test('tells every signature in it that says how to reach its writer', () => {
    const text =
      'Yes.\n\nSam\n\n-----Original Message-----\nFrom: Ada Byron\nSent: Tuesday\nTo: Sam\nSubject: x\n\nHi\n\nAda Byron\nCEO\n+44 20 7946 0018\n\nThis was written in haste, and there is more to say about it in the long lines below it.\n';
    expect(signaturesOf(text, 'Sam').map(({ name }) => name?.value)).toEqual(['Ada Byron']);
  });

  test.each<[what: string, text: string]>([
    [
      'quotes nested ten thousand deep',
      Array.from({ length: 10_000 }, (_, depth) => `${'>'.repeat(depth % 600)} a`).join('\n'),
    ],
    ['ten thousand attributions', 'On Tue, May 7, 2024 Ada <a@b.example> wrote:\n'.repeat(10_000)],
    ['ten thousand headers', 'From: a@b.example\nSent: today\nTo: x\nSubject: y\n\n'.repeat(10_000)],
    [
      'a header a million characters long',
      `From: ${'Ada <a@b.example>, '.repeat(60_000)}\nTo: x\nSubject: y`,
    ],
    ['one sign, again and again', '@'.repeat(300_000)],
    ['brackets', '(<["'.repeat(80_000)],
    ['Han', '张'.repeat(300_000)],
    ['letters', 'a'.repeat(300_000)],
    ['labels', '发件人：'.repeat(70_000)],
    ['lines of labels', 'From:\n'.repeat(50_000)],
    ['lines of digits', '12345 \n'.repeat(40_000)],
    ['short lines', 'Ada\n'.repeat(60_000)],
    ['numbers below names', 'Ada Byron\n+44 20 7946 0018\n\n'.repeat(8_000)],
    ['characters that show nothing', '\u200b\u202e'.repeat(100_000)],
    ['zero-width between all', `From:\u200b ${'\u200bA\u200b'.repeat(50_000)}\nTo: x\nSubject: y`],
  ])('of %s is read in time', (_, text) => {
    const start = performance.now();
    readSigned(text, 'Ada Byron <ada@acme.example>');
    people(text);
    expect(performance.now() - start).toBeLessThan(2_500);
  });
});
