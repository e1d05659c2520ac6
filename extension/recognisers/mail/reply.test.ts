import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { newText } from './reply.ts';

const old = '> Could you send the offer?\n> Ada';

describe('newly written text', () => {
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
    const spent = countEffort();
    for (const text of [
      '>'.repeat(300_000),
      'From: '.repeat(50_000),
      `${'a '.repeat(100)}\n`.repeat(2_000),
      '\n'.repeat(300_000),
      `${'On 2024 '.repeat(40)}\n`.repeat(1_000),
      // Lines that begin as a phone's, or end as an attribution does, and then go on.
      ...['-', '_', '[', '<', '*', ' '].map((sign) => `Yes.\n\n${sign.repeat(100_000)}x!`),
    ])
      newText(text);
    expect(spent()).toBeLessThan(600);
  });
});
