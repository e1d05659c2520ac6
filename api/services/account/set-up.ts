import { CodedError } from '../../../shared/kit/error.ts';
import { idFrom } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import { hashOfToken } from '../device/token.ts';
import { renameMember } from '../member/rename.ts';
import type { Auth } from './auth.ts';
import { openLinkSql } from './link.ts';
import { credentialOf } from './password.ts';
import { emailOf } from './user.ts';

/** Whether anybody can sign in yet. */
export async function isSetUp({ directory }: World): Promise<boolean> {
  return (await directory.execute('SELECT 1 FROM account LIMIT 1')).rows.length > 0;
}

type First = { code: string; name: string; email: string; password: string };

/**
 * The first person takes over the owner that the first start made, and everything that was done as it: same id, now
 * with a name, an e-mail address and a password. Possible once, by the link of that owner.
 */
export async function setUp(world: World, auth: Auth, { code, name, email, password }: First): Promise<void> {
  const { directory } = world;
  const hash = hashOfToken(code);
  const stored = await auth.hash(password);
  const at = world.now();
  const address = emailOf(email);
  const found = await directory.execute(
    `SELECT u.id, u.name FROM one_time_link l JOIN user u ON u.id = l.user_id WHERE l.hash = ?`,
    [hash],
  );
  if (await isSetUp(world)) throw new CodedError('setup.done');
  const row = found.rows[0];
  if (!row) throw new CodedError('link.expired');
  const userId = String(row.id);
  const accountId = idFrom(at, world.random(10));
  const args = { hash, kind: 'setup', at };
  const isOpen = `EXISTS (SELECT 1 FROM one_time_link WHERE ${openLinkSql}) AND NOT EXISTS (SELECT 1 FROM account)`;
  const results = await directory.batch([
    // Somebody whom a workspace names by this address cannot sign in with it, as nobody can yet.
    {
      sql: `UPDATE user SET email = NULL WHERE email = :address AND id <> :userId AND ${isOpen}`,
      args: { ...args, address, userId },
    },
    {
      sql: `UPDATE user SET name = :name, email = :address, updated_at = :at WHERE id = :userId AND ${isOpen}`,
      args: { ...args, name, address, userId },
    },
    credentialOf({ userId, accountId, stored, at }, { sql: isOpen, args }),
    { sql: `UPDATE one_time_link SET used_at = :at WHERE ${openLinkSql}`, args },
    { sql: 'SELECT 1 FROM account WHERE id = ?', args: [accountId] },
  ]);
  if (results[4]?.rows.length === 0) throw new CodedError('link.expired');
  await renameMember(world, { userId, was: String(row.name), name, email: address });
}
