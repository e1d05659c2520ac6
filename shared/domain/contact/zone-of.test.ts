import { expect, test } from 'vitest';
import { zoneOf } from './zone-of.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value, source: null });

test.each([
  ['Asia/Tokyo', [phone('+491701234567')], 'Asia/Tokyo'],
  [null, [phone('+886912345678')], 'Asia/Taipei'],
  [null, [phone('+4915112345678')], 'Europe/Berlin'],
  [null, [phone('+85291234567')], 'Asia/Hong_Kong'],
  // America has several clocks.
  [null, [phone('+12125550100')], null],
  [null, [], null],
  ['Nowhere/Land', [], null],
])('a contact whose zone is %s and whose keys are %j writes by the clock of %s', (zone, keys, wanted) => {
  expect(zoneOf({ zone, keys })).toBe(wanted);
});
