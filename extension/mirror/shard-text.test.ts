import { describe, expect, test } from 'vitest';
import {
  emptyShard,
  hasRow,
  idsIn,
  keysIn,
  kindOf,
  rowIn,
  rowsUnder,
  shardLine,
  without,
} from './shard-text.ts';

const rows = [
  {
    id: 'a',
    keys: ['email:a@x.org', 'contact-of:o1'],
    row: { id: 'a', name: 'Tab\tand\nline', own: { n: 1 } },
  },
  { id: 'ab', keys: ['email:b@x.org', 'contact-of:o1'], row: { id: 'ab', name: '陳小明', note: '\ta\t' } },
  { id: 'c', keys: [], row: { id: 'c', name: 'email:a@x.org' } },
];
const shard = emptyShard('contact') + rows.map(({ id, keys, row }) => shardLine(id, keys, row)).join('');
const under = (key: string, text = shard) => {
  const found = new Map<string, unknown>();
  rowsUnder(text, key, found);
  return [...found.keys()];
};

describe('the text of a shard', () => {
  test('gives each row back as it went in, whatever stands in it', () => {
    for (const { id, keys, row } of rows) {
      expect(rowIn(shard, id)).toEqual(row);
      expect(keysIn(shard, id)).toEqual(keys);
      expect(hasRow(shard, id)).toBe(true);
    }
    expect([kindOf(shard), idsIn(shard)]).toEqual(['contact', ['a', 'ab', 'c']]);
  });

  test('finds rows under a key, and not by what merely stands in them', () => {
    expect(under('email:a@x.org')).toEqual(['a']);
    expect(under('contact-of:o1')).toEqual(['a', 'ab']);
    expect(under('email:a@x')).toEqual([]);
    expect([rowIn(shard, 'b'), hasRow(shard, 'contact'), keysIn(shard, 'x')]).toEqual([undefined, false, []]);
  });

  test('loses one row and keeps the others', () => {
    for (const { id } of rows) {
      const left = without(shard, id);
      expect(idsIn(left)).toEqual(rows.map((each) => each.id).filter((each) => each !== id));
      for (const each of rows) if (each.id !== id) expect(rowIn(left, each.id)).toEqual(each.row);
    }
    expect(without(shard, 'nobody')).toBe(shard);
  });

  test('takes a key or id with a tab or a line end for one with a space, in both directions', () => {
    const odd = emptyShard('contact') + shardLine('i\td', ['external:a\tb\nc'], { id: 'i\td' });
    expect(under('external:a\tb\nc', odd)).toHaveLength(1);
    expect(rowIn(odd, 'i\td')).toEqual({ id: 'i\td' });
    expect(without(odd, 'i\td')).toBe(emptyShard('contact'));
  });
});
