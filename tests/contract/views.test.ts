import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualQuery } from '../../shared/domain/view/usual.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { applied, refused } from './results.ts';

describe.each(engines)('saved views (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let boss: Client;
      let mia: Client;
      let tom: Client;
      const query = JSON.stringify(usualQuery('contact'));
      const view = (over: Partial<Input<'view.add'>> = {}): Input<'view.add'> => ({
        id: newId(),
        noun: 'contact',
        name: 'My leads',
        query,
        position: 1,
        private: false,
        ...over,
      });
      beforeAll(async () => {
        desk = await openDesk(engine);
        boss = desk.client();
        mia = desk.client(await desk.member('member', 'Mia'));
        tom = desk.client(await desk.member('member', 'Tom'));
      });
      afterAll(() => desk.close());

      it('[Q1] a shared one is everybody’s to read, its maker’s and the administrators’ to change', async () => {
        const { id, private: _, ...input } = view();
        await mia.act('view.add', { id, ...input, private: false });
        expect(await desk.row('view', id, tom.by)).toMatchObject({
          ...input,
          privateTo: null,
          createdBy: mia.by,
        });
        expect(await tom.act('view.edit', { id, fields: { name: 'x' } })).toEqual(refused('role.forbidden'));
        expect(await tom.act('view.remove', { id })).toEqual(refused('role.forbidden'));
        expect(await boss.act('view.edit', { id, fields: { name: 'Leads' } })).toEqual(applied);
        expect(await boss.act('view.edit', { id, fields: {}, private: true })).toEqual(
          refused('role.forbidden'),
        );
        expect(await desk.row('view', id, tom.by)).toMatchObject({ name: 'Leads' });
        expect(await boss.act('view.remove', { id })).toEqual(applied);
        expect((await desk.row('view', id, mia.by))?.deletedAt).not.toBeNull();
        expect(await mia.act('view.edit', { id, fields: { name: 'y' } })).toEqual(refused('view.unknown'));
      });

      it('[Q1] one’s own is nobody else’s, is shared and taken back', async () => {
        const { id } = view();
        await mia.act('view.add', view({ id, private: true }));
        expect((await desk.row('view', id, boss.by))?.deletedAt ?? 'none').not.toBeNull();
        expect(await boss.act('view.edit', { id, fields: { name: 'x' } })).toEqual(refused('view.unknown'));
        expect(await boss.act('view.remove', { id })).toEqual(refused('view.unknown'));
        expect(await mia.act('view.edit', { id, fields: { name: 'Ours' }, private: false })).toEqual(applied);
        expect(await desk.row('view', id, tom.by)).toMatchObject({ name: 'Ours', deletedAt: null });
        expect(await mia.act('view.edit', { id, fields: {}, private: true })).toEqual(applied);
        expect((await desk.row('view', id, tom.by))?.deletedAt ?? 'none').not.toBeNull();
        expect(await desk.row('view', id, mia.by)).toMatchObject({ name: 'Ours', privateTo: mia.by });
      });

      it('[Q2] a query that this release cannot read is kept as it came', async () => {
        const future = view({ query: JSON.stringify({ version: 9, groups: ['near me'] }) });
        expect(await mia.act('view.add', future)).toEqual(applied);
        expect(await desk.row('view', future.id, tom.by)).toMatchObject({ query: future.query });
      });
    },
  );
});
