import { expect, test } from 'vitest';
import { lastContact, orderTimeline } from './timeline.ts';

test('the timeline is newest first, and entries of one instant stand alike on every device', () => {
  const entries = [
    { id: 'a', occurredAt: 1 },
    { id: 'c', occurredAt: 2 },
    { id: 'b', occurredAt: 2 },
  ];
  const ids = orderTimeline(entries).map(({ id }) => id);
  expect(ids).toEqual(['c', 'b', 'a']);
  expect(orderTimeline([...entries].reverse()).map(({ id }) => id)).toEqual(ids);
});

test('a note of ours is no contact with them', () => {
  expect(lastContact([{ kind: 'note', occurredAt: 9 }])).toBeNull();
  expect(
    lastContact([
      { kind: 'note', occurredAt: 9 },
      { kind: 'call', occurredAt: 3 },
      { kind: 'email', occurredAt: 5 },
    ]),
  ).toBe(5);
});
