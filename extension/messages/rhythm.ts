import type { Rhythm } from '../../shared/domain/rhythm/rhythm.ts';
import type { Instant } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';

/** An open deal against deals that were won. */
export type DealPace = {
  id: Id;
  title: string;
  amountMinor: number | null;
  currency: string | null;
  stage: string;
  since: Instant;
  /** How long won deals stood in this stage; null: none is known to have. */
  won: { deals: number; medianMs: number } | null;
};

export type RhythmView = {
  rhythm: Rhythm;
  /** The largest open deal. */
  deal: DealPace | null;
  /** When the server told of the year; null: only what this browser keeps is counted. */
  asOf: Instant | null;
};

export type RhythmCalls = {
  /** null: it is not there, or nothing was ever logged. */
  rhythm: { in: { noun: 'contact' | 'company' | 'deal'; id: Id }; out: RhythmView | null };
};
