import { describe, expect, test } from 'vitest';
import { instantOfTitle } from './date-title.ts';

const local = (hour: number, minute: number, day = 21) => new Date(2026, 10, day, hour, minute).getTime();

describe('a date’s title', () => {
  const cases: [title: string, at: number | null][] = [
    ['Nov 21, 2026, 9:17 PM', local(21, 17)],
    ['Sat, Nov 21, 2026, 9:17\u202fPM', local(21, 17)],
    ['Sat, Nov 21, 2026 at 12:05 AM', local(0, 5)],
    ['November 21, 2026 at 12:05 PM', local(12, 5)],
    ['21 Nov 2026, 21:17', local(21, 17)],
    ['Sat 21 Nov 2026 09:07', local(9, 7)],
    ['2026年11月21日 21:17', local(21, 17)],
    ['2026年11月21日周六 21:17', local(21, 17)],
    ['2026年11月21日 下午9:17', local(21, 17)],
    ['2026年11月21日 週六 晚上9:17', local(21, 17)],
    ['2026年11月21日 週六 凌晨12:05', local(0, 5)],
    ['2026年11月21日 週六 中午12:30', local(12, 30)],
    ['2026年11月21日 週六 中午1:30', local(13, 30)],
    ['2026年11月21日 週六 清晨5:30', local(5, 30)],
    ['2026-11-21 21:17', local(21, 17)],
    ['2026/11/21 9:17', local(9, 17)],
    ['11/21/2026 9:17 PM', null],
    ['yesterday', null],
    ['Nov 21, 2026', null],
    ['Foo 21, 2026, 9:17 PM', null],
    ['Nov 41, 2026, 9:17 PM', null],
    ['Nov 21, 2026, 29:77', null],
    ['', null],
  ];
  test.each(cases)('%s', (title, at) => expect(instantOfTitle(title)).toBe(at));

  test('is read as the browser itself writes it, in the three languages', () => {
    const at = local(16, 8, 3);
    for (const locale of ['en-US', 'en-GB', 'zh-CN', 'zh-TW']) {
      const title = new Intl.DateTimeFormat(locale, {
        weekday: 'short',
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      }).format(at);
      expect(instantOfTitle(title), title).toBe(at);
    }
  });
});
