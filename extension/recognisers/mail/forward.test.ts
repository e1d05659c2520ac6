import { describe, expect, test } from 'vitest';
import { readConversation } from './conversation.ts';
import { handedOn, isForwardSubject } from './forward.ts';

const read = (text: string) => handedOn(text, readConversation(text));

const below = 'Here is the offer.\n\nAda';
const header = (from: string, rest: string) => `${from} Ada Byron <ada@acme.example>\n${rest}\n\n${below}`;

describe('a mail hands another on', () => {
  test.each([
    [
      'Gmail',
      `For you.\n\n---------- Forwarded message ---------\n${header('From:', 'Date: Tue, May 7, 2024 at 9:15 AM\nSubject: Offer\nTo: Mia <mia@ours.example>')}`,
      true,
    ],
    [
      'Apple Mail',
      `For you.\n\nBegin forwarded message:\n\n${header('From:', 'Subject: Offer\nDate: 7 May 2024\nTo: Mia')}`,
      true,
    ],
    [
      'nothing above',
      `---------- Forwarded message ---------\n${header('From:', 'Date: Tue, May 7, 2024 at 9:15 AM\nSubject: Offer\nTo: Mia')}`,
      true,
    ],
    [
      'German',
      `Bitte.\n\n---------- Weitergeleitete Nachricht ---------\n${header('Von:', 'Gesendet: Dienstag, 7. Mai 2024 09:15\nAn: Mia\nBetreff: Angebot')}`,
      true,
    ],
    [
      'Chinese',
      `请看。\n\n---------- 转发的邮件 ---------\n${header('发件人：', '发送时间： 2024年5月7日 9:15\n收件人： Mia\n主题： 报价')}`,
      true,
    ],
    [
      'Outlook, which its subject alone can tell',
      `For you.\n\n________________________________\n${header('From:', 'Sent: Tuesday, May 7, 2024 9:15 AM\nTo: Mia <mia@ours.example>\nSubject: Offer')}`,
      false,
    ],
  ])('%s', (_, text, says) => {
    const found = read(text);
    expect(found).toMatchObject({ says, header: { from: expect.stringContaining('ada@acme.example') } });
    expect(found?.text.trim()).toBe(below);
  });

  test.each([
    [
      'an answer',
      'Thanks.\n\nOn Tue, May 7, 2024 at 9:15 AM Ada Byron <ada@acme.example> wrote:\n> Here is the offer.',
    ],
    [
      'an answer to a forward',
      `Thanks.\n\nOn Tue, May 7, 2024 at 9:20 AM Mia <mia@ours.example> wrote:\n> For you.\n>\n> ---------- Forwarded message ---------\n> From: Ada Byron <ada@acme.example>\n> Date: Tue, May 7, 2024\n> Subject: Offer\n> To: Mia\n>\n> Here is the offer.`,
    ],
    ['a plain mail', 'I forwarded the message: see you.\n\nAda'],
  ])('not %s', (_, text) => expect(read(text)).toBeNull());
});

test.each([
  ['Fwd: Offer', true],
  ['FW: Offer', true],
  ['WG: Angebot', true],
  ['转发：报价', true],
  ['轉寄: 報價', true],
  ['Re: Fwd: Offer', false],
  ['I forwarded it', false],
])('the subject %s says a forward: %s', (subject, is) => expect(isForwardSubject(subject)).toBe(is));
