import type { ErrorCode } from '../../../shared/kit/error.ts';

const unknown: ErrorCode = 'view.unknown';

/** Guard: somebody else's own view is as unknown as a made-up one. [A6] */
export const mineOrShared = `CASE WHEN NOT EXISTS (SELECT 1 FROM view r WHERE r.id = :id AND (r.private_to IS NULL OR r.private_to = :by)) THEN '${unknown}' END`;
