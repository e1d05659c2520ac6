import { expect, test } from 'vitest';
import { pathOf, routeOf } from './rooms.ts';

test('what stands in the mailbox’s address leads to the page that it names, and else to the board', () => {
  expect(pathOf({ room: 'contacts' })).toBe('/contacts');
  expect(pathOf({ room: 'deal', id: '019bfa19-e316-7308-b6b2-02947c206927' })).toBe(
    '/deal/019bfa19-e316-7308-b6b2-02947c206927',
  );
  for (const hostile of ['import', 'fields', '', '..', 'javascript:alert(1)'])
    expect(pathOf({ room: hostile })).toBe('/board');
  expect(pathOf({ room: 'deal', id: '"><img src=x>' })).toBe('/deal');
  expect(pathOf({})).toBe('/board');
});

test('only pages that may stand there have a route', () => {
  expect(routeOf('/board')).toEqual({ routeID: 'sidebook/:room', params: { room: 'board' } });
  expect(routeOf('/deal/d1')).toEqual({ routeID: 'sidebook/:room/:id', params: { room: 'deal', id: 'd1' } });
  for (const path of ['/import', '/settings', '/templates', '', '/']) expect(routeOf(path)).toBeNull();
});
