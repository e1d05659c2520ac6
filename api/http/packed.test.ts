import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packed } from './packed.ts';
import { placeOf } from './place.ts';

const long = JSON.stringify(
  Array.from({ length: 500 }, (_, i) => ({ id: i, name: `陳 Person ${i}`, own: {} })),
);
const far = '203.0.113.9';

test('a long answer to another machine is a fraction of itself, and the same when unpacked', async () => {
  for (const accepted of ['gzip', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8', '*']) {
    const { body, headers } = await packed(long, accepted, far);
    expect(headers['content-encoding']).toBe('gzip');
    expect(body.length).toBeLessThan(long.length / 3);
    expect(gunzipSync(body as Uint8Array).toString()).toBe(long);
  }
});

test.each([
  ['to this machine', long, 'gzip', '127.0.0.1'],
  ['to this machine by its newer address', long, 'gzip', placeOf('::1')],
  ['that is short', '{"ok":true}', 'gzip', far],
  ['to whoever does not ask for it', long, '', far],
  ['to whoever asks for another', long, 'br, deflate', far],
  ['to whoever will not have it', long, 'br, gzip;q=0', far],
])('an answer %s goes as it is', async (_, text, accepted, address) => {
  expect(await packed(text, accepted, address)).toEqual({ body: text, headers: {} });
});
