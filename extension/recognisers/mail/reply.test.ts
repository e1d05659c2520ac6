import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { newText } from './reply.ts';
import { newTextOf } from './reply-dom.ts';

const old = '> Could you send the offer?\n> Ada';

/** The line or lines above a quoted mail, as mail programs write them. */
const above: [string, string][] = [
  ['Gmail, English', 'On Tue, May 7, 2024 at 9:15 AM Ada Byron <ada@acme.example> wrote:'],
  ['Gmail, broken over lines', 'On Tue, May 7, 2024 at 9:15 AM Ada Byron <\nada@acme.example> wrote:'],
  ['Gmail, Simplified Chinese', 'Ada Byron <ada@acme.example> 于2024年5月7日周二 09:15写道：'],
  ['Gmail, Traditional Chinese', 'Ada Byron <ada@acme.example> 於 2024年5月7日 週二 上午9:15寫道：'],
  ['Apple Mail, Chinese', '> 在 2024年5月7日，上午9:15，Ada Byron <ada@acme.example> 写道：'],
  ['German', 'Am Di., 7. Mai 2024 um 09:15 Uhr schrieb Ada Byron <ada@acme.example>:'],
  ['French', 'Le mar. 7 mai 2024 à 09:15, Ada Byron <ada@acme.example> a écrit :'],
  ['Spanish', 'El mar, 7 may 2024 a las 9:15, Ada Byron (<ada@acme.example>) escribió:'],
  ['Portuguese', 'Em ter., 7 de mai. de 2024 às 09:15, Ada Byron <ada@acme.example> escreveu:'],
  ['Italian', 'Il giorno mar 7 mag 2024 alle ore 09:15 Ada Byron <ada@acme.example> ha scritto:'],
  ['Dutch', 'Op di 7 mei 2024 om 09:15 schreef Ada Byron <ada@acme.example>:'],
  ['Swedish', 'Den tis 7 maj 2024 kl 09:15 skrev Ada Byron <ada@acme.example>:'],
  ['Danish', 'Den tirs. 7. maj 2024 kl. 09.15 skrev Ada Byron <ada@acme.example>:'],
  ['Finnish', 'ti 7. toukok. 2024 klo 9.15 Ada Byron (ada@acme.example) kirjoitti:'],
  ['Polish', 'wt., 7 maj 2024 o 09:15 Ada Byron <ada@acme.example> napisał(a):'],
  ['Czech', 'út 7. 5. 2024 v 9:15 odesílatel Ada Byron <ada@acme.example> napsal:'],
  ['Hungarian', 'Ada Byron <ada@acme.example> ezt írta (időpont: 2024. máj. 7., K, 9:15):'],
  ['Russian', 'вт, 7 мая 2024 г. в 09:15, Ada Byron <ada@acme.example> пишет:'],
  ['Ukrainian', 'вт, 7 трав. 2024 р. о 09:15 Ada Byron <ada@acme.example> пише:'],
  ['Turkish', 'Ada Byron <ada@acme.example>, 7 May 2024 Sal, 09:15 tarihinde şunu yazdı:'],
  ['Japanese', '2024年5月7日(火) 9:15 Ada Byron <ada@acme.example>のメール:'],
  ['Korean', '2024년 5월 7일 (화) 오전 9:15, Ada Byron <ada@acme.example>님이 작성:'],
  ['Vietnamese', 'Vào Th 3, 7 thg 5, 2024 vào lúc 09:15 Ada Byron <ada@acme.example> đã viết:'],
];

/** Blocks that stand above a quoted or forwarded mail whose text has no marks. */
const blocks: [string, string][] = [
  [
    'Outlook',
    'From: Ada Byron <ada@acme.example>\nSent: Tuesday, May 7, 2024 9:15 AM\nTo: Sam <sam@x.example>\nSubject: Offer',
  ],
  [
    'Outlook, with a line',
    '________________________________\nFrom: Ada Byron\nSent: Tuesday, May 7, 2024\nTo: Sam\nSubject: Offer',
  ],
  ['Outlook, old', '-----Original Message-----\nFrom: Ada Byron\nSent: Tuesday\nTo: Sam\nSubject: Offer'],
  [
    'Outlook, German',
    'Von: Ada Byron <ada@acme.example>\nGesendet: Dienstag, 7. Mai 2024 09:15\nAn: Sam\nBetreff: Angebot',
  ],
  [
    'Outlook, Simplified Chinese',
    '发件人: Ada Byron <ada@acme.example>\n发送时间: 2024年5月7日 9:15\n收件人: Sam\n主题: 报价',
  ],
  [
    'Outlook, Traditional Chinese',
    '寄件者: Ada Byron <ada@acme.example>\n寄件日期: 2024年5月7日 上午 09:15\n收件者: Sam\n主旨: 報價',
  ],
  [
    'QQ',
    '------------------ 原始邮件 ------------------\n发件人: "Ada" <ada@acme.example>;\n发送时间: 2024年5月7日(星期二) 上午9:15\n收件人: "Sam"\n主题: 报价',
  ],
  [
    'Gmail forward',
    '---------- Forwarded message ---------\nFrom: Ada Byron <ada@acme.example>\nDate: Tue, May 7, 2024\nSubject: Offer\nTo: Sam',
  ],
  [
    'Apple forward',
    'Begin forwarded message:\n\nFrom: Ada Byron <ada@acme.example>\nSubject: Offer\nDate: 7 May 2024\nTo: Sam',
  ],
  ['Lotus Notes', 'Ada Byron@ACME\n05/07/2024 09:15 AM\nTo: Sam/HQ@ACME\ncc:\nSubject: Offer'],
  [
    'Lotus Notes forward',
    '----- Forwarded by Ada Byron/HQ/ACME on 05/07/2024 09:15 AM -----\n\n\tBob Ray\n\t05/06/2024 08:00 AM',
  ],
];

describe('newly written text', () => {
  test.each(above)('above a quote: %s', (_, line) => {
    expect(newText(`Yes, today.\n\nSam\n\n${line}\n\n${old}\n`)).toBe('Yes, today.\n\nSam');
  });

  test.each(blocks)('above a header block: %s', (_, block) => {
    expect(newText(`Yes, today.\n\n${block}\n\nCould you send the offer?\nAda`)).toBe('Yes, today.');
  });

  test('below a quote', () => {
    expect(newText(`On Tue, May 7, 2024 at 9:15 AM Ada <ada@x.example> wrote:\n${old}\n\nYes, today.`)).toBe(
      'Yes, today.',
    );
  });

  test('between quoted lines, with what stands above them', () => {
    expect(
      newText('See below.\n\nOn Tue, May 7, 2024 Ada <a@x.example> wrote:\n> One?\nYes.\n> Two?\nNo.\n'),
    ).toContain('Yes.');
  });

  test.each([
    'On Monday we met and Ada wrote: please wait.',
    'From what I hear: all is well.\nTo be sure, ask Ada.',
    'Hi,\n\nthe date: 7 May.\nthe place: Paris.\n\nSam',
    'Original message is below my desk.',
    'Sent from Paris with love, the parcel arrives on Monday.',
    '3 > 2 and 2 < 3',
    '',
  ])('stays whole where nothing is quoted: %j', (text) => {
    expect(newText(text)).toBe(text);
  });

  test.each([
    'Sent from my iPhone',
    '发自我的 iPhone',
    'Von meinem iPhone gesendet',
    'Get Outlook for iOS',
  ])('without the line of a phone: %s', (line) => expect(newText(`Yes.\n\n${line}`)).toBe('Yes.'));

  test('without the footer of a list', () => {
    const footer =
      '-- \nYou received this message because you are subscribed to the group.\nTo unsubscribe, write to x@y.example';
    expect(newText(`Yes.\n\n${footer}`)).toBe('Yes.');
  });

  test.each([
    '+1 503 555 0142 | acme.example',
    'ada@acme.example | +1 503 555 0142',
    'Tel 503-555-0142',
    '电话：0571-8888 6666',
  ])('keeps a signature’s last line right above the attribution: %s', (line) => {
    for (const attribution of [
      'On Mon, Nov 9, 2026 at 3:12 PM Nora Lind <nora@fernhill.example> wrote:',
      'On Mon, Nov 9, 2026 at 3:12 PM Nora Lind\n<nora@fernhill.example> wrote:',
      '在 2026年11月9日 15:12，Nora Lind <nora@fernhill.example> 写道：',
    ])
      expect(newText(`Yes.\n\nAda Byron\n${line}\n${attribution}\n> Old`)).toBe(`Yes.\n\nAda Byron\n${line}`);
  });

  test('a forward with nothing written gives the forwarded text', () => {
    expect(
      newText(
        '---------- Forwarded message ----------\nFrom: Ada\nDate: today\nSubject: x\nTo: Sam\n\nThe offer.',
      ),
    ).toBe('The offer.');
  });

  test('a very long or strange mail is answered in time', () => {
    const start = performance.now();
    for (const text of [
      '>'.repeat(300_000),
      'From: '.repeat(50_000),
      `${'a '.repeat(100)}\n`.repeat(2_000),
      '\n'.repeat(300_000),
      `${'On 2024 '.repeat(40)}\n`.repeat(1_000),
    ])
      newText(text);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('of a mail shown as HTML', () => {
  const body = (html: string): Element =>
    parseHTML(`<div id="root">${html}</div>`).document.querySelector('#root') as unknown as Element;

  test.each([
    [
      'Gmail',
      '<div>Yes, today.</div><div class="gmail_quote"><div class="gmail_attr">On Tuesday Ada wrote:</div><blockquote>Old</blockquote></div>',
    ],
    [
      'Outlook, its id prefixed by Gmail',
      '<p>Yes, today.</p><div id="m_-12divRplyFwdMsg"><b>From:</b> Ada</div><div>Old</div>',
    ],
    ['Apple Mail', 'Yes, today.<blockquote type="cite">Old</blockquote>'],
    ['QQ', '<div>Yes, today.</div><includetail><div>Old</div></includetail>'],
  ])('%s', (_, html) => expect(newTextOf(body(html))).toBe('Yes, today.'));

  test('a bare forward gives the forwarded text', () => {
    expect(newTextOf(body('<div class="gmail_quote">The offer.</div>'))).toBe('The offer.');
  });
});
