import { expect, it } from 'vitest';
import { parseDue } from './parseDue.ts';

/** A Friday. */
const today = '2026-11-20';

it.each([
  ['call Ada tue 3pm', 'call Ada', '2026-11-24', { hour: 15, minute: 0 }],
  ['send offer tomorrow', 'send offer', '2026-11-21', null],
  ['send offer today 09:30', 'send offer', '2026-11-20', { hour: 9, minute: 30 }],
  ['follow up in 3 days', 'follow up', '2026-11-23', null],
  ['follow up next week', 'follow up', '2026-11-23', null],
  ['review on Friday', 'review', '2026-11-27', null],
  ['ring at 12am', 'ring', '2026-11-20', { hour: 0, minute: 0 }],
  ['周二下午3点回电话', '回电话', '2026-11-24', { hour: 15, minute: 0 }],
  ['明天寄報價', '寄報價', '2026-11-21', null],
  ['下週三 開會', '開會', '2026-11-25', null],
  ['3天后跟进', '跟进', '2026-11-23', null],
  ['sunrise brief', 'sunrise brief', null, null],
  ['order 3 monitors', 'order 3 monitors', null, null],
  ['tomorrow', 'tomorrow', '2026-11-21', null],
])('reads %j', (typed, title, dueDay, time) => {
  expect(parseDue(typed, today)).toEqual({ title, dueDay, time });
});
