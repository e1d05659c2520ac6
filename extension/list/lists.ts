import type { Day, Noun } from '../../shared/domain/rows.ts';
import { type Field, fieldsOf } from '../../shared/domain/view/fields.ts';
import type { ListNoun, ListQuery } from '../../shared/domain/view/query.ts';
import type { FieldValue } from '../../shared/domain/view/rule.ts';
import { instantOf } from '../../shared/kit/civil.ts';
import { foldText } from '../../shared/kit/fold.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { ListRow, ListStart, ListValue, ListWindow } from '../messages/list.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { type Around, derivedOf, type Tables } from './around.ts';
import { listContent } from './content.ts';
import { listHeads } from './head.ts';
import { lastContacts } from './last-contact.ts';
import { type Look, looking, personName, rowsOf, textOf } from './look.ts';
import { readerOf } from './read.ts';
import type { Records } from './record.ts';

export type ListParts = {
  mirror: Mirror;
  me(): Id | null;
  today(): Day;
  /** The user's, e.g. `Europe/Berlin`. */
  zone(): string;
  locale(): string;
  /** Calls back when nobody asked for as long as memory is worth keeping; the answer ends the wait. */
  whenIdle(drop: () => void): () => void;
  report(cause: unknown): void;
};

/** Lists of a workspace: tables in memory for as long as somebody looks, and what was shown last in the store. */
export type Lists = {
  start(noun: ListNoun): Promise<ListStart>;
  window(query: ListQuery, from: number, count: number): Promise<ListWindow>;
  /** All that match, in order. */
  ids(query: ListQuery): Promise<Id[]>;
  /** The rows that match, in order, as they are kept, and what they say by way of others. */
  rows<N extends ListNoun>(query: ListQuery & { noun: N }): Promise<{ rows: Records[N][]; around: Around }>;
  /** What rows say of a field, the commonest first. */
  values(noun: ListNoun, field: string, text: string): Promise<ListValue[]>;
  /** Rows that are kept in memory, and about how many bytes they take. */
  weight(): { rows: number; bytes: number };
};

/** On what a list of a noun depends. */
export const listedWith: Record<ListNoun, readonly Noun[]> = {
  contact: ['contact', 'company', 'deal', 'task', 'interaction', 'member', 'ownField', 'view'],
  company: ['company', 'contact', 'deal', 'task', 'interaction', 'member', 'ownField', 'view'],
  deal: [
    'deal',
    'company',
    'contact',
    'task',
    'interaction',
    'stage',
    'pipeline',
    'member',
    'ownField',
    'view',
  ],
  task: ['task', 'contact', 'company', 'deal', 'member', 'view'],
};
const few: ReadonlySet<Noun> = new Set(['stage', 'pipeline', 'member', 'ownField']);
const mostValues = 50;
const byId = <R extends { id: Id }>(rows: readonly R[]): Map<Id, R> =>
  new Map(rows.map((row) => [row.id, row]));

/** A party that is blocked, or a deal with one. */
function blockedOf(row: Records[ListNoun], { tables }: Around): Pick<ListRow, 'blocked'> {
  const party =
    'role' in row ? row : 'stageId' in row && row.companyId ? tables.company.get(row.companyId) : undefined;
  return party?.role === 'blocked' ? { blocked: party.roleReason ?? '' } : {};
}

export function openLists(parts: ListParts): Lists {
  const { mirror, report } = parts;
  const content = listContent(mirror);
  const last = lastContacts(mirror);
  const heads = listHeads(mirror);
  const work = looking();
  let derived: { of: Tables; now: ReturnType<typeof derivedOf> } | null = null;
  let stopWait = () => {};
  /** Rises with the nouns of few rows. */
  let fewVersion = 0;

  mirror.onChange((change) => {
    if (change.all || [...change.nouns].some((noun) => few.has(noun))) fewVersion++;
    content.changed(change);
    last.changed(change);
    heads.changed(change).catch(report);
  });

  function drop(): void {
    stopWait();
    content.drop();
    last.drop();
    work.clear();
    derived = null;
  }

  async function aroundNow(): Promise<Around> {
    stopWait();
    stopWait = parts.whenIdle(drop);
    const [stages, pipelines, members] = await Promise.all([
      mirror.all('stage'),
      mirror.all('pipeline'),
      mirror.all('member'),
    ]);
    const tables = await content.tables();
    if (derived?.of !== tables) {
      work.clear();
      derived = { of: tables, now: derivedOf(tables) };
    }
    return {
      tables,
      stages: byId(stages),
      pipelines: byId(pipelines),
      members: byId(members),
      ...derived.now(),
      lastContact: last.all(),
    };
  }

  const fieldsNow = async (noun: ListNoun): Promise<Field[]> => fieldsOf(noun, await mirror.all('ownField'));

  async function look<N extends ListNoun>(noun: N, query?: ListQuery): Promise<Look<N>> {
    const asks =
      query && [...query.sort, ...query.filters.flat()].some(({ field }) => field === 'lastContact');
    const fields = await fieldsNow(noun);
    if (asks) await last.whole();
    const around = await aroundNow();
    const startOf = (day: Day) => instantOf(day, 0, parts.zone());
    return {
      noun,
      around,
      fields: new Map(fields.map((field) => [field.name, field])),
      asked: { me: parts.me(), today: parts.today(), startOf },
      locale: parts.locale(),
      few: fewVersion,
      lastVersion: last.version,
    };
  }

  async function rows(query: ListQuery, seen: Look, slots: Uint32Array): Promise<ListRow[]> {
    const { noun } = query;
    const found = [...slots].flatMap((slot) => rowsOf(seen)[slot] ?? []);
    const shows = query.columns.some(({ field }) => field === 'lastContact');
    const lastContact =
      shows && noun !== 'task'
        ? await last.of(
            noun,
            found.map(({ id }) => id),
          )
        : seen.around.lastContact;
    const around = { ...seen.around, lastContact };
    const columns = query.columns.map(({ field: name }) => {
      const field = seen.fields.get(name);
      return { field, read: field ? readerOf(noun, name, field.kind) : null };
    });
    return found.map((row) => ({
      id: row.id,
      name: 'name' in row ? row.name : row.title,
      ...blockedOf(row, around),
      cells: columns.map(({ field, read }): FieldValue => {
        const value = read ? read(row as never, around) : null;
        // People are told by name: the page knows none but members.
        if (field?.kind !== 'person' || typeof value !== 'string') return value;
        return { id: value, text: personName(value, around) ?? '' };
      }),
    }));
  }

  return {
    start: async (noun) => {
      const [fields, members, views, head] = await Promise.all([
        fieldsNow(noun),
        mirror.all('member'),
        mirror.all('view'),
        heads.read(noun),
      ]);
      return {
        fields,
        members: members.map(({ id, name, role }) => ({ id, name, role })),
        me: parts.me(),
        views: views
          .filter((view) => view.noun === noun)
          .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)),
        last: head,
      };
    },
    window: async (query, from, count) => {
      const seen = await look(query.noun, query);
      const slots = work.slots(query, seen);
      const shown = slots.subarray(from, from + count);
      const window = { total: slots.length, from, rows: await rows(query, seen, shown) };
      if (from === 0 && query.text === '') heads.keep(query, window).catch(report);
      return window;
    },
    ids: async (query) => {
      const seen = await look(query.noun, query);
      return [...work.slots(query, seen)].flatMap((slot) => rowsOf(seen)[slot]?.id ?? []);
    },
    rows: async (query) => {
      const seen = await look(query.noun, query);
      const rows = rowsOf(seen);
      return {
        rows: [...work.slots(query, seen)].flatMap((slot) => rows[slot] ?? []),
        around: seen.around,
      };
    },
    values: async (noun, name, text) => {
      const seen = await look(noun);
      const field = seen.fields.get(name);
      const read = field && readerOf(noun, name, field.kind);
      if (!field || !read) return [];
      const needle = foldText(text.trim());
      const found = new Map<string, ListValue>();
      for (const row of rowsOf(seen)) {
        if (!row) continue;
        const value = read(row as never, seen.around);
        for (const each of Array.isArray(value) ? value : [value]) {
          if (each === null || typeof each === 'number' || (typeof each === 'object' && !('id' in each)))
            continue;
          const id = typeof each === 'string' ? each : each.id;
          const known = found.get(id);
          if (known) known.count++;
          else found.set(id, { value: id, text: textOf(each, field, seen.around) ?? id, count: 1 });
        }
      }
      return [...found.values()]
        .filter((each) => foldText(each.text).includes(needle))
        .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
        .slice(0, mostValues);
    },
    weight: () => content.weight(),
  };
}
