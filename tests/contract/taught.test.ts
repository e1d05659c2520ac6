import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { contactInput } from './inputs.ts';
import { applied, refused } from './results.ts';

describe.each(engines)('what somebody showed and said (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let boss: Client;
      let mia: Client;
      beforeAll(async () => {
        desk = await openDesk(engine);
        boss = desk.client();
        mia = desk.client(await desk.member('member', 'Mia'));
      });
      afterAll(() => desk.close());

      it('[O1] how a site is read is shown once, serves the team, and is taken back by anybody who writes', async () => {
        const recipe = { host: 'acme.example', kind: 'person', shape: '{"v":1,"of":"future"}' } as const;
        const [id, again] = [newId(), newId()];
        expect(await mia.act('recipe.add', { id, ...recipe })).toEqual(applied);
        expect(await desk.row('recipe', id, boss.by)).toMatchObject({ ...recipe, createdBy: mia.by });
        expect(await boss.act('recipe.add', { id: again, ...recipe })).toMatchObject({
          status: 'already',
          answer: { id },
        });
        // Another shape of the same site is another recipe.
        expect(await boss.act('recipe.add', { id: newId(), ...recipe, shape: '{}' })).toEqual(applied);
        expect(await boss.act('recipe.remove', { id })).toEqual(applied);
        expect(await mia.act('recipe.remove', { id })).toMatchObject({ status: 'already' });
        expect(await boss.act('recipe.add', { id: again, ...recipe })).toEqual(applied);
        expect(await mia.act('recipe.remove', { id: newId() })).toEqual(refused('recipe.unknown'));
      });

      it('[J9] that two are two is kept in one order, and each word of it', async () => {
        const [ada, bob] = [contactInput({ name: 'Ada' }), contactInput({ name: 'Bob' })];
        for (const each of [ada, bob]) await boss.act('contact.add', each);
        const [aId = '', bId = ''] = [ada.id, bob.id].sort();
        const [first, second] = [newId(), newId()];
        await mia.act('distinction.add', { id: first, noun: 'contact', aId: bId, bId: aId, askAbove: 6.5 });
        await boss.act('distinction.add', { id: second, noun: 'contact', aId, bId, askAbove: null });
        expect(await desk.row('distinction', first, boss.by)).toMatchObject({ aId, bId, askAbove: 6.5 });
        expect(await desk.row('distinction', second, mia.by)).toMatchObject({ aId, bId, askAbove: null });
        expect(await mia.act('distinction.remove', { id: second })).toEqual(applied);
        expect(await mia.act('distinction.remove', { id: newId() })).toEqual(refused('distinction.unknown'));
        const between = (other: string) => ({
          id: newId(),
          noun: 'contact' as const,
          aId,
          bId: other,
          askAbove: null,
        });
        expect(await mia.act('distinction.add', between(newId()))).toEqual(refused('contact.unknown'));
        expect(await mia.act('distinction.add', between(aId))).toEqual(refused('input.invalid'));
      });
    },
  );
});
