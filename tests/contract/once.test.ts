import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import { pull } from '../../api/services/sync/pull.ts';
import { push } from '../../api/services/sync/push.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { canRun, type Desk, type Engine, engines, newId, openDesk } from './desk.ts';
import { contactInput, taskInput } from './inputs.ts';

describe.each<Engine>([...engines, 'ws'])('each mutation happens once (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      beforeAll(async () => {
        desk = await openDesk(engine);
      });
      afterAll(() => desk.close());

      const adding = (number: number, name: string): Mutation => ({
        number,
        verb: 'contact.add',
        input: contactInput({ name }),
        at: desk.clock.now,
      });
      const named = async (name: string) =>
        (await desk.rows()).filter(({ noun, row }) => noun === 'contact' && row.name === name).length;

      it('answers a repeat with the stored result and changes nothing', async () => {
        const client = desk.client();
        const given = [
          adding(1, 'Once'),
          { ...adding(2, 'x'), verb: 'contact.remove', input: { id: newId() } },
        ];
        const first = await client.push(given as Mutation[]);
        expect(first).toEqual([
          { number: 1, status: 'applied', answer: null },
          { number: 2, status: 'refused', code: 'contact.unknown', answer: null },
        ]);
        const before = await desk.rows();
        expect(await client.push(given as Mutation[])).toEqual(first);
        expect(await desk.rows()).toEqual(before);
        expect(await named('Once')).toBe(1);
      });

      it('applies a mutation once when it arrives ten times at the same moment', async () => {
        const client = desk.client();
        const given = adding(1, 'Ten at once');
        const results = await Promise.all(Array.from({ length: 10 }, () => client.push([given])));
        for (const result of results)
          expect(result).toEqual([{ number: 1, status: 'applied', answer: null }]);
        expect(await named('Ten at once')).toBe(1);
      });

      it('stops at a gap: what stands before it is answered, what stands after it is not done', async () => {
        const client = desk.client();
        expect(await client.push([adding(1, 'Before gap'), adding(3, 'After gap')])).toHaveLength(1);
        expect(await named('After gap')).toBe(0);
        await expect(client.push([adding(3, 'After gap')])).rejects.toEqual(new CodedError('sync.gap'));
        expect(await client.push([adding(2, 'In the gap'), adding(3, 'After gap')])).toHaveLength(2);
      });

      it('does not let one member continue the numbers of another', async () => {
        const client = desk.client();
        await client.push([adding(1, 'Mine')]);
        const thief = { ...desk.client(newId()), id: client.id };
        await expect(
          push(
            desk.here,
            { userId: thief.by, role: 'member' },
            { clientId: client.id, confirmed: 0, mutations: [adding(2, 'Theirs')] },
          ),
        ).rejects.toEqual(new CodedError('sync.gap'));
        expect(await client.push([adding(2, 'Mine too')])).toEqual([
          { number: 2, status: 'applied', answer: null },
        ]);
      });

      it('forgets what the client has confirmed, and still knows where its numbers stand', async () => {
        const client = desk.client();
        await client.push([adding(1, 'A'), adding(2, 'B'), adding(3, 'C')]);
        await client.push([adding(4, 'D')], 3);
        const { rows } = await desk.here.db.execute('SELECT number FROM claim WHERE client_id = ?', [
          client.id,
        ]);
        expect(rows.map((row) => row.number)).toEqual([4]);
        expect(await client.push([adding(2, 'stray')], 3)).toEqual([
          { number: 2, status: 'applied', answer: null },
        ]);
        expect(await named('stray')).toBe(0);
        expect(await client.push([adding(5, 'E')], 4)).toHaveLength(1);
      });

      it('a member of a group that fails unexpectedly fails alone and does not block its client', async () => {
        const good = desk.client();
        const bad = desk.client();
        const intent = { client: bad.id, number: 1, at: 0, by: bad.by };
        const faulty = { refuse: [], effects: ['INSERT INTO nowhere VALUES (1)'], args: {} };
        const [before, failed, after] = await Promise.all([
          good.push([adding(1, 'Group first')]),
          desk.here.writer.write(intent, faulty),
          good.push([adding(2, 'Group last')]),
        ]);
        expect(before).toEqual([{ number: 1, status: 'applied', answer: null }]);
        expect(after).toEqual([{ number: 2, status: 'applied', answer: null }]);
        expect(failed.claimed).toMatchObject({ status: 'refused', code: 'server.unexpected' });
        expect(
          (await desk.rows()).filter(({ row }) => 'name' in row && row.name.startsWith('Group')),
        ).toHaveLength(2);
        bad.next = 2;
        expect(await bad.act('contact.add', contactInput())).toMatchObject({ status: 'applied' });
      });

      it('refuses under its number what cannot be a mutation, and goes on', async () => {
        const client = desk.client();
        const wrong = (number: number, verb: string, input: unknown) => ({ number, verb, input, at: 1 });
        const given = [
          wrong(1, 'contact.explode', {}),
          wrong(2, 'toString', {}),
          wrong(3, 'contact.add', { ...contactInput(), name: 7 }),
          wrong(4, 'contact.add', { ...contactInput(), extra: true }),
          wrong(5, 'task.add', taskInput({ title: 'Fine' })),
        ] as Mutation[];
        expect(
          (await client.push(given)).map((result) => ('code' in result ? result.code : result.status)),
        ).toEqual(['input.invalid', 'input.invalid', 'input.invalid', 'input.invalid', 'applied']);
      });

      it('[C4] a push of a client that has read in another epoch applies nothing, and answers nothing of before', async () => {
        const client = desk.client();
        const author = { userId: client.by, role: 'owner' } as const;
        const { epoch } = JSON.parse(
          await pull(desk.here.db, client.by, { epoch: null, cursor: 0, limit: 1 }),
        ) as Delta;
        const given = { clientId: client.id, confirmed: 0, mutations: [adding(1, 'Epoch')] };
        expect((await push(desk.here, author, { ...given, epoch })).results).toHaveLength(1);
        for (const mutations of [given.mutations, [adding(2, 'Other epoch')], []])
          await expect(push(desk.here, author, { ...given, mutations, epoch: 'other' })).rejects.toEqual(
            new CodedError('sync.epoch'),
          );
        expect(await named('Other epoch')).toBe(0);
        expect(
          (await push(desk.here, author, { ...given, mutations: [adding(2, 'x')], epoch })).results,
        ).toEqual([{ number: 2, status: 'applied', answer: null }]);
      });

      it('[C3] a pull says how far the server knows the asking client, and of another member’s client nothing', async () => {
        const client = desk.client();
        const known = async (by: string, clientId?: string) =>
          (JSON.parse(await pull(desk.here.db, by, { epoch: null, cursor: 0, limit: 1, clientId })) as Delta)
            .known;
        expect(await known(client.by)).toBeUndefined();
        expect(await known(client.by, client.id)).toBe(0);
        await client.push([adding(1, 'A'), adding(2, 'B'), adding(3, 'C')]);
        await client.push([adding(4, 'D')], 3);
        expect(await known(client.by, client.id)).toBe(4);
        expect(await known(await desk.member('member'), client.id)).toBe(0);
      });

      it.skipIf(engine !== 'file')(
        'a cursor beyond the end of a file is one of another order: forged, or the file was exchanged',
        async () => {
          const { epoch, cursor } = JSON.parse(
            await pull(desk.here.db, desk.owner, { epoch: null, cursor: 0, limit: 1_000 }),
          ) as Delta;
          const from = (at: number) => pull(desk.here.db, desk.owner, { epoch, cursor: at, limit: 1 });
          expect(JSON.parse(await from(cursor))).toMatchObject({ rows: [], cursor, more: false });
          await expect(from(cursor + 1)).rejects.toEqual(new CodedError('sync.epoch'));
        },
      );

      it('[M7] a clock two days wrong either way changes no order: what arrives later counts', async () => {
        const client = desk.client();
        const person = contactInput({ name: 'Clock' });
        const edit = (number: number, name: string, at: number): Mutation => ({
          number,
          verb: 'contact.edit',
          input: { id: person.id, fields: { name } },
          at,
        });
        const { now } = desk.clock;
        await client.push([
          { number: 1, verb: 'contact.add', input: person, at: now },
          edit(2, 'Ahead', now + 172_800_000),
          edit(3, 'Behind', now - 172_800_000),
        ]);
        expect(await desk.row('contact', person.id)).toMatchObject({
          name: 'Behind',
          updatedAt: now - 172_800_000,
        });
        const changes = await listHistory(desk.here.db, client.by, { noun: 'contact', rowId: person.id });
        expect(changes[1]?.to).toBe('Ahead');
        expect(changes[1]?.at).toBeLessThanOrEqual(desk.clock.now);
      });

      it('dates a change by the client, never later than its arrival', async () => {
        const client = desk.client();
        const past = contactInput({ name: 'Past' });
        const future = contactInput({ name: 'Future' });
        await client.push([
          { number: 1, verb: 'contact.add', input: past, at: 1_000 },
          { number: 2, verb: 'contact.add', input: future, at: desk.clock.now + 86_400_000 },
        ]);
        expect((await desk.row('contact', past.id))?.createdAt).toBe(1_000);
        expect((await desk.row('contact', future.id))?.createdAt).toBeLessThanOrEqual(desk.clock.now);
      });
    },
  );
});
