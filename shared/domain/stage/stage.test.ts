import { describe, expect, test } from 'vitest';
import { contrast, isSeen, seenColour, stageColours } from './colour.ts';
import { placeAfter, placeAt } from './place.ts';

describe('a colour of a stage', () => {
  test.each(stageColours)('%s is seen on the light and the dark page', (colour) => {
    expect(isSeen(colour)).toBe(true);
    expect(seenColour(colour)).toBe(colour);
  });
  test.each([
    '#ffffff',
    '#000000',
    '#ffff00',
    '#00008b',
    '#ffd700',
    '#fcfcfd',
    '#111113',
  ])('%s is made one that is seen', (colour) => {
    expect(isSeen(colour)).toBe(false);
    const seen = seenColour(colour);
    expect(seen).toMatch(/^#[0-9a-f]{6}$/);
    expect(isSeen(seen)).toBe(true);
  });
  test('black on white is as far as contrast goes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
});

describe('a stage that is put elsewhere', () => {
  const row = (...positions: number[]) =>
    positions.map((position, i) => ({ id: 'abcdefgh'[i] ?? '', position }));
  const orderAfter = (positions: number[], id: string, to: number) => {
    const ordered = row(...positions);
    const changed = new Map(placeAt(ordered, id, to).map((one) => [one.id, one.position]));
    return ordered
      .map((one) => ({ id: one.id, position: changed.get(one.id) ?? one.position }))
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .map((one) => one.id)
      .join('');
  };
  test.each<[number[], string, number, string]>([
    [[0, 1_000, 2_000], 'a', 2, 'bca'],
    [[0, 1_000, 2_000], 'c', 0, 'cab'],
    [[0, 1_000, 2_000], 'c', 1, 'acb'],
    [[0, 1, 2, 3], 'd', 1, 'adbc'],
    [[0, 1, 2, 3], 'a', 3, 'bcda'],
    [[0, 0, 0], 'c', 0, 'cab'],
    [[5, 5, 5], 'a', 1, 'bac'],
    [[0, 999_999, 1_000_000], 'a', 2, 'bca'],
    [[1_000, 2_000], 'b', -5, 'ba'],
    [[1_000, 2_000], 'a', 99, 'ba'],
  ])('of %j, %s to %i: %s', (positions, id, to, order) => {
    expect(orderAfter(positions, id, to)).toBe(order);
  });
  test('changes one row alone where there is room', () => {
    expect(placeAt(row(0, 1_000, 2_000, 3_000), 'd', 1)).toEqual([{ id: 'd', position: 500 }]);
  });
  test('changes nothing where it stands there, or is not known', () => {
    expect(placeAt(row(0, 1), 'b', 1)).toEqual([]);
    expect(placeAt(row(0, 1), 'z', 0)).toEqual([]);
  });
  test('that is new stands behind all', () => {
    expect([placeAfter([]), placeAfter(row(0, 7)), placeAfter(row(1_000_000))]).toEqual([
      0, 1_007, 1_000_000,
    ]);
  });
});
