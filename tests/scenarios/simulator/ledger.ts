import { idsIn, kindOf, rowIn } from '../../../extension/mirror/shard-text.ts';
import { tables as allTables } from '../../../extension/mirror/store.ts';
import type { OutboxEntry } from '../../../extension/outbox/entry.ts';
import type { Intended } from '../../../extension/outbox/outbox.ts';
import type { Client } from './client.ts';
import type { MemoryDb } from './database.ts';
import { peek, peekAll } from './disk.ts';
import { privateTexts, rowsOf, visibleTo } from './truth.ts';

/** What was said to be saved, and all that must hold of it. */
export type Ledger = {
  saved(client: Client, intended: readonly Intended[], last: number): void;
  /** The user let a parked one go. */
  discarded(client: Client, entry: OutboxEntry): void;
  /** A place that a client stored: within an epoch it never goes back. */
  placed(client: Client): void;
  /** The server has gone back to an older copy: what a lost database alone had kept is gone with it. */
  restored(): void;
  /** A client's IndexedDB is lost: of what was settled nothing is left here that could be sent again. */
  lost(client: Client): void;
  /** After a healing: everything that has gone wrong, in words. */
  check(clients: readonly Client[], db: MemoryDb): string[];
  waiting(clients: readonly Client[]): number;
};

type Saved = { client: Client; intended: Intended; gone: boolean; fragile: boolean };
type Place = { epoch: string | null; cursor: number };

export const entriesOn = (client: Client): OutboxEntry[] =>
  peekAll(client.disk, 'outbox')
    .filter(({ key }) => !/^(sent|load|refs)\//.test(key))
    .map(({ value }) => wholeOn(client, value as OutboxEntry));
/** An entry together with the rows that stand beside it. */
function wholeOn(client: Client, entry: OutboxEntry): OutboxEntry {
  if (typeof entry.load !== 'number') return entry;
  const rows = peek(client.disk, 'outbox', `load/${String(entry.load).padStart(12, '0')}`) as object;
  const input = { ...entry.mutation.input, ...rows };
  return { ...entry, mutation: { ...entry.mutation, input } as OutboxEntry['mutation'] };
}
const unsettled = (client: Client): OutboxEntry[] =>
  entriesOn(client).filter(({ state }) => state === 'waiting' || state === 'confirmed');

export function openLedger(fault: (text: string) => void): Ledger {
  const all: Saved[] = [];
  const places = new Map<Client, Place>();

  return {
    saved: (client, intended, last) => {
      intended.forEach((each, i) => {
        const number = last - intended.length + 1 + i;
        all.push({ client, intended: each, gone: false, fragile: false });
        const onDisk = peekAll(client.disk, 'outbox').some(
          ({ key, value }) =>
            !/^(load|refs)\//.test(key) &&
            textOf(wholeOn(client, value as OutboxEntry).mutation) === textOf(each),
        );
        if (!onDisk)
          fault(
            `[M3] ${client.name} said that ${each.verb} ${number} is saved, and its disk has nothing of it`,
          );
      });
    },
    discarded: (client, entry) => {
      const text = textOf(entry.mutation);
      const found = all.find(
        (each) => each.client === client && !each.gone && textOf(each.intended) === text,
      );
      if (found) found.gone = true;
    },
    placed: (client) => {
      const place = peek(client.disk, 'meta', 'place') as Place | undefined;
      if (!place) return;
      const before = places.get(client);
      if (before && before.epoch === place.epoch && place.cursor < before.cursor)
        fault(`[C1] ${client.name} went back from ${before.cursor} to ${place.cursor}`);
      places.set(client, { epoch: place.epoch, cursor: place.cursor });
    },
    restored: () => {
      for (const saved of all) saved.gone ||= saved.fragile;
    },
    lost: (client) => {
      for (const saved of all)
        if (saved.client === client) {
          saved.fragile = true;
          // Of a part of an import no copy is kept: its file is there still. [S1]
          saved.gone ||= saved.intended.verb === 'import.rows';
        }
      places.delete(client);
    },
    waiting: (clients) => clients.reduce((sum, client) => sum + unsettled(client).length, 0),
    check: (clients, db) => {
      const wrong: string[] = [];
      for (const client of clients) {
        if (client.device === null) {
          wrong.push(...remains(client));
          for (const saved of all) saved.gone ||= saved.client === client;
          continue;
        }
        const left = unsettled(client);
        // What has not arrived makes everything else differ too.
        if (left.length > 0) {
          wrong.push(
            `[P8] ${client.name} still has ${left.length} unsettled, first ${left[0]?.mutation.number} ${left[0]?.mutation.verb} (${left[0]?.state})`,
          );
          continue;
        }
        wrong.push(...differences(client, visibleTo(db, client.member)), ...leaks(client, clients, db));
      }
      if (wrong.length > 0) return wrong;
      wrong.push(...inconsistencies(db));
      return wrong.length > 0 ? wrong : effects(all, clients, db);
    },
  };
}

const textOf = ({ verb, input }: { verb: string; input: unknown }): string => `${verb} ${canonical(input)}`;

/** What a removed member's browser still has. [K4] */
function remains(client: Client): string[] {
  const rows = ['row', 'shard', 'search', 'base', 'outbox', 'keys'] as const;
  const left = rows.flatMap((table) => peekAll(client.disk, table).map(({ key }) => `${table}/${key}`));
  left.push(...client.spare.keys());
  return left.length > 0 ? [`[K4] ${client.name} was removed and keeps ${left.slice(0, 5).join(', ')}`] : [];
}

/** Texts of others' private rows anywhere on a disk, the copies beside it included. [D8] */
function leaks(client: Client, clients: readonly Client[], db: MemoryDb): string[] {
  const own = new Set(clients.filter(({ member }) => member === client.member).map(({ name }) => name));
  const texts = privateTexts(db, client.member).filter((text) => !own.has(text.slice(text.indexOf('-') + 1)));
  if (texts.length === 0) return [];
  const textIn = (tables: readonly (typeof allTables)[number][], ...more: unknown[]): string =>
    JSON.stringify([tables.map((table) => peekAll(client.disk, table)), more], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  const [everywhere, mirrored] = [
    textIn(allTables, ...client.spare),
    textIn(allTables.filter((table) => table !== 'outbox')),
  ];
  const chosen = choices(client);
  const found = texts.find((text) => (chosen.has(text) ? mirrored : everywhere).includes(text));
  return found ? [`[D8] ${client.name} keeps the private text ${found}`] : [];
}

/** What a member chose in merges while they saw it: it is part of what they did, and stays with it. [D8] */
function choices(client: Client): Set<unknown> {
  const own = peekAll(client.disk, 'outbox').flatMap(({ key, value }) =>
    /^(load|refs)\//.test(key) ? [] : [(value as OutboxEntry).mutation],
  );
  return new Set(
    own.flatMap((each) =>
      each.verb === 'contact.merge' || each.verb === 'company.merge' ? textsOf(each.input.fields) : [],
    ),
  );
}

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** Where a mirror and what its member may see are not the same. [D6] */
function differences(client: Client, truth: Map<string, Record<string, unknown>>): string[] {
  const wrong: string[] = [];
  const held = mirrorOf(client);
  for (const [key, row] of truth) {
    const mine = held.get(key);
    if (!mine) wrong.push(`[D6] ${client.name} lacks ${key}`);
    else {
      const [here, there] = [canonical(mine), canonical(row)];
      if (here !== there) wrong.push(`[D6] ${client.name} has another ${key}: ${apart(mine, row)}`);
    }
  }
  for (const key of held.keys()) if (!truth.has(key)) wrong.push(`[D4] ${client.name} still has ${key}`);
  return wrong;
}

/** Every row that a client's disk holds, by `noun/id`. */
export function mirrorOf(client: Client): Map<string, Record<string, unknown>> {
  const rows = new Map<string, Record<string, unknown>>();
  const take = (noun: string, row: Record<string, unknown>) => {
    const key = `${noun}/${String(row.id)}`;
    if (rows.has(key)) rows.set(`${key} twice`, row);
    rows.set(key, row);
  };
  for (const { key, value } of peekAll(client.disk, 'row'))
    take(key.slice(0, key.indexOf('/')), value as Record<string, unknown>);
  for (const { value } of peekAll(client.disk, 'shard')) {
    const shard = String(value);
    for (const id of idsIn(shard)) take(kindOf(shard), rowIn(shard, id) as Record<string, unknown>);
  }
  return rows;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
function apart(here: Record<string, unknown>, there: Record<string, unknown>): string {
  const names = new Set([...Object.keys(here), ...Object.keys(there)]);
  return [...names]
    .filter((name) => canonical(here[name]) !== canonical(there[name]))
    .map((name) => `${name} ${canonical(here[name])} for ${canonical(there[name])}`)
    .join(', ')
    .slice(0, 300);
}

/** What must hold between the server's tables, whoever did what. */
function inconsistencies(db: MemoryDb): string[] {
  const wrong: string[] = [];
  const none = (what: string, sql: string) => {
    const found = db.rows(sql);
    if (found.length > 0) wrong.push(`${what}: ${JSON.stringify(found.slice(0, 2)).slice(0, 300)}`);
  };
  none(
    '[U3] a key is held by an entry that is gone',
    `SELECT f.key, i.id FROM fingerprint f JOIN interaction i ON i.id = f.interaction_id
WHERE f.held = 1 AND (i.deleted_at IS NOT NULL OR i.joined_into IS NOT NULL)`,
  );
  // The last arrival is what stands. [P12] [M7]
  for (const [noun, table, fields] of standing)
    for (const [field, value] of fields)
      none(
        `[P12] ${noun}.${field} is not what arrived last`,
        `SELECT r.id, c.after, ${value} AS now FROM ${table} r JOIN change c ON c.id =
  (SELECT max(id) FROM change WHERE noun = '${noun}' AND row_id = r.id AND field = '${field}' AND state IS NULL)
WHERE c.after IS NOT ${value} LIMIT 2`,
      );
  none(
    '[M5] an edit stayed with a row that is another one',
    `SELECT c.id, c.field, r.id AS row FROM contact r JOIN change c ON c.noun = 'contact' AND c.row_id = r.id AND c.state IS NULL
WHERE r.merged_into IS NOT NULL AND c.field IN ('name', 'title', 'phone', 'address', 'own.colour', 'own.size')
  AND c.id > COALESCE((SELECT max(first_change) FROM merge m WHERE m.gone_id = r.id AND m.split_at IS NULL AND m.same_as IS NULL), 0)
  AND NOT EXISTS (SELECT 1 FROM merge s WHERE s.id = c.via)
  AND NOT EXISTS (SELECT 1 FROM import_part p WHERE c.id BETWEEN p.first_change AND p.last_change)`,
  );
  none(
    '[Z6] a promise is two tasks',
    `SELECT a.id, b.id AS other FROM task a JOIN task b ON b.id > a.id AND substr(b.promise_key, -32) = substr(a.promise_key, -32)
WHERE a.deleted_at IS NULL AND b.deleted_at IS NULL AND a.contact_id IS NULL AND b.contact_id IS NULL LIMIT 2`,
  );
  for (const [table, column, noun] of named)
    none(
      `[J1] ${table}.${column} names one that is another one`,
      `SELECT t.* FROM ${table} t JOIN ${noun} r ON r.id = t.${column} WHERE r.merged_into IS NOT NULL LIMIT 2`,
    );
  none(
    '[J1] one that is another one holds a key',
    `SELECT k.value FROM contact_key k JOIN contact r ON r.id = k.contact_id WHERE k.held = 1 AND r.merged_into IS NOT NULL
UNION ALL SELECT d.domain FROM company_domain d JOIN company r ON r.id = d.company_id WHERE d.held = 1 AND r.merged_into IS NOT NULL`,
  );
  for (const noun of ['contact', 'company'])
    none(
      '[J5] one that was split is still another one',
      `SELECT m.id FROM merge m JOIN ${noun} r ON r.id = m.gone_id WHERE m.split_at IS NOT NULL AND r.merged_into IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM merge o WHERE o.gone_id = r.id AND o.split_at IS NULL AND o.same_as IS NULL)`,
    );
  return wrong;
}
const named: [table: string, column: string, noun: 'contact' | 'company'][] = [
  ['interaction_contact', 'contact_id', 'contact'],
  ['deal_contact', 'contact_id', 'contact'],
  ['task', 'contact_id', 'contact'],
  ['relation', 'from_id', 'contact'],
  ['relation', 'to_id', 'contact'],
  ['contact', 'merged_into', 'contact'],
  ['contact', 'company_id', 'company'],
  ['deal', 'company_id', 'company'],
  ['interaction', 'company_id', 'company'],
  ['task', 'company_id', 'company'],
  ['relation', 'from_id', 'company'],
  ['relation', 'to_id', 'company'],
  ['company', 'merged_into', 'company'],
];
const standing: [noun: string, table: string, fields: [field: string, value: string][]][] = [
  [
    'contact',
    'contact',
    [
      ...['name', 'title', 'phone', 'address'].map((name): [string, string] => [name, `r.${name}`]),
      ...['colour', 'size'].map((name): [string, string] => [`own.${name}`, `(r.own ->> '${name}')`]),
    ],
  ],
  [
    'company',
    'company',
    [
      ['name', 'r.name'],
      ['city', 'r.city'],
    ],
  ],
  [
    'deal',
    'deal',
    [
      ['title', 'r.title'],
      ['need', 'r.need'],
    ],
  ],
  ['task', 'task', [['title', 'r.title']]],
  ['interaction', 'interaction', [['outcome', 'r.outcome']]],
];

type Change = {
  id: number;
  noun: string;
  row_id: string;
  field: string;
  before: unknown;
  after: unknown;
  state?: unknown;
  via?: unknown;
};
const isMerges = ({ via, field }: Change, merges: ReadonlySet<unknown>): boolean =>
  merges.has(via) && !aboutRows.has(field);

/** Every acknowledged mutation has one effect, or is parked with its text, or was let go. [P3] [P4] [P5] */
function effects(all: readonly Saved[], clients: readonly Client[], db: MemoryDb): string[] {
  const wrong: string[] = [];
  const changes = db.rows('SELECT * FROM change ORDER BY id') as unknown as Change[];
  // What an undo of an import sets back was typed before.
  const backs = db.rows(
    `SELECT max(p.first_change) AS first, max(p.last_change) AS last FROM import i JOIN import_part p ON p.import_id = i.id
WHERE i.undone_at IS NOT NULL GROUP BY i.id`,
  ) as unknown as { first: number; last: number }[];
  const isBack = ({ id, field }: Change) =>
    field !== 'removed' && backs.some(({ first, last }) => id >= first && id <= last);
  // What a merge chose and a split gave back was typed before, too.
  const merges = new Set(db.rows('SELECT id FROM merge').map(({ id }) => id));
  const done = changes.filter(
    (each) => each.state !== 'proposed' && !isBack(each) && !isMerges(each, merges),
  );
  const chosen = new Set(changes.filter((each) => isMerges(each, merges)).map(({ after }) => after));
  const byAfter = new Map<unknown, Change[]>();
  const byRow = new Map<string, Change[]>();
  for (const each of done) {
    if (!aboutRows.has(each.field)) byAfter.set(each.after, [...(byAfter.get(each.after) ?? []), each]);
    const key = `${each.noun}/${each.row_id}`;
    byRow.set(key, [...(byRow.get(key) ?? []), each]);
  }
  const parked = new Map<Client, Map<string, number>>();
  for (const client of clients) {
    const texts = new Map<string, number>();
    for (const { mutation, state, code } of entriesOn(client))
      if (state === 'parked') {
        texts.set(textOf(mutation), (texts.get(textOf(mutation)) ?? 0) + 1);
        if (code === 'server.unexpected') wrong.push(`a fault of ours refused ${textOf(mutation)}`);
      }
    parked.set(client, texts);
  }
  const fingerprints = new Set(db.rows('SELECT key FROM fingerprint').map(({ key }) => key));
  const contacts = rowsOf(db, 'contact');
  const companies = rowsOf(db, 'company');

  const removals = new Map<string, number>();
  const followed = new Map<string, number>();
  for (const saved of all) {
    const { client, intended, gone } = saved;
    if (gone) continue;
    const texts = parked.get(client);
    const text = textOf(intended);
    const isParked = (texts?.get(text) ?? 0) > 0;
    const times = (count: number, what: string) => {
      if (count > 1) wrong.push(`[P3] ${client.name}: ${what} was done ${count} times: ${text}`);
      else if (count === 1 && isParked)
        wrong.push(`[P5] ${client.name}: ${what} was done and is parked: ${text}`);
      else if (count === 0 && !isParked) wrong.push(`[P4] ${client.name}: ${what} is lost: ${text}`);
    };
    const { verb } = intended;
    const id = String((intended.input as { id?: unknown }).id);
    const firstsOf = (task: string) =>
      (byRow.get(`task/${task}`) ?? []).flatMap(({ field, after }) =>
        field === 'sameAs' ? [String(after)] : [],
      );
    const isDone = (task: string) =>
      (byRow.get(`task/${task}`) ?? []).some(({ field }) => field === 'doneAt');
    const added = (noun: string) =>
      (byRow.get(`${noun}/${id}`) ?? []).filter(({ field }) => field === 'added').length;
    switch (verb) {
      case 'contact.add':
        times(contacts.get(id)?.mergedInto ? 1 : added('contact'), 'the contact');
        break;
      case 'company.add':
        times(companies.get(id)?.mergedInto ? 1 : added('company'), 'the company');
        break;
      case 'deal.add':
        times(added('deal'), 'the deal');
        break;
      // A second task of a promise is the first, and what was written with it stands there or in the history. [Z6]
      case 'task.add': {
        const { title, promiseKey } = intended.input;
        const isTold = [...byAfter.keys()].some((after) => String(after).includes(title));
        if (added('task') > 0 || !promiseKey || !isTold) times(added('task'), 'the task');
        break;
      }
      case 'pipeline.add':
      case 'stage.add':
      case 'view.add':
      case 'logRule.add':
      case 'template.add':
      case 'file.add':
      case 'recipe.add':
      case 'exclusion.add':
      case 'distinction.add': {
        const noun = verb.slice(0, verb.indexOf('.'));
        times(added(noun), `the ${noun}`);
        break;
      }
      case 'import.rows': {
        const { contacts: people, companies: firms, interactions } = intended.input;
        const of = (noun: string, row: string) =>
          (byRow.get(`${noun}/${row}`) ?? []).filter(({ field }) => field === 'added').length;
        for (const { id: each } of people)
          times(contacts.get(each)?.mergedInto ? 1 : of('contact', each), 'an imported contact');
        for (const { id: each } of firms)
          times(companies.get(each)?.mergedInto ? 1 : of('company', each), 'an imported company');
        for (const { id: each, fingerprint } of interactions)
          if (of('interaction', each) !== 0 || !fingerprint.every((key) => fingerprints.has(key)))
            times(of('interaction', each), 'an imported entry');
        break;
      }
      // A second relation of a kind is the first, and what was written with it stands there or in the history.
      case 'relation.add': {
        const { note } = intended.input;
        const isTold = note !== null && [...byAfter.keys()].some((after) => String(after).includes(note));
        if (added('relation') > 0 || !isTold) times(added('relation'), 'the relation');
        break;
      }
      // A field of a key that is there already is that one.
      case 'ownField.add':
        if ((byRow.get(`ownField/${id}`) ?? []).length > 1) times(added('ownField'), 'the field');
        break;
      case 'interaction.log': {
        const keys = intended.input.fingerprint.filter((key) => !key.startsWith('dg:'));
        const own = added('interaction');
        if (own > 0 || keys.length === 0) times(own, 'the log');
        else {
          // Another entry stands for it and has learnt its keys (a separation may have parted them again); of a
          // private log it learns nothing. [A4]
          const { private: hidden } = intended.input;
          const learnt = keys[hidden ? 'some' : 'every']((key) => fingerprints.has(key));
          if (!learnt) times(0, 'the log');
        }
        break;
      }
      case 'contact.edit':
      case 'company.edit':
      case 'deal.edit':
      case 'task.edit':
      case 'pipeline.edit':
      case 'stage.edit':
      case 'ownField.edit':
      case 'relation.edit':
      case 'view.edit':
      case 'template.edit':
      case 'interaction.edit': {
        for (const [field, value] of typed(intended.input.fields)) {
          const written = (byAfter.get(value) ?? []).length;
          // A merge may have brought it before it came a second time, after a restore: it stands, and changed nothing.
          if (written > 0 || !chosen.has(value)) times(written, field);
        }
        break;
      }
      case 'contact.addKey': {
        const { kind, value } = intended.input.key;
        if (value.startsWith('t')) times((byAfter.get(`${kind}:${value}`) ?? []).length, 'the key');
        break;
      }
      case 'deal.close':
        if (intended.input.lostReason)
          times((byAfter.get(intended.input.lostReason) ?? []).length, 'the closing');
        break;
      case 'task.complete':
        // Of two who complete it the second changes nothing.
        if (![id, ...firstsOf(id)].some((each) => isDone(each))) times(0, 'the completion');
        if (intended.input.next && byRow.has(`task/${intended.input.next.id}`))
          followed.set(id, (followed.get(id) ?? 0) + 1);
        break;
      case 'interaction.undo':
      case 'contact.remove':
      case 'company.remove':
      case 'deal.remove':
      case 'task.remove':
      case 'pipeline.remove':
      case 'stage.remove':
      case 'ownField.remove':
      case 'relation.remove':
      case 'view.remove':
      case 'logRule.remove':
      case 'template.remove':
      case 'file.remove':
      case 'recipe.remove':
      case 'exclusion.remove':
      case 'distinction.remove': {
        const noun = verb.slice(0, verb.indexOf('.'));
        const key = `${noun}/${id}`;
        removals.set(key, (removals.get(key) ?? 0) + 1);
        const removed = (byRow.get(key) ?? []).filter(({ field }) => field === 'removed').length;
        // Whoever takes back the second leaves the first. [Z7]
        if (verb === 'task.remove' && added('task') === 0 && firstsOf(id).length > 0) break;
        if (removed === 0 && !isParked) wrong.push(`[P4] ${client.name}: the removal is lost: ${text}`);
        break;
      }
      default:
        break;
    }
  }
  for (const [id, count] of followed)
    if (count > 1) wrong.push(`[R1] task/${id} was followed ${count} times`);
  wrong.push(...twins(all, rowsOf(db, 'interaction'), byRow));
  // Nothing is taken away more often than somebody asked for it, and a removed row is removed once.
  for (const [key, changed] of byRow) {
    const gone = changed.filter(({ field }) => field === 'removed').length;
    const back = changed.filter(({ field }) => field === 'restored').length;
    if (gone > back + 1) wrong.push(`[P3] ${key} was removed ${gone} times`);
  }
  return wrong;
}

/** What the history says of whole rows, with their names for whoever reads it. */
const aboutRows = new Set(['added', 'removed', 'restored']);

/** Living entries of the workspace that are one mail by a certain key, and were not taken apart by hand. [U1] */
function twins(
  all: readonly Saved[],
  rows: Map<string, Record<string, unknown>>,
  byRow: Map<string, Change[]>,
): string[] {
  const byKey = new Map<string, Set<string>>();
  for (const { intended } of all) {
    if (intended.verb !== 'interaction.log') continue;
    const { id, fingerprint } = intended.input;
    const row = rows.get(id);
    if (!row || row.deletedAt !== null || row.joinedInto !== null || row.privateTo !== null) continue;
    const moved = (byRow.get(`interaction/${id}`) ?? []).some(({ field }) =>
      ['joinedInto', 'privateTo'].includes(field),
    );
    if (moved) continue;
    for (const key of fingerprint.filter((key) => !key.startsWith('dg:')))
      byKey.set(key, (byKey.get(key) ?? new Set()).add(id));
  }
  return [...byKey].flatMap(([key, ids]) =>
    ids.size > 1 ? [`[U1] ${key} is ${ids.size} entries: ${[...ids].join(', ')}`] : [],
  );
}

/** The texts of an edit that nobody else types. */
function typed(fields: object): [string, unknown][] {
  return Object.entries(fields).flatMap(([field, value]): [string, unknown][] => {
    if (typeof value === 'string') return [[field, value]];
    if (field === 'own') return Object.entries(value as object);
    if (field === 'domains') return (value as string[]).map((each) => [field, each]);
    return [];
  });
}
