import type { ErrorCode } from '../../../shared/kit/error.ts';

const unknown: ErrorCode = 'view.unknown';
const forbidden: ErrorCode = 'role.forbidden';

/** Guard: somebody else's own view is as unknown as a made-up one. [A6] */
export const mineOrShared = `CASE WHEN NOT EXISTS (SELECT 1 FROM view r WHERE r.id = :id AND (r.private_to IS NULL OR r.private_to = :by)) THEN '${unknown}' END`;

const made = 'EXISTS (SELECT 1 FROM view r WHERE r.id = :id AND r.created_by IS :by)';

/** Guard: a shared view is changed by whoever made it, or by whoever may administer. [Q1] */
export const mayChange = `CASE WHEN NOT ${made} AND NOT EXISTS (SELECT 1 FROM member WHERE id = :by AND role IN ('owner', 'admin')) THEN '${forbidden}' END`;

/** Guard: nobody takes another's view from the team for themselves. [Q1] */
export const mayHide = `CASE WHEN NOT ${made} THEN '${forbidden}' END`;
