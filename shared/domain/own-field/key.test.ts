import { expect, test } from 'vitest';
import { ownFieldKey } from './key.ts';

test.each([
  ['Seats', 'seats'],
  ['Contract  end', 'contract_end'],
  ['Größe', 'grosse'],
  ['Net revenue (€)', ownFieldKey('net revenue (€) ')],
  ['等級', ownFieldKey('等级')],
  ['__proto__', 'proto'],
  ['Constructor', 'f_f25d9f4f'],
  ['2nd owner', ownFieldKey('2ND owner')],
])('%s is kept under %s', (label, key) => {
  expect(ownFieldKey(label)).toBe(key);
});

test('every name has a key that may be one, and names that differ differ', () => {
  const labels = ['等级', '等價', '客户等级', '!', '1', 'É', '車', 'constructor', `${'x'.repeat(200)}`];
  const keys = labels.map(ownFieldKey);
  for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
  expect(new Set(keys).size).toBe(labels.length);
});
