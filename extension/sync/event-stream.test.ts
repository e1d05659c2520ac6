import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventParser, eventSourceOf } from './event-stream.ts';

const eventsOf = (chunks: readonly string[]) => {
  const events: { type: string; data: string; lastEventId: string }[] = [];
  const parse = eventParser((event) => events.push(event));
  for (const chunk of chunks) parse(chunk);
  return events;
};
const stream =
  ': hello\n\nevent: connected\ndata: {}\n\n\ndata: {"cursor":5}\r\n\r\nevent: ping\ndata: \n\nid: 7\ndata:a\ndata: b\n\ndata: cut';

test('[L4] events are read however the stream is cut into pieces', () => {
  const whole = [
    { type: 'connected', data: '{}', lastEventId: '' },
    { type: 'message', data: '{"cursor":5}', lastEventId: '' },
    { type: 'ping', data: '', lastEventId: '' },
    { type: 'message', data: 'a\nb', lastEventId: '7' },
  ];
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), stream.length];
      expect(eventsOf(at.slice(1).map((end, i) => stream.slice(at[i], end)))).toEqual(whole);
    }),
  );
});

test('[T3] no text, however it is made, throws or becomes an event without data', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '\r', 'data', 'event', 'id') })),
      (chunks) => {
        for (const { type } of eventsOf(chunks)) expect(type).not.toBe('');
      },
    ),
  );
  expect(() => eventsOf(['x'.repeat(2_000_000)])).toThrow(RangeError);
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
function opened(open: () => Promise<ReadableStream<Uint8Array>>) {
  const seen: unknown[] = [];
  const Source = eventSourceOf({ open, heard: () => seen.push('heard'), ended: (cause) => seen.push(cause) });
  const source = new Source('https://crm.example/trpc/sync.live');
  for (const type of ['message', 'ping', 'error'])
    source.addEventListener(type, () => seen.push(`${type} ${source.readyState}`));
  return { source, seen, Source };
}

test('[L4] a stream that ends is closed for good and says so', async () => {
  const body = new Blob(['data: 1\n\n']).stream();
  const { seen, Source } = opened(async () => body);
  await settled();
  expect(seen).toEqual(['heard', 'message 1', null, 'error 2']);
  new Source('https://crm.example/trpc/sync.live').addEventListener('error', () => seen.push('again'));
  await settled();
  expect(seen.slice(4)).toEqual([null, 'again']);
});

test('[L2] a stream that is closed by its listener says nothing more', async () => {
  const { source, seen } = opened(
    () => new Promise((_, reject) => setTimeout(() => reject(new Error('aborted')), 2)),
  );
  source.close();
  await settled();
  expect([seen, source.readyState]).toEqual([[], 2]);
});
