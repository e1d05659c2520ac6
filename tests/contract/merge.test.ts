import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import { find } from '../../api/services/search/find.ts';
import { pull } from '../../api/services/sync/pull.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import {
  companyInput,
  contactInput,
  dealInput,
  email,
  mailInput,
  partChange,
  partInput,
  taskInput,
} from './inputs.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value, source: null });
const from = (address: string) => [{ name: null, email: address, role: 'from' as const }];

describe.each(engines)('two that are one, and two again (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let client: Client;
      let mia: Client;
      let no = 0;
      beforeAll(async () => {
        desk = await openDesk(engine);
        client = desk.client();
        mia = desk.client(await desk.member('member', 'Mia'));
      });
      afterAll(() => desk.close());

      const ok = async (result: ReturnType<Client['act']>) =>
        expect(await result).toMatchObject({ status: 'applied' });
      const contact = async (over: Partial<Input<'contact.add'>> = {}, by = client): Promise<Id> => {
        const input = contactInput(over);
        await ok(by.act('contact.add', input));
        return input.id;
      };
      const mail = async (over: Partial<Input<'interaction.log'>>, by = client): Promise<Id> => {
        const input = mailInput(over);
        desk.clock.now += 10;
        await ok(by.act('interaction.log', input));
        return input.id;
      };
      const merge = async (
        id: Id,
        goneId: Id,
        fields: Input<'contact.merge'>['fields'] = {},
        by = client,
      ): Promise<Id> => {
        const mergeId = newId();
        desk.clock.now += 10;
        await ok(by.act('contact.merge', { id, goneId, mergeId, fields }));
        return mergeId;
      };
      const split = (id: Id, by = client) => by.act('merge.split', { id });
      const row = async (id: Id) =>
        (await desk.row('contact', id)) as NonNullable<Awaited<ReturnType<typeof desk.row<'contact'>>>>;
      const keysOf = async (id: Id) => (await row(id)).keys.map(({ value }) => value).sort();
      const entriesOf = async (id: Id) =>
        (await desk.rows())
          .flatMap((each) => (each.noun === 'interaction' && each.row.deletedAt === null ? [each.row] : []))
          .filter((each) => each.contactIds.includes(id))
          .map((each) => each.id)
          .sort();
      const held = async (value: string) =>
        (
          await desk.here.db.execute(
            'SELECT contact_id AS id FROM contact_key WHERE held = 1 AND value = :value',
            { value },
          )
        ).rows.map(({ id }) => id);
      /** Two of a name, each with an address, a mail, a deal, a task and a relation of their own. */
      async function two() {
        no += 1;
        const [ada, lady] = [`ada${no}@acme.example`, `lovelace${no}@home.example`];
        const kept = await contact({ name: 'Ada', title: 'CTO', keys: [email(ada)], own: { colour: 'red' } });
        const gone = await contact({
          ...{ name: 'Ada Lovelace', title: 'CFO', phone: '+44 1', own: { colour: 'blue', size: 'L' } },
          keys: [email(lady), phone(`+4420${no}`)],
        });
        const [one, other] = [await mail({ contactIds: [kept] }), await mail({ contactIds: [gone] })];
        const both = await mail({ contactIds: [kept, gone] });
        return { kept, gone, ada, lady, one, other, both };
      }

      it('[J1] the kept one has what both had, the gone one is another name of it, and each key stays one person’s', async () => {
        const { kept, gone, ada, lady, one, other, both } = await two();
        const deal = dealInput({ contactIds: [gone] });
        const task = taskInput({ contactId: gone });
        await ok(client.act('deal.add', deal));
        await ok(client.act('task.add', task));
        const mergeId = await merge(kept, gone, { name: 'Ada Lovelace', phone: '+44 1', own: { size: 'L' } });
        expect(await row(kept)).toMatchObject({
          ...{ name: 'Ada Lovelace', title: 'CTO', phone: '+44 1', own: { colour: 'red', size: 'L' } },
        });
        expect(await row(gone)).toMatchObject({ mergedInto: kept, name: 'Ada Lovelace', title: 'CFO' });
        expect(await keysOf(kept)).toEqual([ada, lady, `+4420${no}`].sort());
        expect(await held(lady)).toEqual([kept]);
        expect(await entriesOf(kept)).toEqual([one, other, both].sort());
        expect(await entriesOf(gone)).toEqual([]);
        expect(await desk.row('deal', deal.id)).toMatchObject({ contactIds: [kept] });
        expect(await desk.row('task', task.id)).toMatchObject({ contactId: kept });
        expect(await desk.row('merge', mergeId)).toMatchObject({
          ...{
            noun: 'contact',
            keptId: kept,
            goneId: gone,
            goneName: 'Ada Lovelace',
            splitAt: null,
            stayed: 0,
          },
          ...{
            was: { name: 'Ada', phone: null, 'own.size': null },
            brought: [`email:${lady}`, `phone:+4420${no}`],
          },
        });
        const told = await listHistory(desk.here.db, desk.owner, { noun: 'contact', rowId: kept });
        expect(told.find(({ field }) => field === 'merged')).toMatchObject({ to: gone });
      });

      it('[J5] a split gives each back its fields, keys, entries, deals, tasks and relations', async () => {
        const { kept, gone, ada, lady, one, other, both } = await two();
        const third = await contact({ name: 'Charles' });
        const deal = dealInput({ contactIds: [gone, third] });
        const task = taskInput({ contactId: gone });
        const relation = { fromNoun: 'contact', toNoun: 'contact', kind: 'referred', note: null } as const;
        const [theirs, doubled, between] = [newId(), newId(), newId()];
        await ok(client.act('deal.add', deal));
        await ok(client.act('task.add', task));
        await ok(client.act('relation.add', { ...relation, id: newId(), fromId: kept, toId: third }));
        await ok(client.act('relation.add', { ...relation, id: doubled, fromId: gone, toId: third }));
        await ok(client.act('relation.add', { ...relation, id: theirs, fromId: third, toId: gone }));
        await ok(client.act('relation.add', { ...relation, id: between, fromId: kept, toId: gone }));
        const before = await Promise.all([row(kept), row(gone)]);
        const mergeId = await merge(kept, gone, { name: 'Ada Lovelace', own: { colour: 'blue' } });
        expect(await desk.row('relation', theirs)).toMatchObject({ toId: kept });
        for (const id of [doubled, between])
          expect((await desk.row('relation', id))?.deletedAt).not.toBeNull();
        await ok(split(mergeId));
        const bare = ({ updatedAt: _, ...rest }: (typeof before)[number]) => rest;
        expect([bare(await row(kept)), bare(await row(gone))]).toEqual(before.map(bare));
        expect(await held(lady)).toEqual([gone]);
        expect(await held(ada)).toEqual([kept]);
        expect(await entriesOf(kept)).toEqual([one, both].sort());
        expect(await entriesOf(gone)).toEqual([other, both].sort());
        expect(new Set((await desk.row('deal', deal.id))?.contactIds)).toEqual(new Set([gone, third]));
        expect(await desk.row('task', task.id)).toMatchObject({ contactId: gone });
        expect(await desk.row('relation', theirs)).toMatchObject({ toId: gone, deletedAt: null });
        expect(await desk.row('relation', doubled)).toMatchObject({ fromId: gone, deletedAt: null });
        expect(await desk.row('relation', between)).toMatchObject({
          fromId: kept,
          toId: gone,
          deletedAt: null,
        });
        expect(await desk.row('merge', mergeId)).toMatchObject({ splitBy: desk.owner, stayed: 0 });
        expect(await split(mergeId)).toMatchObject({ status: 'already' });
      });

      it('[J6] later mails go by their addresses, later words by the name or the value they were about', async () => {
        const { kept, gone, ada, lady } = await two();
        const mergeId = await merge(kept, gone, { title: 'CFO' });
        const toGone = await mail({ contactIds: [kept], participants: from(lady.toUpperCase()) });
        const toKept = await mail({ contactIds: [kept], participants: from(ada) });
        const toBoth = await mail({ contactIds: [kept], participants: [...from(ada), ...from(lady)] });
        const named = await mail({ contactIds: [gone], kind: 'note' }, mia);
        const untold = await mail({ contactIds: [kept], kind: 'note', subject: 'untold' });
        const promised = taskInput({ contactId: kept });
        await ok(client.act('task.add', promised));
        // Somebody adds them anew, by an address of the gone one.
        const anew = contactInput({ keys: [email(lady)] });
        expect(await mia.act('contact.add', anew)).toMatchObject({ status: 'already', answer: { id: kept } });
        const byAnew = taskInput({ contactId: anew.id });
        await ok(mia.act('task.add', byAnew));
        // The gone one's title had been chosen, the kept one's name.
        await ok(client.act('contact.edit', { id: kept, fields: { title: 'CEO', name: 'Countess' } }));
        // Somebody who had not heard of it says something of the gone one.
        await ok(mia.act('contact.edit', { id: gone, fields: { address: 'London', own: { size: 'M' } } }));
        await ok(mia.act('contact.addKey', { id: gone, key: email(`late${no}@home.example`) }));
        await ok(mia.act('task.add', taskInput({ title: `late ${no}`, contactId: gone })));
        expect(await row(kept)).toMatchObject({ title: 'CEO', address: 'London', own: { size: 'M' } });
        await ok(split(mergeId));
        expect(await row(gone)).toMatchObject({
          ...{ title: 'CEO', name: 'Ada Lovelace', address: 'London', own: { colour: 'blue', size: 'M' } },
        });
        expect(await row(kept)).toMatchObject({ title: 'CTO', name: 'Countess', address: null });
        expect((await row(kept)).own).toEqual({ colour: 'red' });
        expect(await keysOf(gone)).toEqual([lady, `+4420${no}`, `late${no}@home.example`].sort());
        expect(await keysOf(kept)).toEqual([ada]);
        expect(await held(`late${no}@home.example`)).toEqual([gone]);
        expect(await row(anew.id)).toMatchObject({ mergedInto: gone });
        expect(await desk.row('task', byAnew.id)).toMatchObject({ contactId: gone });
        const [keptNow, goneNow] = [await entriesOf(kept), await entriesOf(gone)];
        expect(goneNow).toEqual(expect.arrayContaining([toGone, toBoth, named]));
        expect(keptNow).toEqual(expect.arrayContaining([toKept, toBoth, untold]));
        for (const id of [toGone, named]) expect(keptNow).not.toContain(id);
        for (const id of [toKept, untold]) expect(goneNow).not.toContain(id);
        const task = (await desk.rows()).find(
          (each) => each.noun === 'task' && each.row.title === `late ${no}`,
        );
        expect(task?.row).toMatchObject({ contactId: gone });
        expect(await desk.row('merge', mergeId)).toMatchObject({ stayed: 2 });
        const told = await listHistory(desk.here.db, desk.owner, { noun: 'contact', rowId: kept });
        expect(told.filter(({ field }) => field === 'stayed').map(({ to }) => to)).toEqual([
          untold,
          promised.id,
        ]);
      });

      it('[J6] an address taken from the one person they were is taken from both', async () => {
        const { kept, gone, lady } = await two();
        const mergeId = await merge(kept, gone);
        await ok(client.act('contact.removeKey', { id: kept, key: { kind: 'email', value: lady } }));
        const other = await contact({ keys: [email(lady)] });
        await ok(split(mergeId));
        expect(await keysOf(gone)).toEqual([`+4420${no}`]);
        expect(await held(lady)).toEqual([other]);
      });

      it('[J3] two who say it at once, each the other way round, have said it once, and either can split it', async () => {
        const { kept, gone } = await two();
        const [first, second] = [newId(), newId()];
        await ok(client.act('contact.merge', { id: kept, goneId: gone, mergeId: first, fields: {} }));
        expect(
          await mia.act('contact.merge', { id: gone, goneId: kept, mergeId: second, fields: {} }),
        ).toMatchObject({ status: 'already', answer: { id: kept } });
        expect((await desk.row('merge', second))?.deletedAt).not.toBeNull();
        await ok(split(second, mia));
        expect((await row(gone)).mergedInto).toBeNull();
        expect((await desk.row('merge', first))?.splitBy).toBe(mia.by);
        expect(await split(first)).toMatchObject({ status: 'already' });
      });

      it('[J3] the same push again changes nothing', async () => {
        const { kept, gone } = await two();
        const [mergeId, number] = [newId(), client.next++];
        const input = { id: kept, goneId: gone, mergeId, fields: {} };
        const mutation = { number, verb: 'contact.merge', input, at: desk.clock.now } as const;
        await client.push([mutation]);
        await ok(split(mergeId));
        expect(await client.push([mutation])).toMatchObject([{ status: 'applied' }]);
        expect((await row(gone)).mergedInto).toBeNull();
      });

      it.each([
        'inner',
        'outer',
      ])('[J4] of a chain either merge can be split first: the %s one', async (which) => {
        const { kept: b, gone: a, lady, other, one, both } = await two();
        const c = await contact({ name: 'C', keys: [email(`c${no}@c.example`)] });
        const ofC = await mail({ contactIds: [c] });
        const shared = await mail({ contactIds: [a, c] });
        const inner = await merge(b, a, { title: 'CFO' });
        const outer = await merge(c, b, { title: 'CFO' });
        expect(await row(a)).toMatchObject({ mergedInto: c });
        expect(await entriesOf(c)).toEqual([one, other, both, ofC, shared].sort());
        const late = await mail({ contactIds: [a] }, mia);
        if (which === 'inner') {
          await ok(split(inner));
          expect(await entriesOf(a)).toEqual([other, both, shared, late].sort());
          expect(await row(c)).toMatchObject({ title: 'CTO' });
          expect(await row(b)).toMatchObject({ mergedInto: c, title: 'CTO' });
          await ok(split(outer));
        } else {
          await ok(split(outer));
          expect(await row(a)).toMatchObject({ mergedInto: b });
          expect(await entriesOf(b)).toEqual([one, other, both, shared, late].sort());
          expect(await row(b)).toMatchObject({ title: 'CFO' });
          await ok(split(inner));
        }
        expect(await entriesOf(a)).toEqual([other, both, shared, late].sort());
        expect(await entriesOf(b)).toEqual([one, both].sort());
        expect(await entriesOf(c)).toEqual([ofC, shared].sort());
        expect(await row(a)).toMatchObject({ mergedInto: null, title: 'CFO' });
        expect(await row(b)).toMatchObject({ mergedInto: null, title: 'CTO' });
        expect(await row(c)).toMatchObject({ title: null });
        expect(await held(lady)).toEqual([a]);
        expect(await keysOf(c)).toEqual([`c${no}@c.example`]);
        expect(
          (
            await desk.here.db.execute(
              'SELECT count(*) AS n FROM merge_part WHERE merge_id IN (:inner, :outer)',
              { inner, outer },
            )
          ).rows,
        ).toEqual([{ n: 0 }]);
      });

      it('[J2] who merges one that was merged meanwhile merges the one it is now', async () => {
        const { kept, gone } = await two();
        const other = await contact({ name: 'Other' });
        await merge(kept, gone);
        await merge(other, gone, {}, mia);
        expect(await row(kept)).toMatchObject({ mergedInto: other });
        expect(await row(gone)).toMatchObject({ mergedInto: other });
      });

      it('[J2] one that was removed is not merged; a gone one that is removed meanwhile is there again after the split', async () => {
        const { kept, gone, lady } = await two();
        await ok(client.act('contact.remove', { id: kept }));
        const mergeId = newId();
        for (const [id, goneId] of [
          [kept, gone],
          [gone, kept],
        ] as const)
          expect(await client.act('contact.merge', { id, goneId, mergeId, fields: {} })).toMatchObject({
            status: 'refused',
            code: 'contact.removed',
          });
        await ok(client.act('contact.restore', { id: kept }));
        const merged = await merge(kept, gone);
        await ok(mia.act('contact.remove', { id: gone }));
        expect(await row(kept)).toMatchObject({ deletedAt: null });
        expect(await held(lady)).toEqual([kept]);
        await ok(split(merged));
        expect(await row(gone)).toMatchObject({ deletedAt: null, mergedInto: null });
        expect(await held(lady)).toEqual([gone]);
      });

      it('[J2] a removed and restored alias stays one and takes nothing back', async () => {
        const { kept, gone, lady } = await two();
        await merge(kept, gone);
        await ok(mia.act('contact.remove', { id: gone }));
        await ok(mia.act('contact.restore', { id: gone }));
        expect(await held(lady)).toEqual([kept]);
        expect(await row(gone)).toMatchObject({ mergedInto: kept, deletedAt: null });
      });

      it('[J7] a shared one and one of one’s own are not merged; of others’ own there is nothing to merge or split', async () => {
        const { kept } = await two();
        const mine = await contact({ name: 'Mine', private: true });
        const second = await contact({ name: 'Mine too', private: true });
        const input = { id: kept, goneId: mine, mergeId: newId(), fields: {} };
        expect(await client.act('contact.merge', input)).toMatchObject({
          status: 'refused',
          code: 'merge.private',
        });
        expect(await mia.act('contact.merge', input)).toMatchObject({
          status: 'refused',
          code: 'contact.unknown',
        });
        const mergeId = await merge(mine, second);
        expect(await desk.row('merge', mergeId, mia.by)).not.toHaveProperty('goneName');
        expect(await split(mergeId, mia)).toMatchObject({ status: 'refused', code: 'merge.unknown' });
        await ok(client.act('contact.setPrivate', { id: mine, private: false }));
        expect(await desk.row('merge', mergeId, mia.by)).toMatchObject({ goneName: 'Mine too' });
        await ok(split(mergeId, mia));
        await ok(client.act('contact.setPrivate', { id: second, private: true }));
        expect(await desk.row('merge', mergeId, mia.by)).not.toHaveProperty('goneName');
      });

      it('[I5] [J2] an undone import leaves whoever was merged since, and takes back what it had set in them', async () => {
        const { kept } = await two();
        const [imported, known] = [
          contactInput({ keys: [email(`imported${no}@x.example`)] }),
          await contact(),
        ];
        const id = newId();
        const change = partChange({ id: known, fill: false, fields: { title: 'From a file' } });
        await ok(client.act('import.rows', partInput({ id, contacts: [imported], changes: [change] })));
        await merge(kept, imported.id);
        const mergeId = await merge(kept, known);
        await ok(client.act('import.undo', { id }));
        expect(await row(imported.id)).toMatchObject({ deletedAt: null, mergedInto: kept });
        expect(await held(`imported${no}@x.example`)).toEqual([kept]);
        await ok(split(mergeId));
        expect(await row(known)).toMatchObject({ mergedInto: null, title: null });
      });

      it('[D9] after a split a mirror gets the newest of each in full, also those that were none of the newest of both', async () => {
        const { kept, gone } = await two();
        const long = 1_700_000_000_000;
        const old = await mail({ contactIds: [kept], occurredAt: long });
        for (let i = 1; i <= 40; i++) await mail({ contactIds: [gone], occurredAt: long + i });
        const mergeId = await merge(kept, gone);
        const since = desk.clock.now + 1_000_000;
        const pulled = async (cursor: number) =>
          JSON.parse(
            await pull(desk.here.db, desk.owner, { epoch: null, cursor, limit: 1_000, since }),
          ) as Delta;
        const isBeyond = ({ rows }: Delta) =>
          rows.some(({ noun, row: each }) => noun === 'interaction' && each.id === old && 'beyond' in each);
        const before = await pulled(0);
        expect(isBeyond(before)).toBe(true);
        await ok(split(mergeId));
        const after = await pulled(before.cursor);
        expect(after.rows.map(({ row: each }) => each.id)).toContain(old);
        expect(isBeyond(after)).toBe(false);
      });

      it('[J1] [J5] of companies the people, deals, entries, tasks, domains and ids follow and come back', async () => {
        const [acme, corp] = [
          companyInput({ name: 'ACME', domains: ['acme.test'] }),
          companyInput({ name: 'ACME Corp', domains: ['acme.corp'], externalIds: ['crm:7'], city: 'Graz' }),
        ];
        await ok(client.act('company.add', acme));
        await ok(client.act('company.add', corp));
        const person = await contact({ companyId: corp.id });
        const deal = dealInput({ companyId: corp.id });
        const task = taskInput({ companyId: corp.id });
        await ok(client.act('deal.add', deal));
        await ok(client.act('task.add', task));
        const entry = await mail({ companyId: corp.id });
        const mergeId = newId();
        const fields = { city: 'Graz' };
        await ok(client.act('company.merge', { id: acme.id, goneId: corp.id, mergeId, fields }));
        const all = async () => [
          (await row(person)).companyId,
          (await desk.row('deal', deal.id))?.companyId,
          (await desk.row('task', task.id))?.companyId,
          (await desk.row('interaction', entry))?.companyId,
        ];
        expect(await all()).toEqual(Array(4).fill(acme.id));
        expect(await desk.row('company', acme.id)).toMatchObject({
          ...{ domains: ['acme.test', 'acme.corp'], externalIds: ['crm:7'], city: 'Graz' },
        });
        const late = await contact({ companyId: corp.id }, mia);
        const again = await client.act('company.add', companyInput({ domains: ['acme.corp'] }));
        expect(again).toMatchObject({ status: 'already', answer: { id: acme.id } });
        await ok(split(mergeId));
        expect(await all()).toEqual(Array(4).fill(corp.id));
        expect((await row(late)).companyId).toBe(corp.id);
        expect(await desk.row('company', acme.id)).toMatchObject({
          domains: ['acme.test'],
          externalIds: [],
          city: null,
        });
        expect(await desk.row('company', corp.id)).toMatchObject({
          ...{ mergedInto: null, domains: ['acme.corp'], externalIds: ['crm:7'], city: 'Graz' },
        });
      });

      it('[J1] [J5] search finds the kept one by what the gone one was found by, and after a split each by its own', async () => {
        const kept = await contact({ name: 'Quentin', keys: [email('q@quentin.example')] });
        const gone = await contact({ name: 'Zebulon', keys: [email('zeb@zebulon.example')] });
        const found = async (text: string) =>
          (await find(desk.here.db, desk.owner, { text, limit: 10 })).map(({ id }) => id);
        const mergeId = await merge(kept, gone, { name: 'Zebulon' });
        expect(await found('zebulon')).toEqual([kept]);
        expect(await found('quentin')).toEqual([kept]);
        await ok(split(mergeId));
        expect(await found('zebulon')).toEqual([gone]);
        expect(await found('quentin')).toEqual([kept]);
      });
    },
  );
});
