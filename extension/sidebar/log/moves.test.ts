import { expect, test } from 'vitest';
import type { Change } from '../../../shared/domain/rows.ts';
import type { HistoryEntry } from '../../messages/state.ts';
import { movesOf } from './moves.ts';

let made = 0;
const entry = (
  at: number,
  field: string,
  from: string | null,
  to: string | null,
  gone = false,
): HistoryEntry => {
  const change: Change = {
    ...{ id: String(++made), noun: 'interaction', rowId: 'i', field, from, to, at, by: 'mia', state: 'done' },
  };
  const name = (value: string | null) => value && `the ${value}`;
  return {
    ...{ change, label: null, kind: null, by: 'Mia', byMe: false },
    ...{ from: name(from), to: name(to), restore: { value: gone ? null : from } },
  };
};
const now = { contactIds: ['grace'], companyId: 'globex', dealId: null, moreDealIds: [] };

test('[G5] a move says from where to where, and leads back to the whole place that it left', () => {
  const moves = movesOf(
    [
      entry(20, 'contactIds', 'ada', 'grace'),
      entry(20, 'companyId', 'acme', 'globex'),
      entry(20, 'dealId', 'renewal', null),
      entry(10, 'moreDealIds', null, 'a b'),
      entry(10, 'added', null, 'Hello'),
      entry(10, 'dealId', null, 'renewal'),
    ],
    now,
  );
  expect(moves).toEqual([
    {
      ...{ key: '20 mia', at: 20, by: 'Mia', byMe: false },
      from: ['the ada', 'the acme', 'the renewal'],
      to: ['the grace', 'the globex'],
      back: { contactIds: ['ada'], companyId: 'acme', dealId: 'renewal', moreDealIds: [] },
    },
  ]);
});

test('of several moves each leads to its own place, and one that leads to where it is now offers nothing', () => {
  const moves = movesOf(
    [entry(30, 'contactIds', 'ada', 'grace'), entry(20, 'contactIds', 'grace', 'ada')],
    now,
  );
  expect(moves.map(({ back }) => back?.contactIds ?? null)).toEqual([['ada'], null]);
});

test('what is there no more is left out of the way back, and other changes are no moves', () => {
  const moves = movesOf(
    [
      entry(30, 'dealId', 'lost', null, true),
      entry(25, 'body', 'a', 'b'),
      entry(20, 'contactIds', 'ada eve', 'grace'),
    ],
    now,
  );
  expect(moves.map(({ back }) => back)).toEqual([null, { ...now, contactIds: ['ada', 'eve'] }]);
});
