import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import { renameMember } from '../member/rename.ts';
import type { Auth } from './auth.ts';

/** A new name, on these pages and for colleagues in every workspace that knew the old one. */
export async function changeName(
  world: World,
  { userId, was, name, email }: { userId: Id; was: string; name: string; email: string },
): Promise<void> {
  await world.directory.execute('UPDATE user SET name = ?, updated_at = ? WHERE id = ?', [
    name,
    world.now(),
    userId,
  ]);
  await renameMember(world, { userId, was, name, email });
}

/** That it is still the person who signed in: their password, once more. */
export async function assertPassword(
  world: World,
  auth: Auth,
  { userId, present }: { userId: Id; present: string },
): Promise<string> {
  const { rows } = await world.directory.execute('SELECT password FROM account WHERE user_id = ?', [userId]);
  const known = rows[0]?.password;
  if (typeof known !== 'string' || !(await auth.verify(present, known))) throw new CodedError('auth.refused');
  return known;
}

/** Who knows the present password sets another one; every session ends, of which the caller makes a new one. */
export async function changePassword(
  world: World,
  auth: Auth,
  { userId, present, password }: { userId: Id; present: string; password: string },
): Promise<void> {
  const known = await assertPassword(world, auth, { userId, present });
  const stored = await auth.hash(password);
  await world.directory.batch([
    {
      sql: 'UPDATE account SET password = ?, updated_at = ? WHERE user_id = ? AND password = ?',
      args: [stored, world.now(), userId, known],
    },
    { sql: 'DELETE FROM session WHERE user_id = ?', args: [userId] },
    {
      sql: 'UPDATE one_time_link SET used_at = ? WHERE user_id = ? AND used_at IS NULL',
      args: [world.now(), userId],
    },
  ]);
}
