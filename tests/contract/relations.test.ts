import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyAbout } from '../../api/services/history/about.ts';
import { listHistory } from '../../api/services/history/list.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput, email, taskInput } from './inputs.ts';

describe.each(engines)('how people and companies stand to each other (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let client: Client;
      let mia: Client;
      const [ada, acme, initech, deal] = [newId(), newId(), newId(), newId()];
      const relation = (over: Partial<Input<'relation.add'>> = {}): Input<'relation.add'> => ({
        id: newId(),
        fromNoun: 'company',
        fromId: acme,
        kind: 'supplies',
        toNoun: 'company',
        toId: initech,
        note: null,
        ...over,
      });
      beforeAll(async () => {
        desk = await openDesk(engine);
        client = desk.client();
        mia = desk.client(await desk.member('member', 'Mia'));
        await client.act('company.add', companyInput({ id: acme }));
        await client.act('company.add', companyInput({ id: initech, name: 'Initech' }));
        await client.act('contact.add', contactInput({ id: ada, keys: [email('ada@acme.example')] }));
        await client.act('deal.add', dealInput({ id: deal, companyId: acme, contactIds: [ada] }));
      });
      afterAll(() => desk.close());

      it('a relation comes back as it was given, is edited and removed, and says so in its history', async () => {
        const input = relation({ note: 'since 2019' });
        expect(await client.act('relation.add', input)).toMatchObject({ status: 'applied' });
        expect(await desk.row('relation', input.id, mia.by)).toMatchObject(input);
        await mia.act('relation.edit', { id: input.id, fields: { kind: 'resells', note: null } });
        expect(await desk.row('relation', input.id)).toMatchObject({ kind: 'resells', note: null });
        await mia.act('relation.remove', { id: input.id });
        expect(await mia.act('relation.remove', { id: input.id })).toMatchObject({ status: 'already' });
        expect(await mia.act('relation.edit', { id: input.id, fields: { note: 'x' } })).toMatchObject({
          status: 'refused',
          code: 'relation.unknown',
        });
        expect((await desk.row('relation', input.id))?.deletedAt).not.toBeNull();
        const told = await listHistory(desk.here.db, desk.owner, { noun: 'relation', rowId: input.id });
        expect(told.toReversed().map(({ field, from, to }) => [field, from, to])).toEqual([
          ['added', null, 'supplies'],
          ['kind', 'supplies', 'resells'],
          ['note', 'since 2019', null],
          ['removed', null, 'resells'],
        ]);
      });

      it('[N1] there is one of a kind between two, whoever adds it, and a change does not make it two', async () => {
        const first = relation();
        await client.act('relation.add', first);
        expect(await mia.act('relation.add', relation())).toEqual(
          expect.objectContaining({ status: 'already', answer: { id: first.id } }),
        );
        // What was written with the second is not lost.
        for (const note of ['since 2019', 'via Mia', 'since 2019'])
          await mia.act('relation.add', relation({ note }));
        expect(await desk.row('relation', first.id)).toMatchObject({ note: 'since 2019\nvia Mia' });
        await mia.act('relation.add', relation({ note: 'x'.repeat(995) }));
        expect(await desk.row('relation', first.id)).toMatchObject({ note: 'since 2019\nvia Mia' });
        const told = await listHistory(desk.here.db, desk.owner, { noun: 'relation', rowId: first.id });
        expect(told[0]).toMatchObject({ field: 'note', state: 'proposed', to: 'x'.repeat(995) });
        const other = relation({ kind: 'resells' });
        expect(await mia.act('relation.add', other)).toMatchObject({ status: 'applied' });
        expect(
          await mia.act('relation.edit', { id: other.id, fields: { kind: 'supplies', note: 'no' } }),
        ).toMatchObject({ status: 'already', answer: { id: first.id } });
        expect(await desk.row('relation', other.id)).toMatchObject({ kind: 'resells', note: null });
        // The other way round is another relation.
        expect(await mia.act('relation.add', relation({ fromId: initech, toId: acme }))).toMatchObject({
          status: 'applied',
        });
        await mia.act('relation.remove', { id: first.id });
        expect(await mia.act('relation.add', relation())).toMatchObject({ status: 'applied' });
      });

      it('[N1] its ends must be there, and two of them', async () => {
        const refused = (over: Partial<Input<'relation.add'>>) => client.act('relation.add', relation(over));
        expect(await refused({ toId: newId() })).toMatchObject({ code: 'company.unknown' });
        expect(await refused({ fromNoun: 'contact', fromId: newId() })).toMatchObject({
          code: 'contact.unknown',
        });
        expect(await refused({ toNoun: 'deal', toId: acme })).toMatchObject({ code: 'deal.unknown' });
        expect(await refused({ toId: acme })).toMatchObject({ code: 'input.invalid' });
      });

      it('[N2] one that was made offline to a contact added twice is of the one that stands', async () => {
        const twice = newId();
        await mia.act('contact.add', contactInput({ id: twice, keys: [email('ada@acme.example')] }));
        const input = relation({ fromNoun: 'contact', fromId: twice, kind: 'end-user-of' });
        await mia.act('relation.add', input);
        expect(await desk.row('relation', input.id)).toMatchObject({ fromId: ada, toId: initech });
      });

      it('[N3] [A1] [D8] of a contact that becomes private its relations are not seen, and come back with it', async () => {
        const input = relation({ fromNoun: 'contact', fromId: ada, kind: 'works-at', note: 'on the side' });
        await client.act('relation.add', input);
        const seen = async (by: Id) => desk.row('relation', input.id, by);
        const seq = async () =>
          (await desk.rows(mia.by)).find(({ row }) => row.id === input.id)?.seq ?? Number.NaN;
        const before = await seq();
        expect(await seen(mia.by)).toMatchObject({ note: 'on the side' });
        await client.act('contact.setPrivate', { id: ada, private: true });
        const tombstone = await seen(mia.by);
        expect(tombstone?.deletedAt).not.toBeNull();
        expect(Object.keys(tombstone ?? {})).not.toContain('note');
        expect(await seq()).toBeGreaterThan(before);
        expect(await seen(desk.owner)).toMatchObject({ note: 'on the side', deletedAt: null });
        // For others it is as unknown as a made-up id. [A6]
        for (const verb of ['relation.edit', 'relation.remove'] as const)
          expect(await mia.act(verb, { id: input.id, fields: { note: 'mine' } } as never)).toMatchObject({
            code: verb === 'relation.edit' ? 'relation.unknown' : expect.any(String),
          });
        expect(await listHistory(desk.here.db, mia.by, { noun: 'relation', rowId: input.id })).toEqual([]);
        const told = await historyAbout(desk.here.db, mia.by, { noun: 'company', id: initech, limit: 100 });
        expect(told.map(({ rowId }) => rowId)).not.toContain(input.id);
        expect(await mia.act('relation.add', { ...input, id: newId() })).toMatchObject({
          code: 'contact.unknown',
        });
        await client.act('contact.setPrivate', { id: ada, private: false });
        expect(await seen(mia.by)).toMatchObject({ note: 'on the side', deletedAt: null });
      });

      it('what changed around a company is told in one look: stages, tasks done, people, relations', async () => {
        const [first, second] = (await desk.rows())
          .filter(({ noun }) => noun === 'stage')
          .map(({ row }) => row.id);
        await client.act('deal.move', { id: deal, stageId: second ?? '' });
        const task = newId();
        await client.act(
          'task.add',
          taskInput({ id: task, companyId: acme, contactId: null, title: 'Send offer' }),
        );
        await client.act('task.complete', { id: task, at: desk.clock.now });
        await client.act('contact.edit', { id: ada, fields: { companyId: acme, lifeCycle: 'customer' } });
        await client.act('company.edit', { id: acme, fields: { city: 'Ulm' } });
        const of = async (noun: 'contact' | 'company' | 'deal', id: Id) =>
          (await historyAbout(desk.here.db, mia.by, { noun, id, limit: 100 })).map(
            ({ noun, field, title, from, to }) => [noun, field, title, from, to],
          );
        expect((await of('company', acme)).slice(0, 5)).toEqual([
          ['company', 'city', null, null, 'Ulm'],
          ['contact', 'lifeCycle', 'Ada Lovelace', 'lead', 'customer'],
          ['contact', 'companyId', 'Ada Lovelace', null, acme],
          ['task', 'doneAt', 'Send offer', null, expect.any(Number)],
          ['deal', 'stageId', 'Renewal', first, second],
        ]);
        expect(await of('contact', ada)).toContainEqual(['deal', 'stageId', 'Renewal', first, second]);
        expect(await of('contact', ada)).toContainEqual(['relation', 'added', 'Initech', null, 'works-at']);
        expect(await of('deal', deal)).toContainEqual(['deal', 'stageId', null, first, second]);
        // Of what others keep to themselves nothing is told.
        await client.act('contact.setPrivate', { id: ada, private: true });
        expect((await of('company', acme)).filter(([noun]) => noun === 'contact')).toEqual([]);
        expect(await of('contact', ada)).toEqual([]);
        await client.act('contact.setPrivate', { id: ada, private: false });
      });
    },
  );
});
