import { expect, test } from 'vitest';
import { fixedTargets } from '../../files/columns/target.ts';
import { groupText, targetText } from './targetText.ts';

test('everything that a column can be has a name of its own within its noun', () => {
  const names = fixedTargets.map((target) => `${groupText(target)} ${targetText(target, [])}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /[a-z]\.[a-z]|newField|externalId/.test(name))).toEqual([]);
});

test('an own field is called by its label, one that is gone by its key', () => {
  const field = { noun: 'contact', key: 'size', label: 'Grösse' } as never;
  expect(targetText('contact.own.size', [field])).toBe('Grösse');
  expect(targetText('deal.own.size', [field])).toBe('size');
});
