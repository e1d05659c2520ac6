import type { Deal, Instant, Stage } from '../rows.ts';
import { usualGap } from '../stake/usual-gap.ts';

const dayMs = 86_400_000;
/** Where nothing says how long is long. */
const monthDays = 30;
/** Twice the usual pause is a silence; nobody is asked after within a week for it. */
const timesUsual = 2;
const leastDays = 7;

/** For how long nobody of a deal was spoken to, beside how long that may be; `basis`: what says so. */
export type Silence = { days: number; allowed: number; basis: 'stage' | 'usual' | 'month' };

/**
 * Whether an open deal has gone silent: its last contact, or its own beginning where that came later, lies longer back than
 * its stage allows; where the stage says nothing, than twice the usual pause with its people; else than a month.
 * @param contacts instants of contact with its people, in any order
 */
export function silenceOf(
  deal: Pick<Deal, 'state' | 'createdAt'>,
  stage: Pick<Stage, 'staleDays'> | undefined,
  contacts: readonly Instant[],
  now: Instant,
): Silence | null {
  if (deal.state !== 'open') return null;
  const last = contacts.reduce((latest, at) => Math.max(latest, at), deal.createdAt);
  const days = Math.floor((now - last) / dayMs);
  const usual = usualGap(contacts);
  const [allowed, basis]: [number, Silence['basis']] =
    stage && stage.staleDays !== null
      ? [stage.staleDays, 'stage']
      : usual !== null
        ? [Math.max(leastDays, Math.round((usual * timesUsual) / dayMs)), 'usual']
        : [monthDays, 'month'];
  return days > allowed ? { days, allowed, basis } : null;
}
