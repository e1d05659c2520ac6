import Database from 'libsql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filePath } from '../../api/db/migrate.ts';
import type { Db } from '../../api/db/open.ts';
import { historyAbout } from '../../api/services/history/about.ts';
import { listHistory } from '../../api/services/history/list.ts';
import { olderOf } from '../../api/services/person/older.ts';
import { showPerson } from '../../api/services/person/show.ts';
import { argsOf, type Plan, statementsOf } from '../../api/services/plan.ts';
import { find } from '../../api/services/search/find.ts';
import { closingOf } from '../../api/services/sync/closing.ts';
import { pull } from '../../api/services/sync/pull.ts';
import { planByVerb } from '../../api/services/verbs.ts';
import type { Input, Verb } from '../../shared/sync/mutation.ts';
import { type Desk, newId, openDesk } from './desk.ts';
import {
  companyInput,
  contactInput,
  dealInput,
  email,
  mailInput,
  partChange,
  partInput,
  taskInput,
} from './inputs.ts';

let desk: Desk;
/** A connection of its own: an EXPLAIN leaves its statement open. */
let explaining: Database.Database;
beforeAll(async () => {
  desk = await openDesk('file');
  explaining = new Database(filePath(desk.here.db.url));
});
afterAll(() => desk.close());

const id = newId();
const stageLooks = { name: 'x', position: 0, probability: 5, colour: null, requires: ['need'], staleDays: 3 };
const fieldLooks = { label: 'x', options: ['a'], position: 0, places: ['card' as const] };
const inputs: { [V in Verb]: Input<V> } = {
  'contact.add': contactInput({ keys: [email('a@b.example')], companyId: id }),
  'contact.edit': { id, fields: { name: 'x', companyId: id, own: { a: 1 } } },
  'contact.addKey': { id, key: email('a@b.example') },
  'contact.removeKey': { id, key: email('a@b.example') },
  'contact.remove': { id },
  'contact.restore': { id },
  'contact.setPrivate': { id, private: true },
  'contact.merge': { id, goneId: newId(), mergeId: newId(), fields: { name: 'x', own: { a: 1 } } },
  'company.add': companyInput({ domains: ['a.example'] }),
  'company.edit': { id, fields: { name: 'x', domains: ['b.example'], own: { a: 1 } } },
  'company.remove': { id },
  'company.restore': { id },
  'company.merge': { id, goneId: newId(), mergeId: newId(), fields: { name: 'x' } },
  'merge.split': { id },
  'deal.add': dealInput({ contactIds: [id], companyId: id }),
  'deal.edit': { id, fields: { title: 'x', contactIds: [id], own: { a: 1 } } },
  'deal.move': { id, stageId: id },
  'deal.close': { id, state: 'lost', at: 0, lostReason: null, competitor: null },
  'deal.reopen': { id },
  'interaction.log': mailInput({
    ...{ contactIds: [id], fingerprint: ['mid:<a>', 'dg:1'], dealId: id, moreDealIds: [newId()] },
  }),
  'interaction.move': { id, contactIds: [id], companyId: id, dealId: id, moreDealIds: [newId()] },
  'logRule.add': { id, scope: 'contact', value: id, effect: 'log', dealId: null },
  'logRule.remove': { id },
  'template.add': { id, name: 'x', subject: null, body: 'x', position: 0, private: true },
  'template.edit': { id, fields: { name: 'x' }, private: false },
  'template.remove': { id },
  'file.add': { id, interactionId: id, name: 'a.pdf', type: null, size: 1, sha256: 'f'.repeat(64) },
  'file.remove': { id },
  'interaction.edit': { id, fields: { body: 'x', dealId: id } },
  'interaction.undo': { id },
  'interaction.separate': { id },
  'interaction.setPrivate': { id, private: true },
  'interaction.askAccess': { id },
  'interaction.answerAccess': { id, memberId: id, grant: true },
  'task.add': taskInput({ contactId: id }),
  'task.edit': { id, fields: { title: 'x', contactId: id } },
  'task.complete': { id, at: 0, next: { id, dueDay: null, dueAt: null } },
  'task.reopen': { id },
  'deal.remove': { id },
  'deal.restore': { id },
  'pipeline.add': { id, name: 'x', position: 0, lostReasons: ['a'] },
  'pipeline.edit': { id, fields: { name: 'x' } },
  'pipeline.remove': { id },
  'stage.add': { id, pipelineId: id, ...stageLooks },
  'stage.edit': { id, fields: stageLooks },
  'stage.remove': { id, moveTo: id },
  'ownField.add': { id, noun: 'contact', key: 'k', kind: 'text', ...fieldLooks },
  'ownField.edit': { id, fields: fieldLooks },
  'ownField.remove': { id },
  'interaction.settleMention': { id },
  'task.remove': { id },
  'task.restore': { id },
  'relation.add': {
    id,
    fromNoun: 'contact',
    fromId: id,
    kind: 'referred',
    toNoun: 'company',
    toId: id,
    note: 'x',
  },
  'relation.edit': { id, fields: { kind: 'supplies', note: 'x' } },
  'relation.remove': { id },
  'view.add': { id, noun: 'contact', name: 'x', query: '{}', position: 0, private: true },
  'view.edit': { id, fields: { name: 'x' }, private: false },
  'view.remove': { id },
  'recipe.add': { id, host: 'a.example', kind: 'person', shape: '{}' },
  'recipe.remove': { id },
  'exclusion.add': { id, subject: 'domain', value: 'x', effect: 'never', note: null, private: true },
  'exclusion.remove': { id },
  'distinction.add': { id, noun: 'contact', aId: id, bId: id, askAbove: null },
  'distinction.remove': { id },
  'import.rows': partInput({
    companies: [companyInput({ domains: ['a.example'], externalIds: ['x:1'] })],
    contacts: [
      contactInput({ keys: [email('a@b.example')] }),
      contactInput({ keys: [email('a@b.example')] }),
    ],
    deals: [{ ...dealInput({ contactIds: [id], externalIds: ['x:1'] }), closing: null }],
    interactions: [mailInput({ contactIds: [id], fingerprint: ['ext:x:1'] })],
    changes: [
      partChange({ id, fields: { title: 'x', companyId: id, own: { a: 1 } }, keys: [email('c@b.example')] }),
      partChange({
        noun: 'company',
        id,
        fields: { city: 'x' },
        domains: ['c.example'],
        externalIds: ['x:2'],
      }),
      partChange({ noun: 'deal', id, fields: { need: 'x' } }),
    ],
  }),
  'import.undo': { id },
};

/** What may be read whole: a handful of rows, values of one statement, an argument. */
const small =
  /SCAN (CONSTANT ROW|up$|\w+ VIRTUAL TABLE|[skplfdhte]$|s USING INDEX stage_pipeline|f USING INDEX own_field|pipeline$|\(?subquery|picked|named|other|docs|found|texts|page|fitting|last|hits|\(join|\d+-ROW|UNION|LEFT)/;

function scans(sql: string, args: object): string[] {
  const rows = explaining.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(args as never) as { detail: string }[];
  return rows
    .map(({ detail }) => detail)
    .filter((detail) => detail.startsWith('SCAN') && !small.test(detail));
}

/** The same verbs on a way of their own. */
const variants: [Verb, object][] = [
  ['contact.add', { ...inputs['contact.add'], private: true }],
  ['contact.setPrivate', { id, private: false }],
  ['task.add', { ...inputs['task.add'], promiseKey: 'pr:7:a' }],
  ['interaction.log', { ...inputs['interaction.log'], private: true }],
  ['interaction.setPrivate', { id, private: false }],
  ['interaction.answerAccess', { id, memberId: id, grant: false }],
];

it.each([
  ...(Object.entries(inputs) as [Verb, object][]),
  ...variants,
])('%s reads no table whole', async (verb, input) => {
  const plan = (planByVerb[verb] as (input: unknown) => Plan)(input);
  const claim = { client: id, number: 1, attempt: 'a', now: 1 };
  const intent = { at: 0, by: id };
  const statements = [statementsOf(plan, intent, claim), statementsOf(plan, intent, claim, true)].flat();
  for (const statement of [...statements, ...closingOf([{ ...claim, by: id, confirmed: 1, texts: id }])]) {
    const { sql, args } = statement as { sql: string; args: object };
    expect(scans(sql, args), sql).toEqual([]);
  }
});

it.each([
  ['person.show by id', (db: Db) => showPerson(db, id, { contactId: id })],
  ['person.show by address', (db: Db) => showPerson(db, id, { email: 'a@b.example' })],
  ['search.find', (db: Db) => find(db, id, { text: 'ada 陈', limit: 10 })],
  ['sync.pull', (db: Db) => pull(db, id, { epoch: null, cursor: 0, limit: 10, clientId: id, since: 1 })],
  ['history.list', (db: Db) => listHistory(db, id, { noun: 'deal', rowId: id })],
  ['history.about a contact', (db: Db) => historyAbout(db, id, { noun: 'contact', id, limit: 10 })],
  ['history.about a company', (db: Db) => historyAbout(db, id, { noun: 'company', id, limit: 10 })],
  ['history.about a deal', (db: Db) => historyAbout(db, id, { noun: 'deal', id, limit: 10 })],
  ['person.older', (db: Db) => olderOf(db, id, { contactId: id, after: null, limit: 10 })],
  ['person.older of a company', (db: Db) => olderOf(db, id, { companyId: id, after: null, limit: 10 })],
  ['person.older of a deal', (db: Db) => olderOf(db, id, { dealId: id, after: null, limit: 10 })],
])('%s is one statement, and reads no table whole', async (_name, read) => {
  const asked: [string, object][] = [];
  const listening: Db = {
    ...desk.here.db,
    execute: (sql, args) => {
      asked.push([sql, args as object]);
      return desk.here.db.execute(sql, args);
    },
  };
  await read(listening).catch((error: { code?: string }) => expect(error.code).toBe('contact.unknown'));
  expect(asked).toHaveLength(1);
  for (const [sql, args] of asked) expect(scans(sql, args), sql).toEqual([]);
});

it('a statement that lacks an argument fails before it reaches the engine', () => {
  expect(() => argsOf('SELECT :a, :b', { a: 1 })).toThrow('needs :b');
});
