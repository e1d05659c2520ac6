import { expect, test } from 'vitest';
import { partBytes } from '../../../shared/domain/attachment/parts.ts';
import { fromBase64 } from '../../messages/base64.ts';
import { makeHandOver } from './hand-over.ts';

test('a file is fetched once and handed over in parts; asked for again it is fetched anew', async () => {
  let fetched = 0;
  const bytes = crypto.getRandomValues(new Uint8Array(60_000)).slice();
  const whole = new Uint8Array(partBytes * 2 + 9);
  for (let at = 0; at < whole.length; at += bytes.length)
    whole.set(bytes.subarray(0, Math.min(bytes.length, whole.length - at)), at);
  const handOver = makeHandOver(async ({ name }) => {
    fetched++;
    return { name, type: 'text/plain', bytes: whole, requests: [{ url: 'u', ok: true, bytes: 1 }] };
  });
  const ask = (part: number) => handOver({ type: 'read-file', messageId: '1', name: 'a', nth: 0, part });
  const parts = [await ask(0), await ask(1), await ask(2)];
  expect(fetched).toBe(1);
  expect(parts.map(({ requests }) => requests.length)).toEqual([1, 0, 0]);
  expect(parts.map(({ size }) => size)).toEqual([whole.length, whole.length, whole.length]);
  const joined = Buffer.concat(parts.map(({ bytes }) => fromBase64(bytes) ?? new Uint8Array()));
  expect(joined.equals(Buffer.from(whole))).toBe(true);
  // After its end it is not kept any longer.
  await ask(0);
  expect(fetched).toBe(2);
});
