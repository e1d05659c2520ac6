import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import { find } from '../../api/services/search/find.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput, email, mailInput } from './inputs.ts';

describe.each(engines)('two who change the same row (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let nora: Client;
      let mia: Client;
      beforeAll(async () => {
        desk = await openDesk(engine);
        nora = desk.client(await desk.member('member', 'Nora'));
        mia = desk.client(await desk.member('member', 'Mia'));
      });
      afterAll(() => desk.close());
      const history = async (noun: 'contact' | 'company' | 'interaction', rowId: string) =>
        (await listHistory(desk.here.db, desk.owner, { noun, rowId })).reverse();

      it('[P12] fields are merged one by one; of one field the later arrival counts and the other value is in the history', async () => {
        const { id } = contactInput();
        await nora.act('contact.add', contactInput({ id, title: 'CTO' }));
        // Mia's clock is two days behind, and her edit arrives last.
        await nora.act('contact.edit', { id, fields: { title: 'CEO', phone: '1' } });
        const at = desk.clock.now - 2 * 86_400_000;
        await mia.push([
          {
            number: mia.next++,
            verb: 'contact.edit',
            input: { id, fields: { title: 'CFO', address: 'Bonn' } },
            at,
          },
        ]);
        expect(await desk.row('contact', id)).toMatchObject({ title: 'CFO', phone: '1', address: 'Bonn' });
        expect((await history('contact', id)).filter(({ field }) => field === 'title')).toMatchObject([
          { from: 'CTO', to: 'CEO', by: nora.by, state: 'done' },
          { from: 'CEO', to: 'CFO', by: mia.by, at, state: 'done' },
        ]);
        await nora.act('contact.edit', { id, fields: { title: 'CEO' } });
        expect(await desk.row('contact', id)).toMatchObject({ title: 'CEO', phone: '1', address: 'Bonn' });
      });

      it('[P11] what is meant for a removed contact is refused, kept as proposed, and can be done after it is brought back', async () => {
        const { id } = contactInput();
        const key = email(`gone${id}@p.example`);
        await nora.act(
          'contact.add',
          contactInput({ id, name: 'Gonzo', title: 'CTO', keys: [key], own: { seats: 1 } }),
        );
        await mia.act('contact.remove', { id });
        const fields = { title: 'CEO', own: { seats: 2 } };
        expect(await nora.act('contact.edit', { id, fields })).toMatchObject({ code: 'contact.removed' });
        expect(await nora.act('contact.addKey', { id, key: email(`second${id}@p.example`) })).toMatchObject({
          code: 'contact.removed',
        });
        const proposed = (await history('contact', id)).filter(({ state }) => state === 'proposed');
        expect(proposed).toMatchObject([
          { field: 'title', from: 'CTO', to: 'CEO', by: nora.by },
          { field: 'own.seats', from: 1, to: 2 },
          { field: 'key', from: null, to: `email:second${id}@p.example` },
        ]);
        expect(await desk.row('contact', id)).toMatchObject({ title: 'CTO', deletedAt: expect.any(Number) });
        expect(await find(desk.here.db, nora.by, { text: 'Gonzo', limit: 5 })).toEqual([]);

        expect(await nora.act('contact.restore', { id })).toMatchObject({ status: 'applied' });
        expect(await nora.act('contact.restore', { id })).toMatchObject({ status: 'already' });
        expect(await desk.row('contact', id)).toMatchObject({ title: 'CTO', deletedAt: null, keys: [key] });
        expect(await find(desk.here.db, nora.by, { text: 'Gonzo', limit: 5 })).toMatchObject([{ id }]);
        expect(await mia.act('contact.add', contactInput({ keys: [key] }))).toMatchObject({
          status: 'already',
          answer: { id },
        });
        expect(await nora.act('contact.edit', { id, fields })).toMatchObject({ status: 'applied' });
        expect(await desk.row('contact', id)).toMatchObject({ title: 'CEO', own: { seats: 2 } });
      });

      it('[P11] a log or deal about a removed contact says which way back there is', async () => {
        const { id } = contactInput();
        await nora.act('contact.add', contactInput({ id }));
        await mia.act('contact.remove', { id });
        for (const act of [
          () => nora.act('interaction.log', mailInput({ contactIds: [id] })),
          () => nora.act('deal.add', dealInput({ contactIds: [id] })),
        ]) {
          expect(await act()).toMatchObject({ code: 'contact.removed' });
          await nora.act('contact.restore', { id });
          expect(await act()).toMatchObject({ status: 'applied' });
          await mia.act('contact.remove', { id });
        }
      });

      it('[P11] likewise a company with its domains, and an entry that was undone', async () => {
        const { id } = companyInput();
        const domain = `d${id}.example`;
        await nora.act('company.add', companyInput({ id, domains: [domain] }));
        await mia.act('company.remove', { id });
        expect(await nora.act('company.edit', { id, fields: { city: 'Köln' } })).toMatchObject({
          code: 'company.removed',
        });
        expect((await history('company', id)).at(-1)).toMatchObject({
          field: 'city',
          to: 'Köln',
          state: 'proposed',
        });
        const heir = companyInput({ domains: [domain] });
        await mia.act('company.add', heir);
        expect(await nora.act('company.restore', { id })).toMatchObject({ status: 'applied' });
        // The domain stays with the company that has it by now.
        expect(await nora.act('company.add', companyInput({ domains: [domain] }))).toMatchObject({
          answer: { id: heir.id },
        });
        const entry = mailInput();
        await nora.act('interaction.log', entry);
        await mia.act('interaction.undo', { id: entry.id });
        expect(
          await nora.act('interaction.edit', { id: entry.id, fields: { body: 'Second thoughts' } }),
        ).toMatchObject({ code: 'interaction.removed' });
        expect((await history('interaction', entry.id)).at(-1)).toMatchObject({
          to: 'Second thoughts',
          state: 'proposed',
        });
        expect(await nora.act('contact.restore', { id: newId() })).toMatchObject({ code: 'contact.unknown' });
      });

      it('[P12] whatever the interleaving of three clients: each field has its last arrival, and no value that anybody wrote is lost', async () => {
        const fields = ['title', 'phone', 'address', 'name'] as const;
        const step = fc.record({
          client: fc.nat(2),
          kind: fc.constantFrom('edit', 'edit', 'edit', 'own', 'remove', 'restore'),
          field: fc.constantFrom(...fields),
          skew: fc.integer({ min: -172_800_000, max: 172_800_000 }),
        });
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
            const clients = [nora, mia, desk.client(nora.by)];
            const { id } = contactInput();
            await nora.act('contact.add', contactInput({ id, name: 'v' }));
            const expected: Record<string, unknown> = { name: 'v', title: null, phone: null, address: null };
            const own: Record<string, unknown> = {};
            const wrote: string[] = [];
            let gone = false;
            for (const [i, { client, kind, field, skew }] of steps.entries()) {
              const by = clients[client] as Client;
              const value = `v${i}`;
              const at = Math.max(0, desk.clock.now + skew);
              const edit = (given: object) =>
                by.push([{ number: by.next++, verb: 'contact.edit', input: { id, fields: given }, at }]);
              if (kind === 'remove' || kind === 'restore') {
                await by.act(`contact.${kind}`, { id });
                gone = kind === 'remove';
              } else {
                const [result] = await edit(
                  kind === 'own' ? { own: { [field]: value } } : { [field]: value },
                );
                expect(result).toMatchObject(gone ? { code: 'contact.removed' } : { status: 'applied' });
                wrote.push(value);
                if (!gone) (kind === 'own' ? own : expected)[field] = value;
              }
            }
            const row = await desk.row('contact', id);
            expect(row).toMatchObject({ ...expected, own, deletedAt: gone ? expect.any(Number) : null });
            const kept = (await history('contact', id)).map(({ to }) => to);
            for (const value of wrote) expect(kept).toContain(value);
          }),
          { numRuns: engine === 'file' ? 60 : 6 },
        );
      });
    },
  );
});
