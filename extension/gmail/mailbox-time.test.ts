import { expect, test } from 'vitest';
import { mailboxTime } from './mailbox-time.ts';

const now = Date.UTC(2026, 10, 22);
const at = new Date(2026, 10, 21, 21, 17, 42, 120).getTime();
const idOf = (instant: number) => ((BigInt(instant) << 20n) | 5n).toString(16);
const title = 'Sat, Nov 21, 2026, 9:17 PM';

test('the id tells the mailbox’s instant where the title agrees, be it in another zone', () => {
  expect(mailboxTime({ id: idOf(at), dateTitle: title }, now)).toBe(at);
  expect(mailboxTime({ id: idOf(at + 5.5 * 3_600_000), dateTitle: title }, now)).toBe(at + 5.5 * 3_600_000);
});

test('the title counts where the id says something else', () => {
  const minute = new Date(2026, 10, 21, 21, 17).getTime();
  expect(mailboxTime({ id: idOf(at + 7 * 60_000), dateTitle: title }, now)).toBe(minute);
  expect(mailboxTime({ id: idOf(at - 9 * 86_400_000), dateTitle: title }, now)).toBe(minute);
  expect(mailboxTime({ id: 'ffffffffffffffff', dateTitle: title }, now)).toBe(minute);
});

test('either alone is enough, and neither is none', () => {
  expect(mailboxTime({ id: idOf(at), dateTitle: 'gestern um neun' }, now)).toBe(at);
  expect(mailboxTime({ id: idOf(at), dateTitle: null }, now)).toBe(at);
  expect(mailboxTime({ id: 'place:1', dateTitle: null }, now)).toBeNull();
});
