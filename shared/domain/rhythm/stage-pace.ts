import type { Id } from '../../kit/id.ts';
import { median } from './rhythm.ts';

/** How long deals that were won had stood in a stage. */
export type StagePace = { stageId: Id; won: number; medianMs: number };

/** A stage that a deal entered. */
export type StageEntered = { dealId: Id; stageId: Id; at: number };

/**
 * By the stages that won deals went through: from entering one to entering the next, or to the end. A deal that came back
 * to a stage counts with all its time there.
 */
export function stagePaces(entered: readonly StageEntered[], closedAt: ReadonlyMap<Id, number>): StagePace[] {
  const byDeal = new Map<Id, StageEntered[]>();
  for (const step of entered) {
    const steps = byDeal.get(step.dealId);
    if (steps) steps.push(step);
    else byDeal.set(step.dealId, [step]);
  }
  const times = new Map<Id, number[]>();
  for (const [dealId, steps] of byDeal) {
    const end = closedAt.get(dealId);
    if (end === undefined) continue;
    const inOrder = steps.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
    const spent = new Map<Id, number>();
    for (const [i, { stageId, at }] of inOrder.entries())
      spent.set(stageId, (spent.get(stageId) ?? 0) + ((inOrder[i + 1]?.at ?? end) - at));
    for (const [stageId, ms] of spent) times.set(stageId, [...(times.get(stageId) ?? []), ms]);
  }
  return [...times].map(([stageId, all]) => ({ stageId, won: all.length, medianMs: median(all) ?? 0 }));
}
