import type { ErrorCode } from '../../../shared/kit/error.ts';

const unknown: ErrorCode = 'exclusion.unknown';
const forbidden: ErrorCode = 'role.forbidden';

/** Guard: somebody else's own rule is as unknown as a made-up one. [A6] */
export const mineOrShared = `CASE WHEN NOT EXISTS (SELECT 1 FROM exclusion r WHERE r.id = :id AND (r.private_to IS NULL OR r.private_to = :by)) THEN '${unknown}' END`;

const administers = `EXISTS (SELECT 1 FROM member WHERE id = :by AND role IN ('owner', 'admin'))`;
/** Guard: what holds for the team is its owners' and admins' to say. [X1] */
export const forTeam = `CASE WHEN NOT ${administers} THEN '${forbidden}' END`;
/** Guard: the same, where the row says whose it is. */
export const mayRemove = `CASE WHEN EXISTS (SELECT 1 FROM exclusion r WHERE r.id = :id AND r.private_to IS NULL) AND NOT ${administers} THEN '${forbidden}' END`;
