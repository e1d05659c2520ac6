import { createHash } from 'node:crypto';
import type { InStatement } from '@libsql/client';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

/** Somebody who was erased: their rows by id, their identity keys as salted hashes. */
export type Erased = { contactIds: Id[]; keys: string[]; salt: string; at: number };

/** Whom a workspace has erased since an instant. */
export async function erasedSince(directory: Db, workspaceId: Id, since: number): Promise<Erased[]> {
  const { rows } = await directory.execute(
    'SELECT contact_ids AS contactIds, keys, salt, at FROM erasure WHERE workspace_id = ? AND at >= ? ORDER BY at, id',
    [workspaceId, since],
  );
  return rows.map((row) => ({
    contactIds: JSON.parse(String(row.contactIds)) as Id[],
    keys: JSON.parse(String(row.keys)) as string[],
    salt: String(row.salt),
    at: Number(row.at),
  }));
}

/** One salt a workspace, so that a key is hashed once however many were erased. */
export async function saltOf(directory: Db, workspaceId: Id, fresh: () => string): Promise<string> {
  const { rows } = await directory.execute('SELECT salt FROM erasure WHERE workspace_id = ? LIMIT 1', [
    workspaceId,
  ]);
  return rows[0] ? String(rows[0].salt) : fresh();
}

export const hashOfKey = (salt: string, { kind, value }: { kind: string; value: string }): string =>
  createHash('sha256').update(`${salt}:${kind}:${value}`).digest('base64url');

type Entry = Erased & { id: Id; workspaceId: Id; by: Id | null };

export const remember = ({ id, workspaceId, contactIds, keys, salt, at, by }: Entry): InStatement => ({
  sql: 'INSERT INTO erasure (id, workspace_id, contact_ids, keys, salt, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
  args: [id, workspaceId, JSON.stringify(contactIds), JSON.stringify(keys), salt, at, by],
});
