import { expect, it } from 'vitest';
import { CodedError } from '../../shared/kit/error.ts';
import { makeTries } from './tries.ts';

const busy = new CodedError('server.busy', 'tries');

it('an address has so many tries a minute, all together have more, and the next minute starts anew', () => {
  let now = 0;
  const tryOnce = makeTries(() => now, { perKey: 2, inAll: 4 });
  tryOnce('a');
  tryOnce('a');
  expect(() => tryOnce('a')).toThrow(busy);
  tryOnce('b');
  tryOnce('b');
  expect(() => tryOnce('c')).toThrow(busy);
  now = 60_000;
  tryOnce('a');
});
