import type { Field } from '../../shared/domain/view/fields.ts';
import type { ListNoun, ListQuery } from '../../shared/domain/view/query.ts';
import type { Asked, FieldValue } from '../../shared/domain/view/rule.ts';
import { foldText } from '../../shared/kit/fold.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Around } from './around.ts';
import { matchOf } from './match.ts';
import { newOrder, type Order } from './order.ts';
import { readerOf } from './read.ts';
import type { Records } from './record.ts';
import { type SortKey, sortKey } from './sort-key.ts';

/** The tables at one moment, and who looks at them. */
export type Look<N extends ListNoun = ListNoun> = {
  noun: N;
  around: Around;
  fields: ReadonlyMap<string, Field>;
  asked: Asked;
  locale: string;
  /** Rises with stages, pipelines, members and own fields. */
  few: number;
  lastVersion: number;
};

const mostOrders = 6;
const mostResults = 4;
const mostFolded = 150_000;

export const rowsOf = <N extends ListNoun>({ noun, around }: Look<N>): readonly (Records[N] | undefined)[] =>
  around.tables[noun].rows;

export const personName = (id: Id, { members, tables }: Around): string | null =>
  members.get(id)?.name ?? tables.contact.get(id)?.name ?? null;

/** By which text a value is ordered, and named. */
export function textOf(value: FieldValue, field: Field, around: Around): string | null {
  if (typeof value === 'string') return (field.kind === 'person' ? personName(value, around) : value) || null;
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value[0] : null;
  return typeof value === 'object' && value !== null && 'text' in value ? value.text || null : null;
}

/** What an order reads of other tables than its own. */
function foreignOf(
  fields: readonly string[],
  { around: { tables }, locale, few, lastVersion }: Look,
): string {
  const read = new Set(fields);
  const versions: (string | number)[] = [few, locale];
  if (read.has('company')) versions.push(tables.company.version);
  if (read.has('contact') || read.has('people')) versions.push(tables.contact.version);
  if (read.has('deal') || read.has('openDeals') || read.has('openAmount')) versions.push(tables.deal.version);
  if (read.has('nextTask')) versions.push(tables.task.version);
  if (read.has('lastContact')) versions.push(lastVersion);
  return versions.join();
}

/** Keeps the newest of what was worked out, by name. */
function keeping<T>(most: number) {
  const kept = new Map<string, T>();
  return {
    clear: () => kept.clear(),
    of: (name: string, make: () => T): T => {
      const known = kept.get(name) ?? make();
      kept.delete(name);
      kept.set(name, known);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return known;
    },
  };
}

/** Works out which rows a query lists and in which order; both are kept until what they were made of changes. */
export function looking() {
  const orders = keeping<Order>(mostOrders);
  const results = keeping<Uint32Array>(mostResults);
  let folded = new Map<string, string>();
  /** What the readers of kept orders see. */
  let live: Look | null = null;

  /** Han names take a microsecond each to fold, and are asked for with every letter that somebody types. */
  function fold(text: string): string {
    const known = folded.get(text);
    if (known !== undefined) return known;
    const made = foldText(text);
    if (made.charCodeAt(0) > 0x7f && folded.size < mostFolded) folded.set(text, made);
    return made;
  }

  function keysOf(sort: ListQuery['sort'], noun: ListNoun): SortKey[] {
    const look = live as Look;
    return sort.flatMap(({ field: name, descending }) => {
      const field = look.fields.get(name);
      const read = field && readerOf(noun, name, field.kind);
      if (!field || !read) return [];
      const ofSlot = (slot: number): FieldValue => {
        const now = live as Look;
        const row = now.around.tables[noun].rows[slot];
        return row ? read(row as never, now.around) : null;
      };
      const ofValue = (value: FieldValue) => textOf(value, field, (live as Look).around);
      const size = look.around.tables[noun].rows.length;
      return [sortKey(field, ofSlot, ofValue, size, descending, look.locale)];
    });
  }

  function ordered<N extends ListNoun>(sort: ListQuery['sort'], { noun, around }: Look<N>): Uint32Array {
    const names = sort.map(({ field }) => field);
    const make = () =>
      newOrder(
        around.tables[noun] as never,
        () => keysOf(sort, noun),
        () => foreignOf(names, live as Look),
      );
    return orders.of(`${noun} ${JSON.stringify(sort)}`, make).slots();
  }

  function matching<N extends ListNoun>(query: ListQuery, look: Look<N>): Uint32Array {
    const order = ordered(query.sort, look);
    const match = matchOf(look.noun, query, look.fields, look.around, look.asked, fold);
    if (!match) return order;
    const rows = rowsOf(look);
    const found = new Uint32Array(order.length);
    let count = 0;
    for (const slot of order) {
      const row = rows[slot];
      if (row && match(row)) found[count++] = slot;
    }
    return found.slice(0, count);
  }

  return {
    /** Slots of the rows that a query lists, in its order. */
    slots: <N extends ListNoun>(query: ListQuery, look: Look<N>): Uint32Array => {
      live = look as unknown as Look;
      const { contact, company, deal, task } = look.around.tables;
      const versions = [
        contact.version,
        company.version,
        deal.version,
        task.version,
        look.lastVersion,
        look.few,
      ];
      const { sort, filters, text, noun } = query;
      const name = JSON.stringify([noun, sort, filters, text, versions, look.asked.today, look.locale]);
      return results.of(name, () => matching(query, look));
    },
    clear: (): void => {
      orders.clear();
      results.clear();
      folded = new Map();
      live = null;
    },
  };
}
