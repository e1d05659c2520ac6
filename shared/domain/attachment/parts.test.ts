import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOfPart, missingParts, partBytes, partsOf } from './parts.ts';

test('[H5] parts make up the whole, none is longer than a part may be, and there is no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25_000_000 }), (size) => {
      const lengths = missingParts(size, []).map((part) => lengthOfPart(size, part) ?? Number.NaN);
      expect(lengths.reduce((sum, each) => sum + each, 0)).toBe(size);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(partBytes);
      expect(lengths).toHaveLength(partsOf(size));
      expect(lengthOfPart(size, lengths.length)).toBeNull();
      expect(lengthOfPart(size, -1)).toBeNull();
      expect(lengthOfPart(size, 0.5)).toBeNull();
    }),
  );
  expect(missingParts(partBytes * 3, [1, 1, 9])).toEqual([0, 2]);
});
