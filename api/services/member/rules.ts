import type { InStatement } from '@libsql/client';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Asker } from '../device/list.ts';

/** Conditions on a row of `membership`, decided in the statement itself so that two changes at once cannot slip by. */
export const allowedSql = `(:asker = 'owner' OR (:asker = 'admin' AND role <> 'owner'))`;

export const lastOwnerSql = `(role = 'owner' AND (SELECT count(*) FROM membership o WHERE o.workspace_id = :workspaceId
AND o.role = 'owner' AND o.removed_at IS NULL) = 1)`;

/** What a refused change of a membership is told: an owner could only have met the last owner. */
export const refusalOf = (asker: Asker): CodedError =>
  new CodedError(asker.role === 'owner' ? 'member.last_owner' : 'auth.forbidden');

/** Links that somebody handed out are worth no more than their right to: else a removed admin lets themselves in again. */
export const endInvitationsOf = (args: { workspaceId: Id; userId: Id; at: number }): InStatement => ({
  sql: `UPDATE invitation SET revoked_at = :at WHERE workspace_id = :workspaceId AND created_by = :userId
AND used_at IS NULL AND revoked_at IS NULL AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.workspace_id = :workspaceId
  AND m.user_id = :userId AND m.removed_at IS NULL AND m.role IN ('owner', 'admin'))`,
  args,
});
