import { describe, expect, test } from 'vitest';
import { protocolFault } from './protocol.ts';

describe('[T4] client and server of different versions', () => {
  test.each([
    [null, 1, null],
    [null, 3, null],
    [null, 4, 'server.newer'],
    ['1', 1, null],
    ['2', 4, null],
    ['1', 4, 'server.newer'],
    ['3', 1, null],
    ['4', 1, 'server.older'],
    ['', 1, 'input.invalid'],
    ['-1', 1, 'input.invalid'],
    ['1e9', 1, 'input.invalid'],
  ])('a client that says %s to a server of %i hears %s', (said, here, heard) => {
    expect(protocolFault(said, here)).toBe(heard);
  });
});
