import type { Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from './mirror.ts';
import { aliasKey } from './nouns.ts';

type Party = 'contact' | 'company';
/** Nobody was merged more often in turn. */
const deepest = 20;

/**
 * A row and those that turned out to be it, itself first. Rows that name one of them name it: the server writes its id
 * into them, and until that has come they are found so. [J8]
 */
export async function groupOf(mirror: Pick<Mirror, 'candidates'>, noun: Party, id: Id): Promise<Id[]> {
  const group = new Set<Id>([id]);
  let last: Id[] = [id];
  while (last.length > 0) {
    const found: Rows[Party][] = await mirror.candidates(noun, last.map(aliasKey));
    last = found.flatMap((row) =>
      row.mergedInto !== null && group.has(row.mergedInto) && !group.has(row.id) ? [row.id] : [],
    );
    for (const each of last) group.add(each);
  }
  return [...group];
}

/** The row that somebody is by now. */
export async function followed<N extends Party>(
  mirror: Pick<Mirror, 'get'>,
  noun: N,
  id: Id,
): Promise<Rows[N] | undefined> {
  let row = await mirror.get(noun, id);
  for (let i = 0; i < deepest && row?.mergedInto && row.mergedInto !== row.id; i++) {
    const next = await mirror.get(noun, row.mergedInto);
    if (!next) return row;
    row = next;
  }
  return row;
}
