import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { applied, refused } from './results.ts';

describe.each(engines)('templates (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let boss: Client;
      let mia: Client;
      let tom: Client;
      const template = (over: Partial<Input<'template.add'>> = {}): Input<'template.add'> => ({
        ...{
          id: newId(),
          name: 'offer',
          subject: 'For {{company}}',
          body: 'Hi {{first_name|there}}\n',
          position: 1,
        },
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

      it('[W4] a shared one is everybody’s to write with, its maker’s and the administrators’ to change', async () => {
        const { id, private: _, ...input } = template();
        await mia.act('template.add', { id, ...input, private: false });
        expect(await desk.row('template', id, tom.by)).toMatchObject({
          ...input,
          privateTo: null,
          createdBy: mia.by,
        });
        expect(await tom.act('template.edit', { id, fields: { body: 'x' } })).toEqual(
          refused('role.forbidden'),
        );
        expect(await tom.act('template.remove', { id })).toEqual(refused('role.forbidden'));
        expect(await boss.act('template.edit', { id, fields: { subject: null } })).toEqual(applied);
        expect(await boss.act('template.edit', { id, fields: {}, private: true })).toEqual(
          refused('role.forbidden'),
        );
        expect(await desk.row('template', id, tom.by)).toMatchObject({ subject: null, body: input.body });
        expect(await boss.act('template.remove', { id })).toEqual(applied);
        expect((await desk.row('template', id, mia.by))?.deletedAt).not.toBeNull();
      });

      it('[W4] one’s own does not exist for anybody else, until its maker shares it', async () => {
        const { id, ...input } = template({ private: true });
        await mia.act('template.add', { id, ...input });
        for (const other of [tom, boss]) {
          // An empty tombstone, as of a row that was shared once.
          const seen = await desk.row('template', id, other.by);
          expect(seen?.deletedAt).not.toBeNull();
          expect(JSON.stringify(seen)).not.toContain('first_name');
          expect(await other.act('template.edit', { id, fields: { name: 'x' } })).toEqual(
            refused('template.unknown'),
          );
          expect(await other.act('template.remove', { id })).toEqual(refused('template.unknown'));
        }
        expect(await mia.act('template.edit', { id, fields: {}, private: false })).toEqual(applied);
        expect(await desk.row('template', id, tom.by)).toMatchObject({ name: 'offer' });
        expect(await mia.act('template.edit', { id, fields: {}, private: true })).toEqual(applied);
        expect(await desk.row('template', id, tom.by)).toMatchObject({ deletedAt: expect.any(Number) });
      });

      it('[W4] what it says is kept as it was written, whatever it is', async () => {
        const body = '<b>{{first_name}}</b> \u202e{{{{}}|}} 您好\n\n{{own.tier|<script>}}';
        const { id, ...input } = template({ body });
        await mia.act('template.add', { id, ...input });
        expect(await desk.row('template', id, boss.by)).toMatchObject({ body });
      });
    },
  );
});
