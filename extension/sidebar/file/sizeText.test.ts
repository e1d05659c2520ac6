import { expect, test } from 'vitest';
import { sizeText } from './sizeText.ts';

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [999_800, '1 MB'],
  [12_400, '12 kB'],
  [1_234_567, '1.2 MB'],
  [25_000_000, '25 MB'],
])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes, 'en')).toBe(text));
