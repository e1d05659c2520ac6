import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import { removeMember } from '../../api/services/member/remove.ts';
import { limits } from '../../shared/domain/limits.ts';
import type { Id } from '../../shared/kit/id.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { contactInput, mailInput, taskInput } from './inputs.ts';

describe.each(engines)('tasks that repeat, and mentions (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let olive: Client;
      let mia: Client;
      let reader: Client;
      beforeAll(async () => {
        desk = await openDesk(engine);
        olive = desk.client();
        mia = desk.client(await desk.member('member', 'Mia'));
        reader = desk.client(await desk.member('read-only', 'Rhea'));
      });
      afterAll(() => desk.close());

      const nine = Date.parse('2026-11-23T08:00:00Z');
      const addTask = async (more: object = {}) => {
        const input = taskInput({
          ...{ dueDay: '2026-11-23', dueAt: nine, zone: 'Europe/Berlin', note: 'Bring the list' },
          ...{ repeat: 'FREQ=WEEKLY;BYDAY=MO', ownerId: mia.by },
          ...more,
        });
        await olive.act('task.add', input);
        return input.id;
      };
      const next = () => ({ id: newId(), dueDay: '2026-11-30', dueAt: nine + 7 * 86_400_000 });
      const fieldsOf = async (rowId: Id) =>
        (await listHistory(desk.here.db, desk.owner, { noun: 'task', rowId }))
          .toReversed()
          .map(({ field, from, to }) => [field, from, to]);
      const tasks = async () => (await desk.rows()).filter(({ noun }) => noun === 'task').length;

      it('note, zone and rule come back as they were given', async () => {
        const id = await addTask();
        expect(await desk.row('task', id)).toMatchObject({
          ...{ note: 'Bring the list', zone: 'Europe/Berlin', repeat: 'FREQ=WEEKLY;BYDAY=MO', dueAt: nine },
        });
        await mia.act('task.edit', {
          id,
          fields: { note: null, repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1', zone: null },
        });
        expect(await desk.row('task', id)).toMatchObject({
          ...{ note: null, zone: null, repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1' },
        });
      });

      it('a rule that nobody can follow is refused', async () => {
        for (const repeat of ['FREQ=SECONDLY', 'FREQ=DAILY;INTERVAL=0', 'FREQ=WEEKLY;BYDAY=8X', ' '])
          expect(await olive.act('task.add', taskInput({ repeat }))).toMatchObject({ code: 'input.invalid' });
      });

      it('[R1] of two completions of one task the second changes nothing and makes no second follow-up', async () => {
        const id = await addTask();
        const [first, second] = [next(), next()];
        expect(await mia.act('task.complete', { id, at: nine, next: first })).toMatchObject({
          status: 'applied',
        });
        const before = await tasks();
        expect(await olive.act('task.complete', { id, at: nine + 5, next: second })).toMatchObject({
          status: 'already',
          answer: { id },
        });
        expect(await tasks()).toBe(before);
        expect(await desk.row('task', second.id)).toBeNull();
        expect(await desk.row('task', id)).toMatchObject({ doneAt: nine, repeat: null });
        expect(await desk.row('task', first.id)).toMatchObject({
          ...{
            title: (await desk.row('task', id))?.title,
            dueDay: first.dueDay,
            dueAt: first.dueAt,
            doneAt: null,
          },
          ...{
            zone: 'Europe/Berlin',
            note: 'Bring the list',
            repeat: 'FREQ=WEEKLY;BYDAY=MO',
            ownerId: mia.by,
          },
          createdBy: mia.by,
        });
        expect((await fieldsOf(first.id)).map(([field]) => field).sort()).toEqual([
          'added',
          'dueAt',
          'dueDay',
          'ownerId',
        ]);
        expect((await fieldsOf(id)).slice(-2)).toEqual([
          ['repeat', 'FREQ=WEEKLY;BYDAY=MO', null],
          ['doneAt', null, nine],
        ]);
      });

      it('[R2] the rule goes on with the task that follows: opened again and completed again, the first makes no other series', async () => {
        const id = await addTask();
        await mia.act('task.complete', { id, at: nine, next: next() });
        await mia.act('task.reopen', { id });
        const before = await tasks();
        expect(await mia.act('task.complete', { id, at: nine, next: next() })).toMatchObject({
          status: 'applied',
        });
        expect(await tasks()).toBe(before);
      });

      it('[R1] what follows takes no other row’s place, and what is done once is followed by nothing', async () => {
        const [id, other] = [await addTask(), await addTask({ repeat: null })];
        expect(
          await mia.act('task.complete', { id, at: nine, next: { ...next(), id: other } }),
        ).toMatchObject({
          code: 'input.invalid',
        });
        expect(await desk.row('task', id)).toMatchObject({ doneAt: null });
        const follows = next();
        await mia.act('task.complete', { id: other, at: nine, next: follows });
        expect(await desk.row('task', follows.id)).toBeNull();
        expect(await desk.row('task', other)).toMatchObject({ doneAt: nine });
      });

      const promise = (over: object = {}) =>
        taskInput({
          title: 'Send the quote',
          promisedBy: 'us',
          promiseKey: `pr:77:${newId().slice(-8)}`,
          ...over,
        });
      const nextMinute = (key: string | null | undefined) => (key ?? '').replace('pr:77', 'pr:78');

      it('[Z6] two who take one promise offline have one task, in either order, and lose no word', async () => {
        const first = promise({ note: 'I will send it.\nhttps://mail/olive', ownerId: mia.by });
        const second = promise({
          ...{ title: '发报价', promiseKey: nextMinute(first.promiseKey) },
          note: 'I will send it.\nhttps://mail/mia',
        });
        expect(await olive.act('task.add', first)).toMatchObject({ status: 'applied' });
        expect(await mia.act('task.add', second)).toMatchObject({
          status: 'already',
          answer: { id: first.id },
        });
        expect(await desk.row('task', second.id)).toBeNull();
        expect(await desk.row('task', first.id)).toMatchObject({
          ...{ title: 'Send the quote', ownerId: mia.by },
          note: 'I will send it.\nhttps://mail/olive\n发报价\nhttps://mail/mia',
        });
        // The first said again, and a third who says nothing new.
        expect(await olive.act('task.add', first)).toMatchObject({ status: 'already' });
        expect(await mia.act('task.add', promise({ promiseKey: first.promiseKey }))).toMatchObject({
          answer: { id: first.id },
        });
        expect((await fieldsOf(first.id)).filter(([field]) => field === 'note')).toHaveLength(1);
      });

      it('[Z6] words that have no room in the note stand in the history', async () => {
        const first = promise({ note: 'x'.repeat(limits.note - 3) });
        await olive.act('task.add', first);
        await mia.act('task.add', promise({ title: '发报价', promiseKey: first.promiseKey }));
        expect((await desk.row('task', first.id))?.note).toBe(first.note);
        expect(await listHistory(desk.here.db, desk.owner, { noun: 'task', rowId: first.id })).toContainEqual(
          expect.objectContaining({ field: 'note', to: '发报价', state: 'proposed' }),
        );
      });

      it('[Z7] whoever took it second edits, completes and reopens the first, and takes back only their own', async () => {
        const first = promise();
        const second = promise({ promiseKey: first.promiseKey });
        await olive.act('task.add', first);
        const acts = async () => [
          await mia.act('task.add', second),
          await mia.act('task.edit', { id: second.id, fields: { title: 'Send the new quote' } }),
          await mia.act('task.complete', { id: second.id, at: nine }),
        ];
        expect((await acts()).map(({ status }) => status)).toEqual(['already', 'applied', 'applied']);
        expect(await desk.row('task', first.id)).toMatchObject({ title: 'Send the new quote', doneAt: nine });
        await mia.act('task.reopen', { id: second.id });
        for (const verb of ['task.remove', 'task.restore'] as const)
          expect(await mia.act(verb, { id: second.id })).toMatchObject({
            status: 'already',
            answer: { id: first.id },
          });
        expect(await desk.row('task', first.id)).toMatchObject({ doneAt: null, deletedAt: null });
      });

      it('[Z7] a removed promise can be taken anew, and brought back it is the one that was taken', async () => {
        const first = promise();
        await olive.act('task.add', first);
        await olive.act('task.remove', { id: first.id });
        const again = promise({ promiseKey: nextMinute(first.promiseKey) });
        expect(await mia.act('task.add', again)).toMatchObject({ status: 'applied' });
        expect(await olive.act('task.restore', { id: first.id })).toMatchObject({
          status: 'already',
          answer: { id: again.id },
        });
        expect((await desk.row('task', first.id))?.deletedAt).not.toBeNull();
        await olive.act('task.edit', { id: first.id, fields: { title: 'Mine again' } });
        expect(await desk.row('task', again.id)).toMatchObject({ title: 'Mine again' });
      });

      it('[Z6] [A3] a task of somebody’s own contact stands for nobody else’s', async () => {
        const own = contactInput({ private: true });
        await olive.act('contact.add', own);
        const first = promise({ contactId: own.id });
        await olive.act('task.add', first);
        const theirs = promise({ promiseKey: first.promiseKey });
        expect(await mia.act('task.add', theirs)).toMatchObject({ status: 'applied' });
        expect(await olive.act('task.add', promise({ promiseKey: first.promiseKey }))).toMatchObject({
          answer: { id: first.id },
        });
      });

      it('[Z6] [W5] an answer is awaited once, however often its sending is told', async () => {
        const key = `await:gm:mia@us.example:${newId()}`;
        await mia.act('task.add', taskInput({ promiseKey: key, awaits: 'gm:t' }));
        expect(await mia.act('task.add', taskInput({ promiseKey: key, awaits: 'gm:t' }))).toMatchObject({
          status: 'already',
        });
      });

      it('a removed task is gone for everybody, completes no more, and comes back as it was', async () => {
        const id = await addTask();
        expect(await mia.act('task.remove', { id })).toMatchObject({ status: 'applied' });
        expect(await mia.act('task.remove', { id })).toMatchObject({ status: 'already' });
        expect((await desk.row('task', id))?.deletedAt).not.toBeNull();
        expect(await olive.act('task.complete', { id, at: nine })).toMatchObject({ code: 'task.unknown' });
        expect(await olive.act('task.restore', { id })).toMatchObject({ status: 'applied' });
        expect(await desk.row('task', id)).toMatchObject({
          deletedAt: null,
          repeat: 'FREQ=WEEKLY;BYDAY=MO',
          ownerId: mia.by,
        });
        expect(await olive.act('task.remove', { id: newId() })).toMatchObject({ code: 'task.unknown' });
      });

      const note = async (mentions: Id[], more: object = {}) => {
        const person = contactInput();
        await olive.act('contact.add', person);
        const input = mailInput({
          ...{
            kind: 'note',
            direction: null,
            channel: null,
            subject: null,
            body: 'Please ask her',
            bodyState: null,
          },
          ...{ threadKey: null, participants: [], fingerprint: [], contactIds: [person.id], mentions },
          ...more,
        });
        expect(await olive.act('interaction.log', input)).toMatchObject({ status: 'applied' });
        return input.id;
      };

      it('[R3] whoever is mentioned finds it until they have settled it, and nobody settles it for them', async () => {
        const id = await note([mia.by, reader.by]);
        expect(await desk.row('interaction', id, mia.by)).toMatchObject({ mentions: [mia.by, reader.by] });
        await olive.act('interaction.settleMention', { id });
        expect((await desk.row('interaction', id))?.mentions).toHaveLength(2);
        expect(await mia.act('interaction.settleMention', { id })).toMatchObject({ status: 'applied' });
        expect(await mia.act('interaction.settleMention', { id })).toMatchObject({ status: 'applied' });
        expect((await desk.row('interaction', id))?.mentions).toEqual([reader.by]);
      });

      it('[R3] [P10] a member who may only read settles too, and does nothing else', async () => {
        const id = await note([reader.by]);
        expect(await reader.act('interaction.settleMention', { id })).toMatchObject({ status: 'applied' });
        expect((await desk.row('interaction', id))?.mentions).toEqual([]);
        expect(await reader.act('task.add', taskInput())).toMatchObject({ code: 'role.forbidden' });
      });

      it('[R4] a mention in a private note lets that member in and nobody else, and settling it takes nothing from them', async () => {
        const id = await note([mia.by], { private: true });
        expect(await desk.row('interaction', id, mia.by)).toMatchObject({
          ...{ body: 'Please ask her', mentions: [mia.by], sharedWith: [mia.by] },
        });
        expect(await desk.row('interaction', id, reader.by)).toMatchObject({
          body: null,
          mentions: [],
          sharedWith: [],
        });
        expect(await reader.act('interaction.settleMention', { id })).toMatchObject({
          code: 'interaction.unknown',
        });
        await mia.act('interaction.settleMention', { id });
        expect(await desk.row('interaction', id, mia.by)).toMatchObject({
          body: 'Please ask her',
          mentions: [],
        });
        expect(await mia.act('interaction.edit', { id, fields: { body: 'x' } })).toMatchObject({
          code: 'interaction.unknown',
        });
      });

      it('[R3] who was removed meanwhile, or never was, is mentioned no more, and the note counts all the same', async () => {
        const gone = await desk.member('member', 'Gone');
        await removeMember(
          desk.world,
          { workspaceId: desk.here.id, userId: desk.owner, role: 'owner' } as never,
          { forget: () => undefined },
          { userId: gone },
        );
        const id = await note([gone, newId(), mia.by], { private: true });
        expect(await desk.row('interaction', id)).toMatchObject({ mentions: [mia.by], sharedWith: [mia.by] });
      });
    },
  );
});
