import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addressSlip } from './address-slip.ts';
import { saysAttached } from './attached.ts';
import { usualNamesake } from './namesake.ts';
import { type OnMail, outsiders } from './outsiders.ts';
import { wrongWeekdays } from './weekday.ts';

describe('that a file comes along', () => {
  test.each([
    'Please find attached the quote.',
    "I've attached the drawings",
    'The invoice is attached.',
    'Attached you will find our offer',
    'See attachment for details',
    'I am attaching the signed copy',
    'Enclosed is the contract.',
    'I’ll attach the file here',
    '请见附件。',
    '报价单附上，请查收',
    '随信附报价',
    '附件是最新的合同',
    '合約如附件，請查收',
    '報價單已夾帶在信中',
    '檢附估價單一份',
    'Im Anhang finden Sie das Angebot.',
    'Anbei die Rechnung',
    'Ich habe die Zeichnung angehängt.',
    'Vous trouverez ci-joint notre devis.',
    'Le contrat est en pièce jointe',
    'Je vous joins la facture',
    'Le adjunto la factura',
    'Adjunto encontrará el contrato',
    'Adjuntamos el presupuesto',
  ])('is said by %j', (text) => {
    expect(saysAttached(text)).not.toBeNull();
  });

  test.each([
    'Thanks for your attachment, it opens fine.',
    'The file you attached is broken',
    'She is very attached to that house',
    'No strings attached!',
    'See https://example.com/attached/file and www.example.com/attachment',
    'There was no file attached',
    "I don't get attached to tools",
    'Attachment theory is a fine book',
    '您的附件已收到，谢谢',
    '没有附件',
    '收到您的附件了',
    '沒有附件喔',
    'Danke für Ihren Anhang',
    'Merci pour votre pièce jointe',
    'Gracias por tu archivo adjunto',
    'He is attending the fair',
    'Nachhaltig und zusammenhängend',
    '',
  ])('is not said by %j', (text) => {
    expect(saysAttached(text)).toBeNull();
  });

  it('is found in any text without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void saysAttached(text)));
  });
});

describe('a weekday', () => {
  const today = '2026-11-22';
  test.each([
    ['Shall we meet on Tuesday 25 November?', 'Tuesday 25 November', '2026-11-25'],
    ['Tue, Nov 25th works', 'Tue, Nov 25th', '2026-11-25'],
    ['Monday, November 24, 2025 was fine; Friday, January 2, 2026 too', null, null],
    ['on Thursday the 3rd of February', 'Thursday the 3rd of February', '2027-02-03'],
    ['am Dienstag, den 25. November', 'Dienstag, den 25. November', '2026-11-25'],
    ['mardi 25 novembre', 'mardi 25 novembre', '2026-11-25'],
    ['el martes 25 de noviembre de 2026', 'martes 25 de noviembre de 2026', '2026-11-25'],
    ['11月25日（周二）下午', '11月25日（周二', '2026-11-25'],
    ['星期日，11月23日', '星期日，11月23日', '2026-11-23'],
    ['週二 12月1日', null, null],
    ['Wednesday 25 November', null, null],
    ['Sun 3 May or Wed 31 February', null, null],
    ['Tuesday, 25 boxes', null, null],
  ])('of %j that its date has not is %j', (text, said, day) => {
    const [first] = wrongWeekdays(text, today);
    expect(first ?? { said: null, day: null }).toEqual({ said, day });
  });
  it('is found in any text without an error', () => {
    const piece = fc.oneof(
      fc.constantFrom('Tuesday ', '31 ', 'February ', '2月30日', '周二', ' 2026'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => void wrongWeekdays(pieces.join(''), today)),
    );
  });
});

describe('who does not belong', () => {
  const on = (email: string, ours = false, domain: string | null = email.split('@')[1] ?? null): OnMail => ({
    email,
    ours,
    domain,
  });
  const [nora, mia] = [on('nora@us.test', true), on('mia@us.test', true)];
  const [ada, bo] = [on('ada@acme.test'), on('bo@acme.test')];
  const other = on('cy@northwind.test');
  const free = on('dee@mail.test', false, null);
  test.each([
    ['somebody from outside among colleagues', [nora, mia], [mia, ada], [['ada@acme.test', 'ours']]],
    ['somebody of another company', [nora, ada], [ada, other], [['cy@northwind.test', 'company']]],
    ['nobody of the same company', [nora, ada], [ada, bo, mia], []],
    ['nobody who was there before', [nora, ada, other], [other], []],
    ['nobody where two companies talk', [nora, ada, other], [ada, other, free], []],
    ['nobody in talk with free mail', [nora, free], [free, ada], []],
    ['nobody in a mail that answers none', [], [ada, other], []],
    ['nobody by spelling', [nora, ada], [on('ADA@acme.test')], []],
  ] as const)('%s', (_, conversation, recipients, found) => {
    expect(outsiders([...conversation], [...recipients]).map(({ email, among }) => [email, among])).toEqual(
      found,
    );
  });
});

describe('a namesake', () => {
  test.each([
    [0, [['acme', 3]], 'acme'],
    [0, [['acme', 2]], null],
    [
      2,
      [
        ['acme', 6],
        ['other', 9],
      ],
      'other',
    ],
    [4, [['acme', 9]], null],
    [0, [], null],
  ] as const)('written to %i times beside %j: usually %s', (chosen, others, who) => {
    expect(
      usualNamesake(
        chosen,
        others.map(([name, mails]) => ({ who: name, mails })),
      ),
    ).toBe(who);
  });
});

describe('an address that misses a known one by a letter', () => {
  test.each([
    ['ada.okafr@acme.test', ['ada.okafor@acme.test'], 'ada.okafor@acme.test'],
    ['adaokafor@acme.test', ['ada.okafor@acme.test'], 'ada.okafor@acme.test'],
    ['ada.okafor@acme.test', ['ada.okafor@northwind.test'], null],
    ['team1@acme.test', ['team2@acme.test'], null],
    ['jo@acme.test', ['jd@acme.test'], null],
    ['ada.okafr@acme.test', ['ada.okafor@acme.test', 'ada.okafer@acme.test'], null],
    ['nonsense', ['ada.okafor@acme.test'], null],
  ])('%s beside %j: %s', (email, known, meant) => {
    expect(addressSlip(email, known)).toBe(meant);
  });
});
