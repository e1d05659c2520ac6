import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import { olderOf } from '../../api/services/person/older.ts';
import { showPerson } from '../../api/services/person/show.ts';
import { find } from '../../api/services/search/find.ts';
import { pull } from '../../api/services/sync/pull.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import { type Client, canRun, type Desk, engines, openDesk } from './desk.ts';
import { contactInput, dealInput, email, mailInput, taskInput } from './inputs.ts';

const kinds = [
  ...[
    'log',
    'log',
    'log',
    'add',
    'add',
    'deal',
    'task',
    'hide',
    'hide',
    'share',
    'hideContact',
    'shareContact',
  ],
  ...['undo', 'separate', 'edit', 'ask', 'answer', 'removeContact', 'restore', 'addKey', 'relink'],
] as const;
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(2),
  other: fc.nat(2),
  keys: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
  hidden: fc.boolean(),
  pick: fc.nat(50),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe.each(engines)('privacy in any order of changes (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let clients: Client[];
      let round = 0;
      beforeAll(async () => {
        desk = await openDesk(engine);
        clients = [];
        for (const name of ['Nora', 'Mia', 'Omar'])
          clients.push(desk.client(await desk.member(name === 'Mia' ? 'admin' : 'member', name)));
      });
      afterAll(() => desk.close());
      const read = async (me: Id, cursor: number, epoch: string | null = null, limit = 1_000) =>
        JSON.parse(await pull(desk.here.db, me, { epoch, cursor, limit })) as Delta;

      /** Does one step with rows of this round; what is no sensible thing to do is refused by the server. */
      async function act(given: Step, i: number, made: { contacts: Id[]; entries: Id[]; deals: Id[] }) {
        const by = clients[given.who] as Client;
        const contact = made.contacts[given.pick % Math.max(1, made.contacts.length)] ?? '';
        const entry = made.entries[given.pick % Math.max(1, made.entries.length)] ?? '';
        const address = (n: number) => email(`r${round}k${n}@p.example`);
        switch (given.kind) {
          case 'log': {
            const input = mailInput({
              private: given.hidden,
              subject: `s${i}`,
              body: `secret${round}x${i}x`,
              bodyState: given.pick % 4 === 0 ? 'subject-only' : 'read',
              fingerprint: given.keys.map((n) => (n === 3 ? `dg:r${round}` : `mid:r${round}k${n}`)),
              contactIds: made.contacts.filter((_, n) => (given.pick >> n) % 2 === 1).slice(0, 2),
            });
            made.entries.push(input.id);
            return by.act('interaction.log', input);
          }
          case 'add': {
            const keys = given.keys.slice(0, 2).map(address);
            const input = contactInput({ private: given.hidden, name: `secret${round}x${i}x`, keys });
            made.contacts.push(input.id);
            return by.act('contact.add', input);
          }
          case 'deal': {
            const input = dealInput({ contactIds: contact ? [contact] : [] });
            made.deals.push(input.id);
            return by.act('deal.add', input);
          }
          case 'relink':
            return made.deals[0]
              ? by.act('deal.edit', { id: made.deals[0], fields: { contactIds: contact ? [contact] : [] } })
              : null;
          case 'task':
            return by.act('task.add', taskInput({ contactId: contact || null }));
          case 'hide':
          case 'share':
            return entry
              ? by.act('interaction.setPrivate', { id: entry, private: given.kind === 'hide' })
              : null;
          case 'hideContact':
          case 'shareContact':
            return contact
              ? by.act('contact.setPrivate', { id: contact, private: given.kind === 'hideContact' })
              : null;
          case 'undo':
            return entry ? by.act('interaction.undo', { id: entry }) : null;
          case 'separate':
            return entry ? by.act('interaction.separate', { id: entry }) : null;
          case 'edit':
            return entry
              ? by.act('interaction.edit', { id: entry, fields: { body: `secret${round}x${i}x` } })
              : null;
          case 'ask':
            return entry ? by.act('interaction.askAccess', { id: entry }) : null;
          case 'answer': {
            const memberId = (clients[given.other] as Client).by;
            return entry
              ? by.act('interaction.answerAccess', { id: entry, memberId, grant: given.hidden })
              : null;
          }
          case 'removeContact':
            return contact ? by.act('contact.remove', { id: contact }) : null;
          case 'restore':
            return contact ? by.act('contact.restore', { id: contact }) : null;
          case 'addKey':
            return contact
              ? by.act('contact.addKey', { id: contact, key: address(given.keys[0] ?? 0) })
              : null;
        }
      }

      /** Texts of this round that a member may not read, from the tables themselves. */
      async function forbidden(me: Id): Promise<string[]> {
        const { rows } = await desk.here.db.execute(
          `SELECT body AS text FROM interaction i WHERE private_to <> :me AND body LIKE :round AND NOT EXISTS (
  SELECT 1 FROM interaction_access g WHERE g.interaction_id = i.id AND g.member_id = :me AND g.state = 'granted')
UNION SELECT name FROM contact WHERE private_to <> :me AND name LIKE :round`,
          { me, round: `secret${round}x%` },
        );
        return rows.map(({ text }) => String(text));
      }

      async function everything(me: Id, made: { contacts: Id[]; entries: Id[] }): Promise<string> {
        const { db } = desk.here;
        const texts = [JSON.stringify((await read(me, 0)).rows)];
        texts.push(JSON.stringify(await find(db, me, { text: `secret${round}x`, limit: 50 })));
        for (const id of made.contacts) {
          texts.push(await showPerson(db, me, { contactId: id }).catch(() => ''));
          texts.push(await olderOf(db, me, { contactId: id, after: null, limit: 50 }));
          texts.push(JSON.stringify(await listHistory(db, me, { noun: 'contact', rowId: id })));
        }
        for (const id of made.entries)
          texts.push(JSON.stringify(await listHistory(db, me, { noun: 'interaction', rowId: id })));
        return texts.join('\n');
      }

      /** A certain key of a living entry that stands for itself is held, by it or by another one as open as it. */
      const looseKeys = async () =>
        (
          await desk.here.db.execute(
            `SELECT i.id, f.key FROM fingerprint f JOIN interaction i ON i.id = f.interaction_id
WHERE i.deleted_at IS NULL AND i.joined_into IS NULL AND f.key NOT LIKE 'dg:%' AND f.held = 0 AND NOT EXISTS (
  SELECT 1 FROM fingerprint o WHERE o.held = 1 AND o.key = f.key AND COALESCE(o.private_to, '') = COALESCE(i.private_to, ''))`,
          )
        ).rows;
      const strayScopes = async () =>
        (
          await desk.here.db.execute(
            `SELECT i.id FROM fingerprint f JOIN interaction i ON i.id = f.interaction_id WHERE f.private_to IS NOT i.private_to
UNION SELECT c.id FROM contact_key k JOIN contact c ON c.id = k.contact_id WHERE k.private_to IS NOT c.private_to
UNION SELECT i.id FROM interaction i JOIN interaction r ON r.id = i.joined_into WHERE i.private_to IS NOT r.private_to`,
          )
        ).rows;

      it('[D8] [A1] no private text reaches a stranger, and every mirror equals what the server says', async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
            round += 1;
            const made = { contacts: [] as Id[], entries: [] as Id[], deals: [] as Id[] };
            const begin = (await read(desk.owner, 0)).cursor;
            const mirrors = await Promise.all(
              clients.map(async ({ by }) => ({ by, cursor: begin, rows: new Map<Id, unknown>() })),
            );
            for (const [i, given] of steps.entries()) {
              const result = await act(given, i, made);
              if (result?.status === 'refused') expect(result.code).not.toBe('server.unexpected');
              if (i % 3 > 0 && i < steps.length - 1) continue;
              for (const mirror of mirrors) {
                for (let more = true; more; ) {
                  const delta = await read(mirror.by, mirror.cursor, null, 7);
                  for (const { row } of delta.rows) mirror.rows.set(row.id, row);
                  mirror.cursor = delta.cursor;
                  more = delta.more;
                }
                const fresh = (await read(mirror.by, begin)).rows.map(({ row }) => [row.id, row]);
                expect(Object.fromEntries(mirror.rows)).toEqual(Object.fromEntries(fresh));
              }
            }
            expect(await looseKeys()).toEqual([]);
            expect(await strayScopes()).toEqual([]);
            for (const { by } of clients) {
              const texts = await everything(by, made);
              for (const text of await forbidden(by)) expect(texts).not.toContain(text);
            }
          }),
          { numRuns: engine === 'file' ? 60 : 5 },
        );
      });
    },
  );
});
