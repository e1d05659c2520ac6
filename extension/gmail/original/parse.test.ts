import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOriginal } from './parse.ts';

const mail = (...lines: string[]) => parseOriginal(lines.join('\r\n'), true);

describe('an original', () => {
  test('tells Message-ID, date, subject and people', async () => {
    const read = await mail(
      'Received: by mx.example; Sat, 21 Nov 2026 10:00:09 -0800',
      'From: "Okafor, Ada" <ada@acme.example>',
      'Date: Sat, 21 Nov 2026 19:00:01 +0100',
      'Message-ID:',
      ' <a1@ACME.example>',
      'Subject: =?UTF-8?B?5ZCI57SE?=',
      ' =?UTF-8?B?57qM57SE?=',
      'To: Nora <nora@fernhill.example>,',
      '\tTeam: mia@fernhill.example, ben@acme.example;',
      'Cc: =?UTF-8?Q?Chlo=C3=A9?= <chloe@acme.example>',
      'Bcc: hidden@acme.example',
      '',
      'Hello',
    );
    expect(read).toEqual({
      attachments: [],
      messageId: 'mid:a1@acme.example',
      at: Date.UTC(2026, 10, 21, 18, 0, 1),
      subject: '合約續約',
      from: { name: 'Okafor, Ada', email: 'ada@acme.example' },
      to: [
        { name: 'Nora', email: 'nora@fernhill.example' },
        { name: null, email: 'mia@fernhill.example' },
        { name: null, email: 'ben@acme.example' },
      ],
      cc: [{ name: 'Chloé', email: 'chloe@acme.example' }],
      bcc: [{ name: null, email: 'hidden@acme.example' }],
      text: 'Hello',
      automatic: null,
    });
  });

  test('tells that nobody wrote it, and no name that poses as another address', async () => {
    const read = await mail(
      'From: "ceo@acme.example" <x@evil.example>',
      'List-Unsubscribe: <https://evil.example/u>',
      '',
      'Hi',
    );
    expect(read).toMatchObject({ automatic: 'newsletter', from: { name: null, email: 'x@evil.example' } });
  });

  test('with several Message-IDs counts the sender’s own, which stands last', async () => {
    const read = await mail(
      'Message-ID: <relay@mx.example>',
      'From: a@b.example',
      'Message-Id: <own@b.example>',
      '',
      '',
    );
    expect(read.messageId).toBe('mid:own@b.example');
  });

  test('without a Message-ID or a date tells none', async () => {
    const read = await mail('From: a@b.example', 'Date: some day', '', 'Hi');
    expect(read).toMatchObject({ messageId: null, at: null, text: 'Hi' });
  });

  test('gives the plain part of several, decoded', async () => {
    const read = await mail(
      'Content-Type: multipart/alternative; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('我們星期四見。\n').toString('base64'),
      '--x',
      'Content-Type: text/html',
      '',
      '<b>no</b>',
      '--x--',
    );
    expect(read.text?.trim()).toBe('我們星期四見。');
  });

  test('gives the text of an HTML part where there is no other, quotes marked', async () => {
    const read = await mail(
      'Content-Type: text/html',
      '',
      '<style>p{color:red}</style><p>Yes &amp; no</p><div>Fine.<br>Ada</div><blockquote>old</blockquote>',
    );
    expect(read.text).toBe('Yes & no\n\nFine.\nAda\n> old');
  });

  test('that was cut off gives its headers, and no text that may be half', async () => {
    const read = await parseOriginal('Message-ID: <a@b.example>\r\n\r\nHalf a sent', false);
    expect(read).toMatchObject({ messageId: 'mid:a@b.example', text: null });
  });

  test('of any bytes is read without a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (source) => {
        expect(
          (await parseOriginal(`Subject: x\r\nContent-Type: text/html\r\n\r\n${source}`, true)).subject,
        ).toBe('x');
      }),
      { numRuns: 200 },
    );
  });
});
