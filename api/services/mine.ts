import type { ErrorCode } from '../../shared/kit/error.ts';
import { tableByNoun } from '../db/workspace/row.ts';

const forbidden: ErrorCode = 'role.forbidden';

/** Guards of a noun whose rows are one's own, or the team's in the care of whoever made them. */
export function mineOf(noun: 'view' | 'template' | 'logRule', unknown: ErrorCode) {
  const table = tableByNoun[noun];
  const made = `EXISTS (SELECT 1 FROM ${table} r WHERE r.id = :id AND r.created_by IS :by)`;
  return {
    /** Somebody else's own one is as unknown as a made-up one. [A6] */
    mineOrShared: `CASE WHEN NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.id = :id AND (r.private_to IS NULL OR r.private_to = :by)) THEN '${unknown}' END`,
    /** A shared one is changed by whoever made it, or by whoever may administer. [Q1] */
    mayChange: `CASE WHEN NOT ${made} AND NOT EXISTS (SELECT 1 FROM member WHERE id = :by AND role IN ('owner', 'admin')) THEN '${forbidden}' END`,
    /** Nobody takes another's from the team for themselves. [Q1] */
    mayHide: `CASE WHEN NOT ${made} THEN '${forbidden}' END`,
  };
}
