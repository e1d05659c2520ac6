import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';

export type Owner = { id: Id; name: string; email: string | null };

/** The first user of the server: its owner, until there are accounts. */
export async function findOwner({ directory }: World): Promise<Owner | null> {
  const { rows } = await directory.execute(
    'SELECT id, name, email FROM user ORDER BY created_at, id LIMIT 1',
  );
  return (rows[0] as unknown as Owner | undefined) ?? null;
}
