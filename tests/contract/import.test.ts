import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { canRun, type Desk, type Engine, engines, newId, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput, email, mailInput, partChange, partInput } from './inputs.ts';

const ext = (value: string) => ({ kind: 'external' as const, value, source: 'csv' });

describe.each<Engine>(engines)('import on %s', (engine) => {
  describe.skipIf(!canRun(engine))(
    canRun(engine) ? 'as rows of a part' : 'no binary for this platform',
    () => {
      let desk: Desk;
      beforeAll(async () => {
        desk = await openDesk(engine);
      });
      afterAll(() => desk.close());
      const named = async (name: string, by?: string) =>
        (await desk.rows(by)).filter(
          ({ row }) => 'name' in row && row.name === name && row.deletedAt === null,
        );

      it('[I1] adds companies, people, deals and entries of one part, linked, with history', async () => {
        const client = desk.client();
        const company = companyInput({
          name: 'Initech',
          domains: ['Initech.example'],
          externalIds: ['hubspot:7'],
        });
        const ada = contactInput({
          name: 'Ada I',
          companyId: company.id,
          keys: [email('Ada@Initech.example')],
        });
        const deal = {
          ...dealInput({
            title: 'Won long ago',
            companyId: company.id,
            contactIds: [ada.id],
            externalIds: ['hubspot:d1'],
          }),
          closing: { state: 'won' as const, at: 1_700_000_000_000, lostReason: null, competitor: null },
        };
        const call = mailInput({
          kind: 'call',
          subject: 'First call',
          contactIds: [ada.id],
          dealId: deal.id,
          fingerprint: ['ext:hubspot:e1'],
        });
        const given = partInput({
          companies: [company],
          contacts: [ada],
          deals: [deal],
          interactions: [call],
        });
        expect(await client.act('import.rows', given)).toEqual({
          number: 1,
          status: 'applied',
          answer: null,
        });
        expect(await desk.row('company', company.id)).toMatchObject({
          domains: ['initech.example'],
          externalIds: ['hubspot:7'],
        });
        expect(await desk.row('contact', ada.id)).toMatchObject({
          companyId: company.id,
          ownerId: desk.owner,
          keys: [{ kind: 'email', value: 'ada@initech.example' }],
        });
        expect(await desk.row('deal', deal.id)).toMatchObject({
          state: 'won',
          closedAt: 1_700_000_000_000,
          contactIds: [ada.id],
        });
        expect(await desk.row('interaction', call.id)).toMatchObject({
          contactIds: [ada.id],
          dealId: deal.id,
        });
        expect(await desk.row('import', given.id)).toMatchObject({
          file: 'people.csv',
          added: 4,
          changed: 0,
          undoneAt: null,
        });
        const history = await listHistory(desk.here.db, desk.owner, { noun: 'contact', rowId: ada.id });
        expect(history.map(({ field }) => field).sort()).toEqual([
          'added',
          'companyId',
          'lifeCycle',
          'ownerId',
        ]);
      });

      it('[I2] makes no second row for what a key is held of, whoever has it and however often the part comes', async () => {
        const client = desk.client();
        const there = contactInput({ name: 'Grace', keys: [email('grace@x.example')] });
        await client.act('contact.add', there);
        const acme = companyInput({ domains: ['acme.example'] });
        await client.act('company.add', acme);
        const again = contactInput({ name: 'Grace H', keys: [email('GRACE@x.example'), ext('hubspot:9')] });
        const twin = contactInput({ name: 'Grace twin', keys: [ext('hubspot:9')] });
        const given = partInput({
          companies: [companyInput({ name: 'ACME Inc', domains: ['acme.example', 'acme.test'] })],
          contacts: [again, twin],
        });
        const mutation = {
          number: client.next++,
          verb: 'import.rows',
          input: given,
          at: desk.clock.now,
        } as Mutation;
        await client.push([mutation]);
        await client.push([mutation]);
        await client.act('import.rows', { ...given });
        expect(await desk.row('contact', again.id)).toMatchObject({ mergedInto: there.id });
        expect(await desk.row('contact', twin.id)).toMatchObject({ mergedInto: there.id });
        expect((await desk.row('contact', there.id))?.keys.map(({ value }) => value)).toEqual([
          'grace@x.example',
          'hubspot:9',
        ]);
        expect((await desk.row('company', acme.id))?.domains).toEqual(['acme.example', 'acme.test']);
        expect(await desk.row('import', given.id)).toMatchObject({ added: 0, changed: 2 });
      });

      it('[I3] fills only what is empty, or sets what differs, and remembers what stood there', async () => {
        const client = desk.client();
        const lin = contactInput({ name: 'Lin', title: 'CEO', own: { tier: 'gold' } });
        await client.act('contact.add', lin);
        const fields = { title: 'CTO', phone: '+49 30 1', own: { tier: 'lead', size: 5 } };
        await client.act('import.rows', partInput({ changes: [partChange({ id: lin.id, fields })] }));
        expect(await desk.row('contact', lin.id)).toMatchObject({
          title: 'CEO',
          phone: '+49 30 1',
          own: { tier: 'gold', size: 5 },
        });
        const second = partInput({
          changes: [partChange({ id: lin.id, fill: false, fields, keys: [email('lin@x.example')] })],
        });
        await client.act('import.rows', second);
        expect(await desk.row('contact', lin.id)).toMatchObject({
          title: 'CTO',
          own: { tier: 'lead', size: 5 },
        });
        expect(await desk.row('import', second.id)).toMatchObject({ added: 0, changed: 1 });
        const history = await listHistory(desk.here.db, desk.owner, { noun: 'contact', rowId: lin.id });
        expect(history[0]).toMatchObject({ field: 'own.tier', from: 'gold', to: 'lead' });
        await client.act('import.undo', { id: second.id });
        expect(await desk.row('contact', lin.id)).toMatchObject({
          title: 'CEO',
          own: { tier: 'gold', size: 5 },
          keys: [],
        });
      });

      it('[I5] an undo removes what was added, keeps what somebody worked on, and is one undo', async () => {
        const client = desk.client();
        const mia = desk.client(await desk.member('member', 'Mia'));
        const company = companyInput({ name: 'Undone Ltd', domains: ['undone.example'] });
        const gone = contactInput({
          name: 'Gone',
          companyId: company.id,
          keys: [email('gone@undone.example')],
        });
        const edited = contactInput({ name: 'Edited', keys: [email('edited@undone.example')] });
        const noted = contactInput({ name: 'Noted', keys: [email('noted@undone.example')] });
        const entry = mailInput({ subject: 'Undone entry', contactIds: [gone.id], fingerprint: ['ext:x:1'] });
        const given = partInput({
          companies: [company],
          contacts: [gone, edited, noted],
          interactions: [entry],
        });
        await client.act('import.rows', given);
        await mia.act('contact.edit', { id: edited.id, fields: { title: 'Boss' } });
        await mia.act('interaction.log', mailInput({ subject: 'Hers', contactIds: [noted.id] }));
        expect(await mia.act('import.undo', { id: given.id })).toMatchObject({
          status: 'refused',
          code: 'role.forbidden',
        });
        expect(await client.act('import.undo', { id: given.id })).toMatchObject({ status: 'applied' });
        expect(await client.act('import.undo', { id: given.id })).toMatchObject({ status: 'already' });
        for (const [noun, id] of [
          ['company', company.id],
          ['contact', gone.id],
          ['interaction', entry.id],
        ] as const)
          expect((await desk.row(noun, id))?.deletedAt).not.toBeNull();
        for (const { id } of [edited, noted]) expect((await desk.row('contact', id))?.deletedAt).toBeNull();
        expect(await desk.row('import', given.id)).toMatchObject({ kept: 2, undoneBy: desk.owner });
        // Its keys are free, and a part that comes late does nothing.
        expect(await client.act('import.rows', given)).toMatchObject({
          status: 'refused',
          code: 'import.undone',
        });
        const anew = partInput({
          contacts: [contactInput({ name: 'Gone anew', keys: [email('gone@undone.example')] })],
          interactions: [{ ...entry, id: newId(), contactIds: [] }],
        });
        await client.act('import.rows', anew);
        expect(await desk.row('import', anew.id)).toMatchObject({ added: 2 });
        expect(await client.act('import.undo', { id: newId() })).toMatchObject({ code: 'import.unknown' });
      });

      it('[I6] [A3] [A4] what one imports for oneself nobody else sees, and it tells a shared row nothing', async () => {
        const client = desk.client();
        const tom = await desk.member('member', 'Tom');
        const shared = contactInput({ name: 'Shared', keys: [email('shared@x.example')] });
        await client.act('contact.add', shared);
        const mine = contactInput({ name: 'Mine alone', keys: [email('mine@x.example')] });
        const alias = contactInput({ name: 'Shared too', keys: [email('shared@x.example'), ext('li:1')] });
        const given = partInput({ file: 'linkedin.csv', private: true, contacts: [mine, alias] });
        await client.act('import.rows', given);
        expect(await named('Mine alone')).toHaveLength(1);
        expect(await named('Mine alone', tom)).toHaveLength(0);
        expect(await desk.row('import', given.id, tom)).not.toHaveProperty('file');
        expect((await desk.row('contact', shared.id))?.keys).toHaveLength(1);
        // A colleague who imports the same person gets a row of their own.
        const theirs = contactInput({ name: 'Mine alone', keys: [email('mine@x.example')] });
        await desk.client(tom).act('import.rows', partInput({ contacts: [theirs] }));
        expect(await desk.row('contact', theirs.id, tom)).toMatchObject({ mergedInto: null });
        expect(await desk.client(tom).act('import.undo', { id: given.id })).toMatchObject({
          code: 'import.unknown',
        });
      });
    },
  );
});
