import { describe, expect, test } from 'vitest';
import { limits } from '../../shared/domain/limits.ts';
import { checkedFromTab, checkedReads } from '../messages/tab-schema.ts';
import { cut, cutRead, cutScreen } from './cut.ts';
import type { MailPerson, MailRead, MailScreen } from './surface.ts';

const endless = '長'.repeat(100_000);
const crowd: MailPerson[] = Array.from({ length: 2_000 }, (_, index) => ({
  name: endless,
  email: `p${index}@x.example`,
}));
const from: MailPerson = { name: endless, email: 'ada@x.example' };

describe('what is too large for the background', () => {
  test('is cut, so that a screen of 100,000 letters and 2,000 people is still taken', () => {
    const screen: MailScreen = {
      account: 'nora@fernhill.example',
      theme: 'light',
      listed: crowd.map(({ email }) => email),
      thread: {
        id: '1a1e',
        subject: endless,
        messages: Array.from({ length: 1_500 }, (_, index) => ({
          id: `m${index}`,
          loaded: false,
          from,
          to: [],
          cc: [],
          digests: [],
        })),
        selectedId: 'm1',
        sightings: crowd.map(({ email }) => ({
          kind: 'person',
          role: 'to',
          keys: [{ value: { kind: 'email', value: email }, source: 'mail-header', confidence: 1 }],
          fields: { name: { value: endless, source: 'mail-header', confidence: 0.9 } },
        })),
      },
    };
    expect(checkedFromTab({ type: 'mail', screen, level: 'dom' })).toBeNull();
    expect(checkedFromTab({ type: 'mail', screen: cutScreen(screen), level: 'dom' })).not.toBeNull();
  });

  test('is cut in what is logged, too', () => {
    const read: MailRead = {
      id: '1a1e',
      threadId: '1a1e',
      subject: endless,
      from,
      to: crowd,
      cc: [],
      bcc: [],
      at: 0,
      direction: 'in',
      text: endless,
      bodyState: 'read',
      fingerprint: ['gm:a@b:1'],
      link: 'https://mail.google.com/mail/u/#all/1a1e',
      requests: [],
    };
    expect(checkedReads({ reads: [read] })).toBeNull();
    expect(checkedReads({ reads: [cutRead(read)] })?.[0]?.text).toHaveLength(limits.body);
  });

  test('is never cut through a character', () => {
    expect(cut('ab🙂', 3)).toBe('ab');
    expect(cut('ab🙂', 4)).toBe('ab🙂');
    expect(cut('abc', 3)).toBe('abc');
  });
});
