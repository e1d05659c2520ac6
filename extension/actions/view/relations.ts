import type { PartyRole, Relation, RelationNoun } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Related } from '../../messages/state.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { startingWith } from '../../mirror/store.ts';

type End = { name: string; detail: string | null; role: PartyRole | null };

async function endOf(mirror: Mirror, noun: RelationNoun, id: Id): Promise<(End & { id: Id }) | null> {
  if (noun === 'deal') {
    const deal = await mirror.get('deal', id);
    return deal ? { id, name: deal.title, detail: null, role: null } : null;
  }
  const row = await mirror.get(noun, id);
  if (!row) return null;
  // A row that turned out to be another one is that one.
  if (row.mergedInto && row.mergedInto !== id) return endOf(mirror, noun, row.mergedInto);
  const detail = 'title' in row ? row.title : (row.domains[0] ?? null);
  return { id, name: row.name, detail, role: row.role };
}

/**
 * How a row, with those that turned out to be it, stands to others, from both ends, the oldest first. An end
 * that is not here (removed, or private to a colleague) is not shown.
 */
export async function relationsOf(mirror: Mirror, group: readonly Id[]): Promise<Related[]> {
  const tagged: Relation[][] = await Promise.all(
    group.map((id) => mirror.tagged('relation', startingWith(`relation/of/${id}/`))),
  );
  // Between two that are one there is none.
  const found = [...new Map(tagged.flat().map((each) => [each.id, each])).values()].filter(
    ({ fromId, toId }) => !(group.includes(fromId) && group.includes(toId)),
  );
  const related = await Promise.all(
    found.map(async (relation): Promise<Related | null> => {
      const outward = group.includes(relation.fromId);
      const noun = outward ? relation.toNoun : relation.fromNoun;
      const end = await endOf(mirror, noun, outward ? relation.toId : relation.fromId);
      return end && { relation, outward, noun, ...end };
    }),
  );
  return related
    .filter((each) => each !== null)
    .sort((a, b) => a.relation.createdAt - b.relation.createdAt || (a.relation.id < b.relation.id ? -1 : 1));
}
