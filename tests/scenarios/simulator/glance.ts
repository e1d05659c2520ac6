import type { OutboxEntry } from '../../../extension/outbox/entry.ts';
import type { Client } from './client.ts';
import type { MemoryDb } from './database.ts';
import { entriesOn, mirrorOf } from './ledger.ts';

/**
 * What must hold at every moment, not only after a healing: what one typed stays on one's screen until a later
 * arrival takes its place, and nothing is shown that nobody has. Looked at after every few commits.
 */
export type Glance = {
  at(client: Client, epoch: string): void;
  /** The server's history is another one now. */
  restored(): void;
  /** What was on this client's screen is gone for a while. */
  lost(client: Client): void;
};

type Row = Record<string, unknown>;

const every = 8;
const watched: Record<string, readonly string[]> = {
  contact: ['name', 'title', 'phone', 'address'],
  company: ['name', 'city'],
  deal: ['title', 'need'],
  task: ['title'],
  interaction: ['outcome'],
};

export function openGlance(db: MemoryDb, fault: (text: string) => void): Glance {
  /** Where in the server's order a text was set, by field and text. */
  const placed = new Map<string, { at: number; row: string; again: boolean }>();
  let read = 0;
  const shown = new Map<Client, { order: string | null; texts: Map<string, string> }>();

  const readOn = () => {
    for (const { id, row, field, after, again } of db.rows(
      'SELECT id, row_id AS row, field, after, via IN (SELECT id FROM merge) AS again FROM change WHERE id > ? AND state IS NULL',
      [read],
    )) {
      read = Number(id);
      const text = `${field} ${String(after)}`;
      // What a merge chose, a split or the undo of an import gave back was there before: of it order says nothing.
      placed.set(text, {
        at: read,
        row: String(row),
        again: again === 1 || placed.get(text)?.row === String(row),
      });
    }
  };

  const position = (field: string, text: string): { at: number; row: string; again: boolean } | undefined =>
    placed.get(`${field} ${text}`) ?? placed.get(`added ${text}`);
  /** Bodies of new entries and names of aliases stand in no history. */
  const unknown = (
    key: string,
    row: Row,
    field: string,
    text: string,
    waiting: Map<string, string>,
  ): boolean =>
    text.startsWith('t') &&
    field !== 'body' &&
    !row.mergedInto &&
    position(field, text) === undefined &&
    !waiting.has('split') &&
    !waiting.has(`${key} added`) &&
    !waiting.has(`${key} filled`);

  return {
    restored: () => {
      placed.clear();
      shown.clear();
      read = 0;
    },
    lost: (client) => void shown.delete(client),
    at: (client, epoch) => {
      if (client.disk.commits % every !== 0) return;
      readOn();
      const order = client.epoch();
      const last = shown.get(client);
      // In another order everything is read anew.
      const before = last?.order === order ? last.texts : new Map<string, string>();
      const now = new Map<string, string>();
      const waiting = waitingTexts(client);
      const mirror = mirrorOf(client);
      const current = order === epoch;
      for (const [key, row] of mirror) {
        for (const field of watched[key.slice(0, key.indexOf('/'))] ?? []) {
          const place = `${key} ${field}`;
          const typed = waiting.get(place);
          const value = row[field];
          // What is another's own cannot be changed here; the server says so.
          const mayChange = !row.privateTo || row.privateTo === client.member;
          if (typed !== undefined && value !== typed && mayChange)
            fault(
              `[M4] ${client.name} shows ${String(value)} in ${place}, and ${typed} is what was typed last`,
            );
          if (typeof value !== 'string') continue;
          now.set(place, value);
          if (typed === undefined && current && unknown(key, row, field, value, waiting))
            fault(
              `[P5] ${client.name} shows ${value} in ${place}, which neither waits nor is known to the server`,
            );
          const was = before.get(place);
          // An edit of a row that turned out to be another one stands in that one.
          const [here, there] = [
            position(field, value),
            was === undefined ? undefined : position(field, was),
          ];
          const bothHere =
            here && there && here.row === row.id && there.row === row.id && !here.again && !there.again;
          if (
            current &&
            !waiting.has('split') &&
            typed === undefined &&
            was !== value &&
            bothHere &&
            here.at < there.at
          )
            fault(`[D5] ${client.name} went back from ${String(was)} to ${value} in ${place}`);
        }
      }
      shown.set(client, { order, texts: now });
    },
  };
}

/** The text that was typed last into each field and is not settled yet; `added` holds rows of one's own that wait. */
function waitingTexts(client: Client): Map<string, string> {
  const texts = new Map<string, string>();
  const removed = new Set<string>();
  for (const { mutation, state } of entriesOn(client)) {
    if (state !== 'waiting' && state !== 'confirmed') continue;
    const noun = mutation.verb.slice(0, mutation.verb.indexOf('.'));
    const key = `${noun}/${mutation.input.id}`;
    if (mutation.verb === 'import.rows') {
      const { companies, contacts, interactions, changes } = mutation.input;
      const lists = { company: companies, contact: contacts, interaction: interactions };
      for (const [of, rows] of Object.entries(lists))
        for (const { id } of rows) {
          for (const place of texts.keys()) if (place.startsWith(`${of}/${id}`)) texts.delete(place);
          texts.set(`${of}/${id} added`, '');
        }
      // Whether a field was empty is not looked at here.
      for (const change of changes)
        if (change.fill) texts.set(`${change.noun}/${change.id} filled`, '');
        else
          for (const [field, value] of Object.entries(change.fields))
            if (watched[change.noun]?.includes(field) && typeof value === 'string')
              texts.set(`${change.noun}/${change.id} ${field}`, value);
      continue;
    }
    // What is typed into a row that is gone here changes nothing here, also where the row comes back. [M5]
    if (mutation.verb.endsWith('.remove')) removed.add(key);
    if (/\.(restore|add|log)$/.test(mutation.verb)) removed.delete(key);
    if (removed.has(key)) continue;
    // What it chose is somebody's; what a split sets back, too.
    if (mutation.verb === 'contact.merge' || mutation.verb === 'company.merge') {
      for (const field of Object.keys(mutation.input.fields)) texts.delete(`${key} ${field}`);
      texts.set(`${key} filled`, '');
      continue;
    }
    if (mutation.verb === 'merge.split') {
      for (const place of texts.keys())
        if (/^(contact|company)\/\S+ (?!added|filled)/.test(place)) texts.delete(place);
      texts.set('split', '');
      continue;
    }
    for (const added of addedBy(mutation)) {
      // What was typed into a row before it was added (again) had nothing to stand in.
      for (const place of texts.keys()) if (place.startsWith(added)) texts.delete(place);
      texts.set(`${added} added`, '');
    }
    const fields = 'fields' in mutation.input ? mutation.input.fields : null;
    if (!fields) continue;
    for (const [field, value] of Object.entries(fields))
      if (watched[noun]?.includes(field) && typeof value === 'string') texts.set(`${key} ${field}`, value);
  }
  return texts;
}

/** The rows that a mutation adds by their names; those of an import are looked at apart. */
function addedBy({ verb, input }: OutboxEntry['mutation']): string[] {
  if (verb === 'task.complete') return input.next ? [`task/${input.next.id}`] : [];
  if (verb === 'interaction.log') return [`interaction/${input.id}`];
  return verb.endsWith('.add') ? [`${verb.slice(0, verb.indexOf('.'))}/${input.id}`] : [];
}
