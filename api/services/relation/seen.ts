import type { ErrorCode } from '../../../shared/kit/error.ts';

const unknown: ErrorCode = 'relation.unknown';
const hidden = (end: string) =>
  `EXISTS (SELECT 1 FROM contact h WHERE h.id = r.${end} AND h.private_to <> :by)`;

/** Guard: one that touches a colleague's own contact is as unknown as a made-up one. [A6] */
export const seenRelation = `CASE WHEN NOT EXISTS (SELECT 1 FROM relation r WHERE r.id = :id AND NOT ${hidden('from_id')} AND NOT ${hidden('to_id')}) THEN '${unknown}' END`;
