import { emailKey } from '../../../shared/identity/email.ts';
import { readAddresses } from '../../../shared/identity/mailbox/address-list.ts';
import type { Sighting } from '../../../shared/identity/sighting.ts';
import type { MailExample } from './example.ts';
import { factsOf } from './facts.ts';
import type { SignedMail } from './signed.ts';

/** Anybody can write a header into a mail's text: what it says is claimed, not known. */
const claimed = { source: 'quoted', confidence: 0.7 } as const;
const mostRecipients = 10;

/**
 * The people of older mails that a mail quotes or forwards: who wrote each, with the signature below it, and to whom
 * forwarded ones went. Those without an address are left out: a name alone is nobody.
 */
export function quotedPeople(mails: readonly SignedMail[]): Sighting[] {
  const people: Sighting[] = [];
  for (const { header, signature, isForwarded } of mails) {
    if (!header) continue;
    const writer = header.from ? personOf(header.from) : null;
    if (writer && header.from) {
      const told = signature && factsOf(signature, header.from, 'signature');
      const keys = writer.keys.concat(told?.keys ?? []);
      people.push({
        ...writer,
        keys: keys.filter(
          (one, at) =>
            keys.findIndex(
              ({ value }) => value.kind === one.value.kind && value.value === one.value.value,
            ) === at,
        ),
        fields: { ...told?.fields, ...writer.fields },
      });
    }
    if (isForwarded)
      for (const recipient of header.to.slice(0, mostRecipients)) {
        const person = personOf(recipient);
        if (person) people.push(person);
      }
  }
  return people;
}

/** `Ada Byron <ada@acme.com>`, `Ada Byron [mailto:ada@acme.com]`, `ada@acme.com`. */
export function personOf(text: string): Sighting | null {
  const line = text.slice(0, 500).replace(/[<[(]\s*(?:mailto|smtp):\s*([^\s<>[\]()]+)\s*[>\])]/i, ' <$1> ');
  const mailbox = readAddresses(line, () => null)[0];
  const key = mailbox && emailKey(mailbox.email);
  if (!mailbox || !key) return null;
  const { name, doubt } = mailbox;
  return {
    kind: 'person',
    keys: [{ value: key, ...claimed }],
    fields: name ? { name: { value: name, ...claimed } } : {},
    ...(doubt && { doubt }),
  };
}

/** Header blocks of forwarded mails, as programs write them in their languages. */
const headers: [string, string][] = [
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

export const examples: MailExample[] = /* @__PURE__ */ headers.map(([shows, header]) => ({
  shows: `a forwarded mail, ${shows}`,
  text: `For you.\n\nSam\n\n${header}\n\nHere is the offer.\n\nAda Byron\nHead of Sales\nTel. +44 20 7946 0018`,
  sees: 'Ada Byron <email:ada@acme.example phone:+442079460018>',
  also: ['new text', 'signature'],
}));
