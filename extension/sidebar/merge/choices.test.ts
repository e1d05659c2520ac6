import { describe, expect, it } from 'vitest';
import type { OwnField } from '../../../shared/domain/rows.ts';
import { contactRow } from '../../../tests/fixtures/rows.ts';
import { choosable, likelierKept, takenFields, usual } from './choices.ts';

const colour = { key: 'colour', label: 'Colour', kind: 'text' } as OwnField;
const a = contactRow('a', { name: 'Ada', title: 'CTO', phone: null, own: { colour: 'red' } });
const b = contactRow('b', {
  name: 'Ada Lovelace',
  title: 'CTO',
  phone: '+44 1',
  own: { colour: 'blue', size: 'L' },
});
const all = choosable(a, b, [colour]);

describe('what is asked before two are merged', () => {
  it('only fields in which they differ are asked, own ones too', () => {
    expect(all.map(({ field }) => field)).toEqual(['name', 'phone', 'own.colour', 'own.size']);
  });

  it('what only one of them has is taken, else the kept one’s', () => {
    expect(all.map((each) => usual(each, 'a'))).toEqual(['a', 'b', 'a', 'b']);
    expect(takenFields(all, 'a', {})).toEqual({ phone: '+44 1', own: { size: 'L' } });
    expect(takenFields(all, 'b', {})).toEqual({});
  });

  it('a choice is what is taken, also that a field be empty', () => {
    expect(takenFields(all, 'a', { name: 'b', 'own.colour': 'b', phone: 'a', 'own.size': 'a' })).toEqual({
      name: 'Ada Lovelace',
      own: { colour: 'blue' },
    });
    expect(takenFields(all, 'b', { phone: 'a' })).toEqual({ phone: null });
  });

  it('the one with whom more was done is kept, of two alike the older', () => {
    const side = (createdAt: number, entries: number) => ({
      row: { createdAt },
      entries,
      deals: 0,
      tasks: 0,
    });
    expect(likelierKept(side(2, 5), side(1, 4))).toBe('a');
    expect(likelierKept(side(2, 4), side(1, 4))).toBe('b');
  });
});
