import type { OwnFieldKind } from '../../../shared/domain/rows.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import type { Workspace, World } from '../context.ts';

export type NewOwnField = {
  noun: 'contact' | 'company' | 'deal';
  key: string;
  label: string;
  kind: OwnFieldKind;
  options: string[];
};

/** A field of the workspace's own. Defining the same key again changes its label and choices. */
export async function defineOwnField(world: World, here: Workspace, field: NewOwnField): Promise<void> {
  const at = world.now();
  const id: Id = idFrom(at, world.random(10));
  const named = `(SELECT id FROM own_field WHERE noun = :noun AND key = :key)`;
  const args = { id, at, ...field, options: JSON.stringify(field.options) };
  const { noun, key } = args;
  const statements = [
    {
      sql: `INSERT INTO own_field (id, created_at, updated_at, noun, key, label, kind, options, position)
SELECT :id, :at, :at, :noun, :key, :label, :kind, :options, COALESCE(max(position) + 1, 0) FROM own_field WHERE noun = :noun
ON CONFLICT (noun, key) DO UPDATE SET label = excluded.label, options = excluded.options, updated_at = excluded.updated_at, deleted_at = NULL`,
      args,
    },
    {
      sql: `INSERT INTO change (noun, row_id, field, before, after, at, by) SELECT 'ownField', ${named}, 'defined', NULL, :label, :at, NULL`,
      args: { noun, key, label: args.label, at },
    },
    {
      sql: `INSERT INTO feed (seq, noun, row_id) SELECT COALESCE(max(seq), 0) + 1, 'ownField', ${named} FROM feed WHERE true
ON CONFLICT (noun, row_id) DO UPDATE SET seq = excluded.seq`,
      args: { noun, key },
    },
  ];
  await here.writer.alone(() => here.db.batch(statements));
}
