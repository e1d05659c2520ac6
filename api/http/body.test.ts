import { describe, expect, it } from 'vitest';
import { CodedError } from '../../shared/kit/error.ts';
import { countEffort } from '../../tests/effort.ts';
import { parseJson, readBody } from './body.ts';

describe('JSON from outside', () => {
  it.each([
    '{"a":[1,"]}",{"b":null}]}',
    '"[[[["',
    '[]',
    '{"proto":1,"text":"__proto__"}',
  ])('%s is taken', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['{', 'json'],
    ['{"a":{"__proto__":1}}', 'key'],
    ['[{"constructor":1}]', 'key'],
    ['{"\\u0070rototype":1}', 'key'],
    [`${'['.repeat(33)}${']'.repeat(33)}`, 'depth'],
    ['{"a":'.repeat(40), 'depth'],
  ])('%s is refused for its %s', (text, detail) => {
    expect(() => parseJson(text)).toThrow(new CodedError('input.invalid', detail));
  });

  it('a bomb of five million brackets costs no time', () => {
    const bomb = '['.repeat(5_000_000);
    const spent = countEffort();
    expect(() => parseJson(bomb)).toThrow('depth');
    expect(spent()).toBeLessThan(40);
  });
});

describe('a body', () => {
  const stream = (chunks: number) =>
    new Request('http://x/', {
      method: 'POST',
      duplex: 'half',
      body: new ReadableStream({
        start(controller) {
          for (let i = 0; i < chunks; i++) controller.enqueue(new TextEncoder().encode('長'.repeat(10)));
          controller.close();
        },
      }),
    } as RequestInit);

  it('is read across chunks', async () => {
    expect(await readBody(stream(3), 90)).toBe('長'.repeat(30));
  });
  it('is given up at the first byte too many', async () => {
    await expect(readBody(stream(4), 90)).rejects.toEqual(new CodedError('input.too_large', 'body'));
  });
});
