import { describe, expect, test, vi } from 'vitest';
import { keepFormat } from './keepFormat.ts';

describe('a kept format', () => {
  test('is made once for its key, also where it is nothing', () => {
    const make = vi.fn((text: string) => text.length);
    const sized = keepFormat(make);
    expect([sized(''), sized(''), sized('ab'), sized('ab')]).toEqual([0, 0, 2, 2]);
    expect(make).toHaveBeenCalledTimes(2);
  });

  test('is made anew where the reader came to another zone', () => {
    const zoned = keepFormat((_locale: string) => ({}));
    const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(0);
    const home = zoned('en');
    expect(zoned('en')).toBe(home);
    offset.mockReturnValue(-480);
    expect(zoned('en')).not.toBe(home);
    offset.mockRestore();
  });
});
