import type { DealState, LifeCycle } from '../rows.ts';

/** Which life cycle a won deal suggests: somebody who bought is a customer; who already is something else stays it. */
export function lifeCycleAfter(now: LifeCycle, deal: DealState): LifeCycle {
  return deal === 'won' && (now === 'lead' || now === 'qualified' || now === 'former') ? 'customer' : now;
}
