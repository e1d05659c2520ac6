import { expect, test } from 'vitest';
import { promiseKey } from './promise-key.ts';
import { promisedAt, promiseKeys } from './promise-keys.ts';

const at = Date.parse('2026-11-18T14:00:30Z');
const said = "I'll send the quote by Friday.";

test('[Z1] a sentence has one key in every mailbox, however its letters are laid out', () => {
  const key = promiseKey('Nora <nora@us.test>', at, said);
  expect(key).toMatch(/^pr:\d+:[0-9a-f]{32}$/);
  expect(promiseKey('nora@US.test', at + 20_000, "I'll  send the quote\nby Friday.")).toBe(key);
  expect(promiseKey('mia@us.test', at, said)).not.toBe(key);
  expect(promiseKey('nora@us.test', at, "I'll send the order by Friday.")).not.toBe(key);
});
test('[Z1] received in the next minute it is found under a neighbour of its key', () => {
  const late = promiseKey('nora@us.test', at + 45_000, said) ?? '';
  expect(late).not.toBe(promiseKey('nora@us.test', at, said));
  expect(promiseKeys(late)).toContain(promiseKey('nora@us.test', at, said));
});
test('[Z6] of an awaited answer the key names the mail itself, and has no neighbours', () => {
  expect(promiseKeys('await:gm:a@b.example:1')).toEqual(['await:gm:a@b.example:1']);
});
test('the key tells the minute of the mail', () => {
  expect(promisedAt(promiseKey('nora@us.test', at, said) ?? '')).toBe(Date.parse('2026-11-18T14:00:00Z'));
  expect(promisedAt('await:gm:x')).toBeNull();
});
test('a sentence without letters has none', () => {
  expect(promiseKey('nora@us.test', at, '!!')).toBeNull();
});
