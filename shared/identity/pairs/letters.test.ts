import { expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { soundOf, typos } from './letters.ts';

test.each([
  ['smith', 'smith', 0],
  ['smith', 'smyth', 1],
  ['smith', 'smiht', 1],
  ['smith', 'smit', 1],
  ['smith', 'ssmith', 1],
  ['lovelace', 'lovlaec', 2],
  ['ab', 'ba', 1],
  ['kitten', 'sitting', 3],
  ['', 'ab', 2],
  ['陈', '陳', 1],
])('%s and %s differ in %i places', (a, b, places) => {
  expect(typos(a, b, 3)).toBe(places);
  expect(typos(b, a, 3)).toBe(places);
});

/** As the books say it: no shortcut. */
function slowly(a: string, b: string): number {
  const row = (i: number, j: number) => (i === 0 ? j : j === 0 ? i : 0);
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => row(i, j)),
  );
  const at = (i: number, j: number) => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = best;
    }
  return at(a.length, b.length);
}

test('shortcuts do not change what is counted', () => {
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = () => Array.from({ length: next(8) }, () => 'abc'[next(3)]).join('');
  for (let n = 0; n < 4_000; n++) {
    const [a, b] = [word(), word()];
    const places = slowly(a, b);
    for (const limit of [1, 2, 3])
      expect([a, b, Math.min(typos(a, b, limit), limit + 1)]).toEqual([a, b, Math.min(places, limit + 1)]);
  }
});

test.each([
  ['smith', 'smyth'],
  ['philip', 'filip'],
  ['meyer', 'maier'],
  ['catherine', 'katherine'],
  ['schmidt', 'schmitt'],
])('%s sounds like %s', (a, b) => {
  expect(soundOf(a)).toBe(soundOf(b));
});
test('a hundred thousand letters are no more work than forty', () => {
  const spent = countEffort();
  expect(typos('a'.repeat(100_000), 'b'.repeat(100_000), 3)).toBeGreaterThan(3);
  expect(soundOf('a'.repeat(100_000)).length).toBeLessThan(5);
  expect(spent()).toBeLessThan(10);
});
