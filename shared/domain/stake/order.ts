import type { Instant } from '../rows.ts';

/** What counts of a conversation when it is asked what is at stake in it. */
export type StakeFacts = {
  id: string;
  /** Of its last message. */
  at: Instant | null;
  /** The open deal it is most about; `probability` of its stage, 0 to 100. */
  deal: { amountMinor: number | null; currency: string | null; probability: number } | null;
  /** What we are to do next: days until it is due, below zero days late; `promised`: they were told so. */
  due: { days: number; promised: boolean } | null;
  /** What they promised and is late, in days. */
  owedDays: number | null;
  /** They wrote last and somebody known or new waits: for so many days. */
  waitingDays: number | null;
  unread: boolean;
  /** Somebody outside whom nobody knows yet. */
  isLead: boolean;
  /** We wrote last: for so many days they have not answered, beside how long they usually take. */
  silence: { days: number; usual: number } | null;
};

/** Why a conversation stands where it does: what is so, and how much it counts. */
export type StakeReason = { points: number } & (
  | { kind: 'late'; days: number; promised: boolean }
  | { kind: 'today'; promised: boolean }
  | { kind: 'soon'; days: number; promised: boolean }
  | { kind: 'deal'; share: number | null }
  | { kind: 'answer'; days: number; unread: boolean }
  | { kind: 'lead' }
  | { kind: 'owed'; days: number }
  | { kind: 'silence'; days: number; usual: number }
);
export type Stake = { id: string; points: number; reasons: StakeReason[] };

/** What each counts. A thing that was promised and is late comes before the largest deal, as it can be lost by it. */
export const stakePoints = {
  late: 40,
  lateEachDay: 2,
  today: 30,
  soon: 10,
  promised: 10,
  deal: 10,
  dealWhole: 30,
  answer: 15,
  answerEachDay: 1,
  unread: 5,
  lead: 15,
  owed: 10,
  owedEachDay: 1,
  silence: 10,
  silenceEachTime: 5,
} as const;
/** Days beyond these make nothing worse. */
const mostDays = 10;
/** Silence is none until it is so many times the usual. */
const silentFrom = 2;
const mostTimes = 5;
const soonDays = 3;

const days = (count: number): number => Math.min(Math.max(count, 0), mostDays);

/** What is to be expected of a deal, in minor units of its currency; null where it says no amount. */
const weighted = ({ deal }: StakeFacts): number | null =>
  deal && deal.amountMinor !== null ? (deal.amountMinor * deal.probability) / 100 : null;

function dueReason({ due }: StakeFacts): StakeReason[] {
  if (!due) return [];
  const { promised } = due;
  const more = promised ? stakePoints.promised : 0;
  if (due.days < 0) {
    const late = stakePoints.late + days(-due.days) * stakePoints.lateEachDay;
    return [{ kind: 'late', days: -due.days, promised, points: late + more }];
  }
  if (due.days === 0) return [{ kind: 'today', promised, points: stakePoints.today + more }];
  return due.days <= soonDays
    ? [{ kind: 'soon', days: due.days, promised, points: stakePoints.soon + more }]
    : [];
}

function dealReason(facts: StakeFacts, largest: ReadonlyMap<string, number>): StakeReason[] {
  if (!facts.deal) return [];
  const value = weighted(facts);
  const most = largest.get(facts.deal.currency ?? '') ?? 0;
  const share = value === null ? null : most > 0 ? value / most : 0;
  return [
    { kind: 'deal', share, points: stakePoints.deal + Math.round((share ?? 0) * stakePoints.dealWhole) },
  ];
}

function silenceReason({ silence }: StakeFacts): StakeReason[] {
  if (!silence || silence.usual <= 0) return [];
  const times = silence.days / silence.usual;
  if (times < silentFrom) return [];
  const more = Math.round(Math.min(times - silentFrom, mostTimes) * stakePoints.silenceEachTime);
  return [{ kind: 'silence', ...silence, points: stakePoints.silence + more }];
}

function reasonsOf(facts: StakeFacts, largest: ReadonlyMap<string, number>): StakeReason[] {
  const { waitingDays, unread, isLead, owedDays } = facts;
  const waited = waitingDays === null ? 0 : days(waitingDays) * stakePoints.answerEachDay;
  const reasons: StakeReason[] = [
    ...dueReason(facts),
    ...dealReason(facts, largest),
    ...(waitingDays === null
      ? []
      : [
          {
            kind: 'answer' as const,
            days: waitingDays,
            unread,
            points: stakePoints.answer + waited + (unread ? stakePoints.unread : 0),
          },
        ]),
    ...(isLead ? [{ kind: 'lead' as const, points: stakePoints.lead }] : []),
    ...(owedDays === null
      ? []
      : [
          {
            kind: 'owed' as const,
            days: owedDays,
            points: stakePoints.owed + days(owedDays) * stakePoints.owedEachDay,
          },
        ]),
    ...silenceReason(facts),
  ];
  return reasons.sort((a, b) => b.points - a.points);
}

/**
 * Conversations by what is at stake in them, the most first, each with its reasons; of equals the latest first. A deal
 * counts beside the largest of its own currency among them: amounts of different currencies are never compared.
 */
export function orderByStake(all: readonly StakeFacts[]): Stake[] {
  const largest = new Map<string, number>();
  for (const facts of all) {
    const currency = facts.deal?.currency ?? '';
    largest.set(currency, Math.max(largest.get(currency) ?? 0, weighted(facts) ?? 0));
  }
  const at = new Map(all.map((facts) => [facts.id, facts.at ?? 0]));
  return all
    .map((facts): Stake => {
      const reasons = reasonsOf(facts, largest);
      return { id: facts.id, reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) };
    })
    .sort(
      (a, b) => b.points - a.points || (at.get(b.id) ?? 0) - (at.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
    );
}
