import type { InStatement, InValue } from '@libsql/client';
import type { Id } from '../../../shared/kit/id.ts';
import { argsOf } from '../plan.ts';

/** Length alone: rules about kinds of characters make passwords worse. */
export const passwordLength = { least: 10, most: 128 } as const;

type Credential = { userId: Id; accountId: Id; stored: string; at: number };

/** Makes a password the way to sign in for a user who is there and has none, where a condition holds. */
export function credentialOf(
  given: Credential,
  when: { sql: string; args: Record<string, InValue> },
): InStatement {
  const sql = `INSERT INTO account (id, user_id, provider_id, account_id, password, created_at, updated_at)
SELECT :accountId, id, 'credential', id, :stored, :at, :at FROM user WHERE id = :userId
AND NOT EXISTS (SELECT 1 FROM account WHERE user_id = :userId) AND ${when.sql}`;
  return { sql, args: argsOf(sql, { ...when.args, ...given }) };
}
