import type { Input } from '../../../shared/sync/mutation.ts';
import { touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { root } from './group.ts';

/** The entry, where the asking member sees that contact happened: with somebody whom they may see. */
const seen = `EXISTS (SELECT 1 FROM interaction r WHERE r.id = ${root} AND r.deleted_at IS NULL AND (r.private_to IS NULL OR r.private_to = :by
  OR EXISTS (SELECT 1 FROM interaction_contact l JOIN contact c ON c.id = l.contact_id WHERE l.interaction_id = r.id AND (c.private_to IS NULL OR c.private_to = :by))))`;

/** Asks whom an entry is private to, to be let in. Asking twice is asking once; whoever may read it need not ask. */
export function askAccess({ id }: Input<'interaction.askAccess'>): Plan {
  return {
    refuse: [`CASE WHEN NOT ${seen} THEN 'interaction.unknown' END`],
    already: `(SELECT r.id FROM interaction r WHERE r.id = ${root} AND (COALESCE(r.private_to, :by) = :by
  OR EXISTS (SELECT 1 FROM interaction_access g WHERE g.interaction_id = r.id AND g.member_id = :by)))`,
    effects: [
      `INSERT INTO interaction_access (interaction_id, member_id, state, at) SELECT ${root}, :by, 'asked', :at WHERE ${FRESH}`,
      touch('interaction', root, FRESH),
    ],
    args: { id },
  };
}
