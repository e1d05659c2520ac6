import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, showPerson } from '../../api/services/person/show.ts';
import { find } from '../../api/services/search/find.ts';
import { readStoredNames } from '../../api/services/search/read-names.ts';
import { pull } from '../../api/services/sync/pull.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput, email, mailInput, taskInput } from './inputs.ts';

describe.each(engines)('reading (%s)', (engine) => {
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
      const page = async (input: { epoch: string | null; cursor: number; limit: number }) =>
        JSON.parse(await pull(desk.here.db, desk.owner, input)) as Delta;

      it('a person comes whole: company, owner, deals, tasks, and the newest entries first', async () => {
        const company = companyInput({ domains: ['person.example'] });
        const contact = contactInput({ companyId: company.id, keys: [email('p@person.example')] });
        const deal = dealInput({ contactIds: [contact.id] });
        await client.act('company.add', company);
        await client.act('contact.add', contact);
        await client.act('deal.add', deal);
        await client.act('task.add', taskInput({ contactId: contact.id, dueDay: '2027-02-02' }));
        await client.act(
          'task.add',
          taskInput({ contactId: contact.id, dueDay: '2027-01-01', title: 'Sooner' }),
        );
        for (let i = 1; i <= 21; i++)
          await client.act(
            'interaction.log',
            mailInput({ occurredAt: i * 1_000, contactIds: [contact.id], dealId: deal.id }),
          );
        await client.act(
          'interaction.log',
          mailInput({ kind: 'note', occurredAt: 99_000, contactIds: [contact.id] }),
        );
        const shown = JSON.parse(
          await showPerson(desk.here.db, desk.owner, { email: 'P@Person.example' }),
        ) as Person;
        expect(shown).toMatchObject({
          contact: { id: contact.id },
          company: { id: company.id, domains: ['person.example'] },
          owner: { name: 'Olive' },
          deals: [{ id: deal.id }],
          tasks: [{ title: 'Sooner' }, { title: 'Call back' }],
          older: true,
          // A note of ours is no contact with them.
          lastContactAt: 21_000,
        });
        expect(shown.stages).toHaveLength(5);
        expect(shown.timeline).toHaveLength(20);
        expect(shown.timeline.map(({ interaction }) => interaction.occurredAt).slice(0, 3)).toEqual([
          99_000, 21_000, 20_000,
        ]);
        expect(shown.timeline[1]).toMatchObject({ by: 'Olive', deals: ['Renewal'] });
        expect(shown.timeline[1]?.interaction).toEqual(
          await desk.row('interaction', shown.timeline[1]?.interaction.id ?? ''),
        );
        await expect(showPerson(desk.here.db, desk.owner, { contactId: newId() })).rejects.toEqual(
          new CodedError('contact.unknown'),
        );
      });

      it('pages move on, hold each row once and in order, and end', async () => {
        const whole = await page({ epoch: null, cursor: 0, limit: 1_000 });
        const pages: Delta[] = [];
        let cursor = 0;
        do {
          const next = await page({ epoch: whole.epoch, cursor, limit: 7 });
          expect(next.cursor).toBeGreaterThan(cursor);
          cursor = next.cursor;
          pages.push(next);
        } while (pages.at(-1)?.more);
        expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
        expect(whole.rows.map(({ seq }) => seq)).toEqual(
          whole.rows.map(({ seq }) => seq).toSorted((a, b) => a - b),
        );
        expect(new Set(whole.rows.map(({ row }) => row.id)).size).toBe(whole.rows.length);
        expect(whole.total).toBe(whole.rows.length);
        expect(await page({ epoch: whole.epoch, cursor, limit: 7 })).toMatchObject({
          rows: [],
          cursor,
          more: false,
        });
      });

      it('a changed row comes again, alone', async () => {
        const contact = contactInput();
        await client.act('contact.add', contact);
        const { cursor, epoch } = await page({ epoch: null, cursor: 0, limit: 1_000 });
        await client.act('contact.edit', { id: contact.id, fields: { title: 'New' } });
        expect((await page({ epoch, cursor, limit: 10 })).rows).toMatchObject([
          { noun: 'contact', row: { id: contact.id, title: 'New' } },
        ]);
      });

      it('a cursor of another epoch is refused', async () => {
        await expect(pull(desk.here.db, desk.owner, { epoch: 'other', cursor: 0, limit: 1 })).rejects.toEqual(
          new CodedError('sync.epoch'),
        );
      });

      it('a page of long texts is cut by its size', async () => {
        const body = 'x'.repeat(60_000);
        for (let i = 0; i < 80; i++)
          await client.act('interaction.log', mailInput({ body, subject: 'Long' }));
        const { cursor } = await page({ epoch: null, cursor: 0, limit: 1_000 });
        const all = await desk.here.db.execute('SELECT max(seq) AS seq FROM feed');
        expect(cursor).toBeLessThan(Number(all.rows[0]?.seq));
        const rest = await page({ epoch: null, cursor, limit: 1_000 });
        expect(rest.rows.length).toBeGreaterThan(0);
      });

      it('finds names by their readings that an earlier release stored without, once and for all', async () => {
        const people = [contactInput({ name: '陳大文' }), contactInput({ name: 'Ada 文' })];
        for (const input of people) await client.act('contact.add', input);
        const { db } = desk.here;
        await db.batch([
          `UPDATE search_part SET text = '陈 大 文' WHERE field = 'name' AND text LIKE '陈 大 文%'`,
          `INSERT OR REPLACE INTO search (rowid, name, rest) SELECT doc, text, '' FROM search_part WHERE field = 'name' AND text = '陈 大 文'`,
          `DELETE FROM meta WHERE key = 'names read'`,
        ]);
        const titles = async (text: string) =>
          (await find(db, desk.owner, { text, limit: 20 })).map(({ title }) => title);
        expect(await titles('cdw')).toEqual([]);
        for (let round = 0; round < 2; round++) {
          await readStoredNames(db);
          for (const text of ['cdw', 'chendawen', '大文'])
            expect(await titles(text), text).toEqual(['陳大文']);
        }
      });

      it('finds by names, beginnings, either Han script, how it is read, initials, addresses, companies and text', async () => {
        const company = companyInput({ name: '海康 Robotics', domains: ['robotics.example'] });
        await client.act('company.add', company);
        const people = {
          chen: contactInput({
            name: '陳大文',
            keys: [email('big.chen@mail.example')],
            companyId: company.id,
          }),
          jose: contactInput({ name: 'José Müller-Østergård', title: 'Einkäufer' }),
          markup: contactInput({ name: '<b>"Bobby"</b> OR 1=1 --' }),
        };
        for (const input of Object.values(people)) await client.act('contact.add', input);
        await client.act('deal.add', dealInput({ title: '机器人 rollout', need: 'forklift' }));
        await client.act(
          'interaction.log',
          mailInput({ subject: 'Angebot', body: '關於報價單 and the gearbox', contactIds: [people.jose.id] }),
        );
        const titles = async (text: string) =>
          (await find(desk.here.db, desk.owner, { text, limit: 20 })).map(({ title }) => title);
        for (const text of [
          '陳',
          '陈',
          '大文',
          '陈大',
          'big',
          'chendawen',
          'cdw',
          'dawen',
          'big.chen@mail.example',
          'chen mail',
          '海',
          'robotics.exa',
        ])
          expect(await titles(text), text).toContain('陳大文');
        for (const text of ['jo', 'jose', 'muller', 'Müller', 'ostergard', 'einkaufer', 'jose ein'])
          expect(await titles(text), text).toEqual(['José Müller-Østergård']);
        for (const text of ['bobby', '<b>"Bobby', '1=1'])
          expect(await titles(text), text).toContain(people.markup.name);
        for (const text of ['機器', 'jiqiren', 'jqr']) expect(await titles(text)).toEqual(['机器人 rollout']);
        expect(await titles('forklift')).toEqual(['机器人 rollout']);
        expect(await titles('gearb')).toEqual(['Angebot']);
        expect(await titles('报价')).toEqual(['Angebot']);
        expect((await titles('robotics'))[0]).toBe('海康 Robotics');
        for (const text of ['', '   ', '"', '*', 'NEAR(', '文大', 'nobody-is-called-so'])
          expect(await titles(text), text).toEqual([]);
        await client.act('contact.edit', { id: people.jose.id, fields: { name: 'Josephine' } });
        expect(await titles('ostergard')).toEqual([]);
        expect(await titles('josephine')).toEqual(['Josephine']);
        await client.act('contact.remove', { id: people.jose.id });
        expect(await titles('josephine')).toEqual([]);
        await client.act('contact.removeKey', {
          id: people.chen.id,
          key: { kind: 'email', value: 'big.chen@mail.example' },
        });
        expect(await titles('big')).toEqual([]);
      });
    },
  );
});
