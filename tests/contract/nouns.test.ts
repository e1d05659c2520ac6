import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import type { Noun } from '../../shared/domain/rows.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput, email, mailInput, taskInput } from './inputs.ts';

describe.each(engines)('what every verb does to its rows (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let client: Client;
      beforeAll(async () => {
        desk = await openDesk(engine);
        client = desk.client();
      });
      afterAll(() => desk.close());

      const history = async (noun: Noun, rowId: string) =>
        (await listHistory(desk.here.db, desk.owner, { noun, rowId }))
          .toReversed()
          .map(({ field, from, to }) => [field, from, to]);
      const stages = async () =>
        (await desk.rows()).filter(({ noun }) => noun === 'stage').map(({ row }) => row.id);

      it('a contact comes back as it was given, and each change of it says from what to what', async () => {
        const company = companyInput({ domains: ['Whole.Example.', 'whole.example'] });
        await client.act('company.add', company);
        const input = contactInput({
          name: '陳小明',
          givenName: '小明',
          familyName: '陳',
          title: 'CTO',
          companyId: company.id,
          phone: '+49 221 1',
          address: 'Köln',
          zone: 'Asia/Taipei',
          role: 'supplier',
          roleReason: 'they print our cards',
          own: { seats: 5, since: '2020-01-01' },
          keys: [email('Ming@Whole.Example'), { kind: 'phone', value: '+492211', source: 'signature' }],
        });
        expect(await client.act('contact.add', input)).toMatchObject({ status: 'applied' });
        expect(await desk.row('contact', input.id)).toEqual({
          ...input,
          keys: [email('ming@whole.example'), { kind: 'phone', value: '+492211', source: 'signature' }],
          ownerId: desk.owner,
          createdAt: expect.any(Number),
          createdBy: desk.owner,
          updatedAt: expect.any(Number),
          deletedAt: null,
          mergedInto: null,
          privateTo: null,
        });
        expect((await desk.row('company', company.id))?.domains).toEqual(['whole.example']);
        await client.act('contact.edit', {
          id: input.id,
          fields: { lifeCycle: 'customer', title: null, name: '陳小明', own: { seats: 6, city: 'Bonn' } },
        });
        await client.act('contact.addKey', { id: input.id, key: email('second@whole.example') });
        await client.act('contact.removeKey', { id: input.id, key: { kind: 'phone', value: '+492211' } });
        const row = await desk.row('contact', input.id);
        expect(row).toMatchObject({ lifeCycle: 'customer', title: null });
        expect(row?.own).toEqual({ seats: 6, since: '2020-01-01', city: 'Bonn' });
        expect(row?.keys.map(({ value }) => value)).toEqual(['ming@whole.example', 'second@whole.example']);
        expect(await history('contact', input.id)).toEqual([
          ['added', null, '陳小明'],
          ['lifeCycle', null, 'lead'],
          ['ownerId', null, desk.owner],
          ['companyId', null, company.id],
          ['title', 'CTO', null],
          ['lifeCycle', 'lead', 'customer'],
          ['own.seats', 5, 6],
          ['own.city', null, 'Bonn'],
          ['key', null, 'email:second@whole.example'],
          ['key', 'phone:+492211', null],
        ]);
      });

      it('a contact added twice becomes an alias, and what is linked to it arrives at the first one', async () => {
        const first = contactInput({ keys: [email('twice@x.example')] });
        const second = contactInput({
          name: 'A. L.',
          keys: [email('TWICE@x.example'), { kind: 'profile', value: 'https://in.example/al', source: null }],
        });
        await client.act('contact.add', first);
        expect(await client.act('contact.add', second)).toMatchObject({
          status: 'already',
          answer: { id: first.id },
        });
        expect(await desk.row('contact', second.id)).toMatchObject({ mergedInto: first.id, keys: [] });
        expect((await desk.row('contact', first.id))?.keys).toHaveLength(2);
        const log = mailInput({ contactIds: [second.id, first.id] });
        const deal = dealInput({ contactIds: [second.id] });
        const task = taskInput({ contactId: second.id });
        await client.act('interaction.log', log);
        await client.act('deal.add', deal);
        await client.act('task.add', task);
        await client.act('contact.edit', { id: second.id, fields: { title: 'Countess' } });
        expect((await desk.row('interaction', log.id))?.contactIds).toEqual([first.id]);
        expect((await desk.row('deal', deal.id))?.contactIds).toEqual([first.id]);
        expect((await desk.row('task', task.id))?.contactId).toBe(first.id);
        expect((await desk.row('contact', first.id))?.title).toBe('Countess');
        // Taking back the duplicate leaves the first one alone.
        await client.act('contact.remove', { id: second.id });
        expect((await desk.row('contact', first.id))?.deletedAt).toBeNull();
      });

      it('a key of somebody else is not taken from them, a removed contact frees its keys', async () => {
        const [one, other] = [contactInput({ keys: [email('one@k.example')] }), contactInput()];
        await client.act('contact.add', one);
        await client.act('contact.add', other);
        expect(
          await client.act('contact.addKey', { id: other.id, key: email('One@k.example') }),
        ).toMatchObject({
          status: 'already',
          answer: { id: one.id },
        });
        expect((await desk.row('contact', other.id))?.keys).toEqual([]);
        await client.act('contact.remove', { id: one.id });
        expect(
          await client.act('contact.addKey', { id: other.id, key: email('one@k.example') }),
        ).toMatchObject({
          status: 'applied',
        });
        expect(await client.act('contact.edit', { id: one.id, fields: { name: 'x' } })).toMatchObject({
          code: 'contact.removed',
        });
        expect(await client.act('contact.remove', { id: one.id })).toMatchObject({ status: 'already' });
        // A switchboard may be many people's.
        const phone = { kind: 'phone' as const, value: '+49111', source: null };
        for (const id of [other.id, (await added()).id])
          expect(await client.act('contact.addKey', { id, key: phone })).toMatchObject({ status: 'applied' });
      });
      const added = async () => {
        const input = contactInput();
        await client.act('contact.add', input);
        return input;
      };

      it('a company with a known domain is that company', async () => {
        const first = companyInput({ domains: ['dup.example'] });
        const second = companyInput({ name: 'Dup Ltd', domains: ['dup.example', 'dup.org'] });
        await client.act('company.add', first);
        expect(await client.act('company.add', second)).toMatchObject({ answer: { id: first.id } });
        expect((await desk.row('company', first.id))?.domains).toEqual(['dup.example', 'dup.org']);
        const contact = contactInput({ companyId: second.id });
        await client.act('contact.add', contact);
        expect((await desk.row('contact', contact.id))?.companyId).toBe(first.id);
        await client.act('company.edit', {
          id: second.id,
          fields: { city: 'Bonn', domains: ['dup.net', 'dup.org'] },
        });
        expect(await desk.row('company', first.id)).toMatchObject({
          city: 'Bonn',
          domains: ['dup.net', 'dup.org'],
        });
        expect(await history('company', first.id)).toContainEqual([
          'domains',
          'dup.example dup.org',
          'dup.net dup.org',
        ]);
        await client.act('company.remove', { id: first.id });
        expect(await client.act('company.add', companyInput({ domains: ['dup.net'] }))).toMatchObject({
          status: 'applied',
        });
      });

      it('[B2] a deal: added into the first stage, moved, edited, lost with reason, reopened, won', async () => {
        const [first, second] = await stages();
        const contact = await added();
        const input = dealInput({
          amountMinor: 120_050,
          currency: 'EUR',
          expectedClose: '2027-03-31',
          need: 'more seats',
          contactIds: [contact.id],
        });
        await client.act('deal.add', input);
        const start = await desk.row('deal', input.id);
        expect(start).toMatchObject({ stageId: first, state: 'open', amountMinor: 120_050, currency: 'EUR' });
        await client.act('deal.move', { id: input.id, stageId: second ?? '' });
        const moved = await desk.row('deal', input.id);
        expect(moved?.stageId).toBe(second);
        expect(moved?.stageSince).toBeGreaterThan(start?.stageSince ?? Number.POSITIVE_INFINITY);
        await client.act('deal.edit', {
          id: input.id,
          fields: { amountMinor: 99_000, currency: 'USD', contactIds: [], expectedClose: null },
        });
        const lost = {
          id: input.id,
          state: 'lost' as const,
          at: 1_700,
          lostReason: 'price',
          competitor: 'Rival',
        };
        await client.act('deal.close', lost);
        expect(await desk.row('deal', input.id)).toMatchObject({
          state: 'lost',
          closedAt: 1_700,
          lostReason: 'price',
          competitor: 'Rival',
          contactIds: [],
        });
        expect(await client.act('deal.close', lost)).toMatchObject({ code: 'deal.closed' });
        expect(await client.act('deal.move', { id: input.id, stageId: first ?? '' })).toMatchObject({
          code: 'deal.closed',
        });
        await client.act('deal.reopen', { id: input.id });
        expect(await desk.row('deal', input.id)).toMatchObject({
          state: 'open',
          closedAt: null,
          lostReason: null,
        });
        await client.act('deal.close', { ...lost, state: 'won', lostReason: null, competitor: null });
        const fields = await history('deal', input.id);
        for (const change of [
          ['stageId', null, first],
          ['stageId', first, second],
          ['amountMinor', null, 120_050],
          ['amountMinor', 120_050, 99_000],
          ['currency', 'EUR', 'USD'],
          ['expectedClose', '2027-03-31', null],
          ['state', 'open', 'lost'],
          ['lostReason', null, 'price'],
          ['state', 'lost', 'open'],
          ['state', 'open', 'won'],
        ])
          expect(fields).toContainEqual(change);
      });

      it('a task: added, edited, done, open again', async () => {
        const input = taskInput({ dueDay: '2027-01-02' });
        await client.act('task.add', input);
        await client.act('task.edit', { id: input.id, fields: { title: 'Write', dueDay: null } });
        await client.act('task.complete', { id: input.id, at: 5_000 });
        expect(await desk.row('task', input.id)).toMatchObject({
          title: 'Write',
          dueDay: null,
          doneAt: 5_000,
        });
        await client.act('task.reopen', { id: input.id });
        expect((await desk.row('task', input.id))?.doneAt).toBeNull();
        expect((await history('task', input.id)).map(([field]) => field)).toEqual([
          'added',
          'dueDay',
          'ownerId',
          'title',
          'dueDay',
          'doneAt',
          'doneAt',
        ]);
      });

      it('a note, edited and put to a deal', async () => {
        const deal = dealInput();
        await client.act('deal.add', deal);
        const note = mailInput({
          kind: 'note',
          direction: null,
          subject: null,
          bodyState: null,
          body: 'Old',
        });
        await client.act('interaction.log', note);
        await client.act('interaction.edit', { id: note.id, fields: { body: 'New', dealId: deal.id } });
        expect(await desk.row('interaction', note.id)).toMatchObject({ body: 'New', dealId: deal.id });
        expect(await history('interaction', note.id)).toEqual([
          ['added', null, 'note'],
          ['body', 'Old', 'New'],
          ['dealId', null, deal.id],
        ]);
      });

      it('unknown ids are refused with the noun they lack', async () => {
        const id = newId();
        const known = (await added()).id;
        const refusals: [Promise<unknown>, string][] = [
          [client.act('contact.edit', { id, fields: {} }), 'contact.unknown'],
          [client.act('contact.addKey', { id, key: email('a@b.example') }), 'contact.unknown'],
          [client.act('contact.edit', { id: known, fields: { companyId: id } }), 'company.unknown'],
          [client.act('contact.edit', { id: known, fields: { ownerId: id } }), 'not_found'],
          [client.act('contact.add', contactInput({ companyId: id })), 'company.unknown'],
          [client.act('company.edit', { id, fields: {} }), 'company.unknown'],
          [client.act('deal.edit', { id, fields: {} }), 'deal.unknown'],
          [client.act('deal.add', dealInput({ stageId: id })), 'stage.unknown'],
          [client.act('deal.add', dealInput({ contactIds: [id] })), 'contact.unknown'],
          [client.act('deal.move', { id, stageId: id }), 'deal.unknown'],
          [
            client.act('deal.close', { id, state: 'won', at: 0, lostReason: null, competitor: null }),
            'deal.unknown',
          ],
          [client.act('deal.reopen', { id }), 'deal.unknown'],
          [client.act('task.add', taskInput({ dealId: id })), 'deal.unknown'],
          [client.act('task.edit', { id, fields: {} }), 'task.unknown'],
          [client.act('task.complete', { id, at: 0 }), 'task.unknown'],
          [client.act('task.reopen', { id }), 'task.unknown'],
        ];
        for (const [result, code] of refusals)
          expect(await result).toMatchObject({ status: 'refused', code });
      });

      it('the same id added under another number is the row that is there', async () => {
        const input = taskInput();
        await client.act('task.add', input);
        expect(await client.act('task.add', { ...input, title: 'Other' })).toMatchObject({
          status: 'already',
          answer: { id: input.id },
        });
        expect((await desk.row('task', input.id))?.title).toBe('Call back');
      });
    },
  );
});
