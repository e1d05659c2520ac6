import type { Noun } from '../../shared/domain/rows.ts';
import { isListQuery, type ListNoun, type ListQuery } from '../../shared/domain/view/query.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { ListWindow } from '../messages/list.ts';
import type { Change } from '../mirror/change.ts';
import type { Mirror } from '../mirror/mirror.ts';

/** A screen of rows. */
const headRows = 60;
type Head = { query: ListQuery; window: ListWindow };
const keyOf = (noun: ListNoun): string => `list/${noun}`;

/** What each list showed last, in the store: it is on the screen before the tables are made. */
export function listHeads(mirror: Mirror) {
  /** As it stands in the store; null: there is none. */
  const known = new Map<ListNoun, Head | null>();

  async function read(noun: ListNoun): Promise<Head | null> {
    const here = known.get(noun);
    if (here !== undefined) return here;
    const kept = (await mirror.read((tx) => tx.get('meta', keyOf(noun)))) as Head | undefined;
    // An older release may have kept a query that this one cannot read.
    const head = kept && isListQuery(kept.query) ? kept : null;
    known.set(noun, head);
    return head;
  }
  async function write(head: Head): Promise<void> {
    const { noun } = head.query;
    const before = await read(noun);
    if (before && JSON.stringify(before) === JSON.stringify(head)) return;
    known.set(noun, head);
    await mirror.commit((tx) => tx.raw.put('meta', keyOf(noun), head));
  }

  return {
    read,
    keep: (query: ListQuery, window: ListWindow): Promise<void> =>
      write({ query, window: { ...window, rows: window.rows.slice(0, headRows) } }),
    /** Who was removed does not come back for a moment when the page is opened next. */
    changed: async (change: Change): Promise<void> => {
      if (change.emptied) return known.clear();
      for (const noun of ['contact', 'company', 'deal', 'task'] satisfies Noun[]) {
        if (!change.nouns.has(noun)) continue;
        const head = await read(noun);
        const named = (head?.window.rows ?? []).filter(
          ({ id }) => change.all || change.rows.has(`${noun}/${id}`),
        );
        const gone = new Set<Id>();
        for (const { id } of named) if (!(await mirror.get(noun, id))) gone.add(id);
        if (!head || gone.size === 0) continue;
        const rows = head.window.rows.filter(({ id }) => !gone.has(id));
        await write({ ...head, window: { ...head.window, rows, total: head.window.total - gone.size } });
      }
    },
  };
}
