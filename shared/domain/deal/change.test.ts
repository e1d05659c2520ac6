import { describe, expect, test } from 'vitest';
import { dealRow } from '../../../tests/fixtures/rows.ts';
import type { Deal } from '../rows.ts';
import { closeDeal, moveDeal, reopenDeal } from './change.ts';
import { orderDeals } from './order.ts';

const deal = (change: Partial<Deal> = {}): Deal => dealRow('d', change);
const lost = { state: 'lost', at: 7, lostReason: 'price', competitor: 'Globex' } as const;

describe('a deal', () => {
  test('that enters a stage remembers since when; into its own stage nothing happens', () => {
    expect(moveDeal(deal(), { id: 's2', pipelineId: 'p' }, 5)).toMatchObject({
      stageId: 's2',
      stageSince: 5,
    });
    const same = deal();
    expect(moveDeal(same, { id: 's1', pipelineId: 'p' }, 5)).toBe(same);
  });
  test('that is lost keeps reason and competitor; one that is won has no reason for a loss', () => {
    expect(closeDeal(deal(), lost, 8)).toMatchObject({
      state: 'lost',
      closedAt: 7,
      lostReason: 'price',
      competitor: 'Globex',
    });
    expect(closeDeal(deal(), { ...lost, state: 'won' }, 8)).toMatchObject({ state: 'won', lostReason: null });
  });
  test('that is closed neither moves nor closes again', () => {
    const closed = closeDeal(deal(), lost, 8);
    expect(moveDeal(closed, { id: 's2', pipelineId: 'p' }, 9)).toBe(closed);
    expect(closeDeal(closed, { ...lost, state: 'won' }, 9)).toBe(closed);
  });
  test('that is reopened stands in its old stage without a closing', () => {
    expect(reopenDeal(closeDeal(deal(), lost, 8), 9)).toEqual(deal({ updatedAt: 9 }));
  });
  test('stands before the closed ones, the soonest expected first', () => {
    const order = orderDeals([
      deal({ id: 'won', state: 'won', closedAt: 9 }),
      deal({ id: 'never' }),
      deal({ id: 'soon', expectedClose: '2026-01-01' }),
    ]);
    expect(order.map(({ id }) => id)).toEqual(['soon', 'never', 'won']);
  });
});
