import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../shared/kit/error.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { contactInput, taskInput } from './inputs.ts';

describe.each(engines)('each mutation happens once (%s)', (engine) => {
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
        const { push } = await import('../../api/services/sync/push.ts');
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
