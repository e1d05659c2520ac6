import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Older, olderOf } from '../../api/services/person/older.ts';
import { pull } from '../../api/services/sync/pull.ts';
import { horizon, isBeyond } from '../../shared/domain/interaction/horizon.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput, mailInput, taskInput } from './inputs.ts';

const day = 86_400_000;
const entries = 50;

describe.each(engines)('the horizon (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let client: Client;
      const ada = newId();
      const cy = newId();
      const deal = newId();
      const ids: Id[] = [];
      let since = 0;

      beforeAll(async () => {
        desk = await openDesk(engine);
        client = desk.client();
        for (const id of [ada, cy]) await client.act('contact.add', contactInput({ id, keys: [] }));
        await client.act('deal.add', dealInput({ id: deal, contactIds: [] }));
        const old = desk.clock.now;
        for (let i = 0; i < entries; i++) {
          const id = newId();
          ids.push(id);
          await client.act(
            'interaction.log',
            mailInput({
              id,
              occurredAt: old - (entries - i) * day,
              contactIds: i === 3 ? [ada, cy] : [ada],
              dealId: i === 5 ? deal : null,
              fingerprint: [`mid:${i}@x`, `dg:${i}:${'a'.repeat(32)}`],
            }),
          );
        }
        // Long after all that was logged.
        desk.clock.now += 200 * day;
        since = desk.clock.now - horizon.days * day;
      });
      afterAll(() => desk.close());

      const page = async (from: number | undefined, by = desk.owner) =>
        JSON.parse(
          await pull(desk.here.db, by, {
            epoch: null,
            cursor: 0,
            limit: 1_000,
            ...(from !== undefined && { since: from }),
          }),
        ) as Delta;
      const logged = async (from?: number, by?: Id) =>
        new Map(
          (await page(from, by)).rows.flatMap(({ noun, row }) =>
            noun === 'interaction' ? [[row.id, row]] : [],
          ),
        );
      const older = async (after: { occurredAt: number; id: Id } | null, by = desk.owner, limit = 20) =>
        JSON.parse(await olderOf(desk.here.db, by, { contactId: ada, after, limit })) as Older;

      it('[D9] gives the newest of each contact and deal whole, of those beyond what tells that they are logged', async () => {
        const rows = await logged(since);
        expect(rows.size).toBe(entries);
        const whole = ids.filter((id) => !isBeyond(rows.get(id) as never));
        // The newest of Ada, and the only ones of Cy and of the deal.
        expect(whole).toEqual([ids[3], ids[5], ...ids.slice(-horizon.newest)]);
        expect(rows.get(ids[0] ?? '')).toEqual({
          id: ids[0],
          createdAt: expect.any(Number),
          createdBy: desk.owner,
          updatedAt: expect.any(Number),
          deletedAt: null,
          beyond: true,
          occurredAt: expect.any(Number),
          loggedBy: desk.owner,
          loggedAt: expect.any(Number),
          bodyState: 'read',
          contactIds: [ada],
          companyId: null,
          moreDealIds: [],
          dealId: null,
          joinedInto: null,
          privateTo: null,
          fingerprint: expect.arrayContaining(['mid:0@x']),
        });
      });

      it('[D9] gives everything to whoever names no beginning, or one before it all', async () => {
        for (const from of [undefined, 0])
          expect([...(await logged(from)).values()].some((row) => isBeyond(row))).toBe(false);
      });

      it('[D9] what is logged now is whole, however long ago it happened', async () => {
        const id = newId();
        await client.act('interaction.log', mailInput({ id, occurredAt: 5, contactIds: [ada] }));
        expect(isBeyond((await logged(since)).get(id) as never)).toBe(false);
        await client.act('interaction.undo', { id });
        expect((await logged(since)).get(id)?.deletedAt).not.toBeNull();
      });

      it('[D9] [V7] another member learns of a private one what they learn of any', async () => {
        const mia = await desk.member('member');
        await client.act('interaction.setPrivate', { id: ids[0] ?? '', private: true });
        const row = (await logged(since, mia)).get(ids[0] ?? '');
        expect(row).toMatchObject({ fingerprint: [], subject: null, body: null, privateTo: desk.owner });
        const asked = (await older(null, mia, 50)).rows.find(({ id }) => id === ids[0]);
        expect(asked).toMatchObject({ fingerprint: [], subject: null, body: null, participants: [] });
        await client.act('interaction.setPrivate', { id: ids[0] ?? '', private: false });
      });

      it('[D9] of a task done long ago nothing is given but that it is there', async () => {
        const id = newId();
        const before = desk.clock.now;
        await client.act('task.add', taskInput({ id }));
        await client.act('task.complete', { id, at: before });
        const given = async (from: number) =>
          (await page(from)).rows.find(({ noun, row }) => noun === 'task' && row.id === id)?.row;
        expect(await given(before - day)).toMatchObject({ title: 'Call back' });
        desk.clock.now += 100 * day;
        expect(await given(desk.clock.now - horizon.days * day)).toMatchObject({ id, beyond: true });
        expect(await given(desk.clock.now - horizon.days * day)).not.toHaveProperty('title');
      });

      it('older entries come on demand, newest first, page by page, each once', async () => {
        const found: Id[] = [];
        for (let after: { occurredAt: number; id: Id } | null = null; ; ) {
          const { rows, more, cursor } = await older(after);
          expect(cursor).toBeGreaterThan(0);
          found.push(...rows.map(({ id }) => id));
          const last = rows.at(-1);
          if (!more || !last) break;
          after = { occurredAt: last.occurredAt, id: last.id };
        }
        expect(found).toEqual(ids.toReversed());
      });

      it("older entries of a deal and of a company come too: its own, its people's and its deals', each once", async () => {
        const of = async (home: { dealId: Id } | { companyId: Id }, by = desk.owner) => {
          const given = await olderOf(desk.here.db, by, { ...home, after: null, limit: 50 });
          return (JSON.parse(given) as Older).rows.map(({ id }) => id);
        };
        expect(await of({ dealId: deal })).toEqual([ids[5]]);
        const [acme, bo, sale] = [newId(), newId(), newId()];
        await client.act('company.add', companyInput({ id: acme }));
        await client.act('contact.add', contactInput({ id: bo, companyId: acme, keys: [] }));
        await client.act('deal.add', dealInput({ id: sale, companyId: acme, contactIds: [] }));
        const entry = async (at: number, about: object) => {
          const id = newId();
          await client.act(
            'interaction.log',
            mailInput({ id, occurredAt: at, contactIds: [], fingerprint: [], ...about }),
          );
          return id;
        };
        const own = await entry(10, { companyId: acme });
        const both = await entry(20, { companyId: acme, contactIds: [bo], dealId: sale });
        const theirs = await entry(30, { contactIds: [bo] });
        const sales = await entry(40, { dealId: sale });
        expect(await of({ companyId: acme })).toEqual([sales, theirs, both, own]);
        expect(await of({ dealId: sale })).toEqual([sales, both]);
        // What one keeps to oneself is no part of a company's or deal's past; that somebody was met is.
        const mia = await desk.member('member');
        for (const id of [own, theirs, sales])
          await client.act('interaction.setPrivate', { id, private: true });
        expect(await of({ companyId: acme }, mia)).toEqual([theirs, both]);
        expect(await of({ dealId: sale }, mia)).toEqual([both]);
      });

      it('[A1] of a contact that is not theirs to see a member gets nothing', async () => {
        const mia = await desk.member('member');
        await client.act('contact.setPrivate', { id: ada, private: true });
        expect((await older(null, mia)).rows).toEqual([]);
        expect((await older(null)).rows).toHaveLength(20);
        await client.act('contact.setPrivate', { id: ada, private: false });
      });
    },
  );
});
