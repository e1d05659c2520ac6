import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../api/services/person/show.ts';
import { showPerson } from '../../api/services/person/show.ts';
import { find } from '../../api/services/search/find.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { contactInput, dealInput, mailInput } from './inputs.ts';

describe.each(engines)('a mail is logged once for everyone (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let mine: Client;
      let mias: Client;
      beforeAll(async () => {
        desk = await openDesk(engine);
        const { addMember } = await import('../../api/services/member/add.ts');
        const mia = await addMember(desk.world, desk.here, { name: 'Mia', email: null, role: 'member' });
        mine = desk.client();
        mias = desk.client(mia);
      });
      afterAll(() => desk.close());

      const contact = async (name: string) => {
        const input = contactInput({ name });
        await mine.act('contact.add', input);
        return input.id;
      };
      const timeline = async (contactId: string) =>
        (JSON.parse(await showPerson(desk.here.db, desk.owner, { contactId })) as Person).timeline.map(
          (entry) => entry.interaction,
        );

      it('answers a second log from another mailbox with the first entry, which learns its key, people and deal', async () => {
        const [ada, bob] = [await contact('Ada'), await contact('Bob')];
        const deal = dealInput({ contactIds: [ada] });
        await mine.act('deal.add', deal);
        const first = mailInput({ contactIds: [ada], fingerprint: ['mid:<a@x>', 'gm:me:1', 'dg:1'] });
        const second = mailInput({
          contactIds: [ada, bob],
          dealId: deal.id,
          fingerprint: ['mid:<a@x>', 'gm:mia:9', 'dg:1'],
        });
        expect(await mine.act('interaction.log', first)).toEqual({
          number: mine.next - 1,
          status: 'applied',
          answer: null,
        });
        expect(await mias.act('interaction.log', second)).toMatchObject({
          status: 'already',
          answer: { id: first.id },
        });
        const row = await desk.row('interaction', first.id);
        expect(row?.fingerprint).toEqual(['dg:1', 'gm:me:1', 'gm:mia:9', 'mid:<a@x>']);
        expect(row?.contactIds).toEqual([ada, bob]);
        expect(row?.dealId).toBe(deal.id);
        expect(row?.loggedBy).toBe(mine.by);
        expect(await desk.row('interaction', second.id)).toBeNull();
        expect((await timeline(bob)).map(({ id }) => id)).toEqual([first.id]);
        // The learnt key alone is enough from now on.
        expect(await mine.act('interaction.log', mailInput({ fingerprint: ['gm:mia:9'] }))).toMatchObject({
          answer: { id: first.id },
        });
      });

      it('never takes two mails for one because their text agrees', async () => {
        const results = [];
        for (const key of ['gm:me:d1', 'gm:mia:d2'])
          results.push(await mine.act('interaction.log', mailInput({ fingerprint: [key, 'dg:same'] })));
        expect(results.map(({ status }) => status)).toEqual(['applied', 'applied']);
      });

      it('joins two live entries when a log proves that they are one mail, and keeps what each was', async () => {
        const [ada, bob] = [await contact('Ada'), await contact('Bob')];
        const first = mailInput({ contactIds: [ada], fingerprint: ['gm:me:j1'] });
        const second = mailInput({ contactIds: [bob], fingerprint: ['gm:mia:j2', 'mid:<j@x>'] });
        await mine.act('interaction.log', first);
        await mias.act('interaction.log', second);
        const proof = mailInput({ fingerprint: ['gm:me:j1', 'mid:<j@x>'] });
        expect(await mine.act('interaction.log', proof)).toMatchObject({ answer: { id: first.id } });
        const [kept, joined] = [
          await desk.row('interaction', first.id),
          await desk.row('interaction', second.id),
        ];
        expect(joined).toMatchObject({ joinedInto: first.id, deletedAt: null, contactIds: [bob] });
        expect(joined?.fingerprint).toEqual(['gm:mia:j2', 'mid:<j@x>']);
        expect(kept?.joinedInto).toBeNull();
        expect(kept?.contactIds.toSorted()).toEqual([ada, bob].toSorted());
        expect(kept?.fingerprint.toSorted()).toEqual(['gm:me:j1', 'gm:mia:j2', 'mid:<j@x>']);
        expect((await timeline(bob)).map(({ id }) => id)).toEqual([first.id]);
        // Whichever key comes next leads to the one that stayed.
        expect(await mias.act('interaction.log', mailInput({ fingerprint: ['gm:mia:j2'] }))).toMatchObject({
          answer: { id: first.id },
        });
        // Undone by the name of the joined one, both are gone, and the mail can be logged anew.
        await mias.act('interaction.undo', { id: second.id });
        expect((await desk.row('interaction', first.id))?.deletedAt).not.toBeNull();
        const again = mailInput({ fingerprint: ['gm:me:j1', 'mid:<j@x>'] });
        expect(await mine.act('interaction.log', again)).toMatchObject({ status: 'applied' });
      });

      it('[U7] a join is taken apart: each has what it brought, and its keys', async () => {
        const [ada, bob, cid] = [await contact('Ada'), await contact('Bob'), await contact('Cid')];
        const first = mailInput({ subject: 'Apart one', contactIds: [ada], fingerprint: ['gm:me:s1'] });
        const second = mailInput({
          subject: 'Apart two',
          contactIds: [bob, cid],
          fingerprint: ['gm:mia:s2', 'mid:<s@x>', 'dg:s'],
        });
        await mine.act('interaction.log', first);
        await mias.act('interaction.log', second);
        const proof = mailInput({ contactIds: [cid], fingerprint: ['gm:me:s1', 'mid:<s@x>'] });
        await mine.act('interaction.log', proof);
        expect((await desk.row('interaction', second.id))?.joinedInto).toBe(first.id);
        expect(await find(desk.here.db, desk.owner, { text: 'apart', limit: 5 })).toHaveLength(1);
        expect(await mine.act('interaction.separate', { id: second.id })).toMatchObject({
          status: 'applied',
        });
        const [one, two] = [
          await desk.row('interaction', first.id),
          await desk.row('interaction', second.id),
        ];
        // The proof named Cid itself, so the first entry keeps him.
        expect(one).toMatchObject({ joinedInto: null, fingerprint: ['gm:me:s1'] });
        expect(one?.contactIds.toSorted()).toEqual([ada, cid].toSorted());
        expect(two).toMatchObject({ joinedInto: null, fingerprint: ['dg:s', 'gm:mia:s2', 'mid:<s@x>'] });
        expect(two?.contactIds.toSorted()).toEqual([bob, cid].toSorted());
        expect((await timeline(bob)).map(({ id }) => id)).toEqual([second.id]);
        expect(await find(desk.here.db, desk.owner, { text: 'apart', limit: 5 })).toHaveLength(2);
        for (const [key, id] of [
          ['gm:me:s1', first.id],
          ['mid:<s@x>', second.id],
        ] as const)
          expect(await mias.act('interaction.log', mailInput({ fingerprint: [key] }))).toMatchObject({
            answer: { id },
          });
        expect(await mine.act('interaction.separate', { id: second.id })).toMatchObject({
          status: 'already',
        });
        // Undone, only the one that was named is gone.
        await mine.act('interaction.undo', { id: first.id });
        expect((await desk.row('interaction', second.id))?.deletedAt).toBeNull();
        expect(await mine.act('interaction.separate', { id: first.id })).toMatchObject({
          code: 'interaction.unknown',
        });
        expect(await mine.act('interaction.separate', { id: newId() })).toMatchObject({
          code: 'interaction.unknown',
        });
      });

      it('[U3] [U4] [U5] undo, a late retry of the first log, and log again', async () => {
        const ada = await contact('Ada');
        const log = mailInput({
          subject: 'Undo me',
          contactIds: [ada],
          fingerprint: ['mid:<u@x>', 'gm:me:u'],
        });
        const number = mine.next++;
        const first = { number, verb: 'interaction.log', input: log, at: desk.clock.now } as Mutation;
        await mine.push([first]);
        expect(await find(desk.here.db, desk.owner, { text: 'undo me', limit: 5 })).toHaveLength(1);
        expect(await mias.act('interaction.undo', { id: log.id })).toMatchObject({ status: 'applied' });
        expect(await timeline(ada)).toEqual([]);
        expect(await find(desk.here.db, desk.owner, { text: 'undo me', limit: 5 })).toEqual([]);
        expect(await mine.push([first])).toEqual([{ number, status: 'applied', answer: null }]);
        expect((await desk.row('interaction', log.id))?.deletedAt).not.toBeNull();
        const again = { ...log, id: newId() };
        expect(await mias.act('interaction.log', again)).toMatchObject({ status: 'applied' });
        expect((await timeline(ada)).map(({ id }) => id)).toEqual([again.id]);
        expect(await mine.act('interaction.undo', { id: log.id })).toMatchObject({ status: 'already' });
        expect(await timeline(ada)).toHaveLength(1);
      });

      it('fills in a body that only a later log could read', async () => {
        const first = mailInput({ body: null, bodyState: 'subject-only', fingerprint: ['mid:<b@x>'] });
        await mine.act('interaction.log', first);
        await mias.act('interaction.log', mailInput({ body: 'Zebra crossing', fingerprint: ['mid:<b@x>'] }));
        expect(await desk.row('interaction', first.id)).toMatchObject({
          body: 'Zebra crossing',
          bodyState: 'read',
        });
        expect(await find(desk.here.db, desk.owner, { text: 'zebra', limit: 5 })).toMatchObject([
          { id: first.id },
        ]);
        await mine.act('interaction.log', mailInput({ body: 'Other text', fingerprint: ['mid:<b@x>'] }));
        expect((await desk.row('interaction', first.id))?.body).toBe('Zebra crossing');
      });

      it('one mail logged by ten clients at once is one entry', async () => {
        const clients = Array.from({ length: 10 }, () => desk.client());
        const results = await Promise.all(
          clients.map((client, i) =>
            client.act('interaction.log', mailInput({ fingerprint: ['mid:<ten@x>', `gm:c${i}:1`] })),
          ),
        );
        expect(results.filter(({ status }) => status === 'applied')).toHaveLength(1);
        expect(results.filter(({ status }) => status === 'already')).toHaveLength(9);
      });

      it('answers a push in order when one of its mails is known already, among others that are not', async () => {
        const known = mailInput({ fingerprint: ['mid:<known@pushed>'] });
        await mias.act('interaction.log', known);
        const client = desk.client();
        const logs = ['a', 'known', 'b', 'b'].map((name) =>
          mailInput({ subject: `Pushed ${name}`, fingerprint: [`mid:<${name}@pushed>`] }),
        );
        const given = logs.map((input, i) => ({ number: i + 1, verb: 'interaction.log', input, at: 1 }));
        const edit = {
          number: 5,
          verb: 'interaction.edit',
          input: { id: logs[2]?.id, fields: { outcome: 'late' } },
        };
        const [results, others] = await Promise.all([
          client.push([...given, { ...edit, at: 1 }] as Mutation[]),
          desk.client().act('interaction.log', mailInput({ fingerprint: ['mid:<c@pushed>'] })),
        ]);
        expect(others.status).toBe('applied');
        expect(results.map(({ number, status, answer }) => [number, status, answer?.id])).toEqual([
          [1, 'applied', undefined],
          [2, 'already', known.id],
          [3, 'applied', undefined],
          [4, 'already', logs[2]?.id],
          [5, 'applied', undefined],
        ]);
        expect((await desk.row('interaction', logs[2]?.id ?? ''))?.outcome).toBe('late');
        const found = await find(desk.here.db, desk.owner, { text: 'pushed', limit: 9 });
        expect(found.map(({ id }) => id).toSorted()).toEqual([logs[0]?.id, logs[2]?.id].toSorted());
      });

      it('refuses to log on what it does not know', async () => {
        const act = (over: object) => mine.act('interaction.log', mailInput(over));
        expect(await act({ contactIds: [newId()] })).toMatchObject({ code: 'contact.unknown' });
        expect(await act({ companyId: newId() })).toMatchObject({ code: 'company.unknown' });
        expect(await act({ dealId: newId() })).toMatchObject({ code: 'deal.unknown' });
        expect(await mine.act('interaction.undo', { id: newId() })).toMatchObject({
          code: 'interaction.unknown',
        });
        expect(await mine.act('interaction.edit', { id: newId(), fields: {} })).toMatchObject({
          code: 'interaction.unknown',
        });
      });
    },
  );
});
