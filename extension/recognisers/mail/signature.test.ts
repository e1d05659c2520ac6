import { expect, test } from 'vitest';
import { readSignature } from './signature.ts';

test('a mail without one has none', () => {
  expect(
    readSignature(
      'Let us meet on Monday at ten, as you said in your last mail to all of us.',
      'Ada <ada@x.example>',
    ),
  ).toBeNull();
});
