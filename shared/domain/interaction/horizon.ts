import type { Interaction, Noun, Rows } from '../rows.ts';

/**
 * How much of the past a mirror keeps in full: everything of the last days, and the newest entries of each contact,
 * company and deal. Tasks done longer ago are not kept. [D9]
 */
export const horizon = { days: 90, newest: 30 } as const;

export const horizonSince = (now: number): number => now - horizon.days * 86_400_000;

/**
 * What is told of an interaction beyond the horizon: enough to say that a mail is logged, by whom and to what. Those
 * that are private to somebody are few, and are always told as they are.
 */
export type Beyond = Pick<
  Interaction,
  | 'id'
  | 'createdAt'
  | 'createdBy'
  | 'updatedAt'
  | 'deletedAt'
  | 'occurredAt'
  | 'loggedBy'
  | 'loggedAt'
  | 'bodyState'
  | 'contactIds'
  | 'companyId'
  | 'dealId'
  | 'moreDealIds'
  | 'fingerprint'
  | 'joinedInto'
> & { privateTo: null; beyond: true };

export const isBeyond = (row: Rows[Noun] | Beyond): row is Beyond => 'beyond' in row && row.beyond === true;

/** What stays of an interaction that is no longer kept in full. */
export const toBeyond = (row: Interaction): Beyond => ({
  id: row.id,
  createdAt: row.createdAt,
  createdBy: row.createdBy,
  updatedAt: row.updatedAt,
  deletedAt: row.deletedAt,
  privateTo: null,
  beyond: true,
  occurredAt: row.occurredAt,
  loggedBy: row.loggedBy,
  loggedAt: row.loggedAt,
  bodyState: row.bodyState,
  contactIds: row.contactIds,
  companyId: row.companyId,
  dealId: row.dealId,
  moreDealIds: row.moreDealIds ?? [],
  fingerprint: row.fingerprint,
  joinedInto: row.joinedInto,
});
