import { beforeAll, expect, test } from 'vitest';
import { overwriteGetLocale } from '../../../shared/i18n/compiled/runtime.js';
import { dueTitle } from './due-title.ts';

beforeAll(() => overwriteGetLocale(() => 'en'));

test('the toolbar icon says in words what its number counts', () => {
  const nothing = { due: 0, owed: 0, awaited: 0, mentions: 0 };
  expect(dueTitle(nothing)).toBe('Sidebook');
  expect(dueTitle({ ...nothing, due: 3, owed: 1, awaited: 2, mentions: 1 })).toBe(
    'Sidebook: 3 due · you promised 1 of them · 2 owed to you · 1 mention',
  );
});
