import type { Id } from '../kit/id.ts';
import type { Instant, Origin } from './rows.ts';

/** What every new row starts with. */
export const newBase = (id: Id, at: Instant, by: Id | null) => ({
  id,
  createdAt: at,
  createdBy: by,
  updatedAt: at,
  deletedAt: null,
});

export const noOrigin: Origin = { channel: null, page: null, campaign: null, referrer: null };
