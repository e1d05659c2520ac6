import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import { type Person, showPerson } from '../../api/services/person/show.ts';
import { find } from '../../api/services/search/find.ts';
import { pull } from '../../api/services/sync/pull.ts';
import type { Noun, Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import type { Input, MutationResult } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, type Engine, engines, newId, openDesk } from './desk.ts';
import { contactInput, dealInput, email, mailInput, taskInput } from './inputs.ts';

/** Stands in everything that is private; nobody else may ever get it. */
const canary = 'Zanzibar';

describe.each<Engine>([...engines, 'ws'])('what is private to a member (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let nora: Client;
      let mia: Client;
      let reader: Client;
      let n = 0;
      beforeAll(async () => {
        desk = await openDesk(engine);
        nora = desk.client(await desk.member('member', 'Nora'));
        mia = desk.client(await desk.member('admin', 'Mia'));
        reader = desk.client(await desk.member('read-only', 'Rita'));
      });
      afterAll(() => desk.close());
      beforeEach(() => {
        n += 1;
      });

      const mid = () => `mid:<${n}@mail.example>`;
      const contact = async (over: Partial<Input<'contact.add'>> = {}, by = nora) => {
        const input = contactInput({ name: `Person ${n}`, ...over });
        expect(await by.act('contact.add', input)).toMatchObject({ status: 'applied' });
        return input.id;
      };
      const mail = async (over: Partial<Input<'interaction.log'>> = {}, by = nora) => {
        const input = mailInput({
          subject: `Offer ${n}`,
          fingerprint: [mid()],
          ...(over.private ? { subject: `${canary} ${n}`, body: `${canary} text`, bodyState: 'read' } : {}),
          ...over,
        });
        expect(await by.act('interaction.log', input)).toMatchObject({ status: 'applied' });
        return input.id;
      };
      const seen = <N extends Noun>(noun: N, id: Id, by: Client): Promise<Rows[N] | null> =>
        desk.row(noun, id, by.by);
      const isGone = { createdBy: null, deletedAt: expect.any(Number) };
      const unknown = (verb: () => Promise<MutationResult>, code = 'interaction.unknown') =>
        expect(verb()).resolves.toMatchObject({ status: 'refused', code });
      /** Everything that a member can get to read of the workspace. */
      const allOf = async ({ by }: Client, rowIds: Id[] = []) => {
        const db = desk.here.db;
        const texts = [await pull(db, by, { epoch: null, cursor: 0, limit: 1_000 })];
        texts.push(JSON.stringify(await find(db, by, { text: canary, limit: 50 })));
        for (const rowId of rowIds)
          for (const noun of ['contact', 'interaction'] as const)
            texts.push(JSON.stringify(await listHistory(db, by, { noun, rowId })));
        for (const { row } of (await desk.rows()).filter(({ noun }) => noun === 'contact'))
          texts.push(await showPerson(db, by, { contactId: row.id }).catch(() => ''));
        return texts.join('\n');
      };

      it('[D8] [V7] [A1] a private mail shows colleagues of every role that contact happened, never what was written', async () => {
        const person = await contact();
        const id = await mail({ private: true, contactIds: [person], link: `https://${canary}.example` });
        expect(await seen('interaction', id, nora)).toMatchObject({
          subject: `${canary} ${n}`,
          privateTo: nora.by,
          fingerprint: [mid()],
        });
        expect(await allOf(nora, [id])).toContain(canary);
        const masked = {
          kind: 'email',
          loggedBy: nora.by,
          privateTo: nora.by,
          contactIds: [person],
          occurredAt: expect.any(Number),
          subject: null,
          body: null,
          bodyState: null,
          outcome: null,
          link: null,
          threadKey: null,
          channel: null,
          participants: [],
          fingerprint: [],
          companyId: null,
          dealId: null,
          sharedWith: [],
          askedBy: [],
          deletedAt: null,
        };
        for (const other of [mia, reader, desk.client()]) {
          expect(await seen('interaction', id, other)).toMatchObject(masked);
          expect(await allOf(other, [id])).not.toContain(canary);
          const shown = JSON.parse(await showPerson(desk.here.db, other.by, { contactId: person })) as Person;
          expect(shown.timeline).toMatchObject([{ interaction: masked, by: 'Nora', deals: [] }]);
        }
        expect(await find(desk.here.db, nora.by, { text: `${canary} ${n}`, limit: 5 })).toMatchObject([
          { id },
        ]);
        expect(await listHistory(desk.here.db, nora.by, { noun: 'interaction', rowId: id })).not.toEqual([]);
        expect(await listHistory(desk.here.db, mia.by, { noun: 'interaction', rowId: id })).toEqual([]);
      });

      it('[D8] a private contact is for others a tombstone with nothing in it, and they find it nowhere', async () => {
        const keys = [email(`${canary}${n}@p.example`)];
        const id = await contact({ private: true, name: canary, keys });
        expect(await seen('contact', id, nora)).toMatchObject({ name: canary, privateTo: nora.by });
        for (const other of [mia, reader, desk.client()]) {
          expect(await seen('contact', id, other)).toEqual({
            id,
            createdAt: expect.any(Number),
            updatedAt: expect.any(Number),
            ...isGone,
          });
          expect(await allOf(other, [id])).not.toContain(canary);
          for (const asked of [{ contactId: id }, { email: keys[0]?.value ?? '' }])
            await expect(showPerson(desk.here.db, other.by, asked)).rejects.toMatchObject({
              code: 'contact.unknown',
            });
        }
        expect(await find(desk.here.db, nora.by, { text: canary, limit: 50 })).toContainEqual(
          expect.objectContaining({ id }),
        );
      });

      it('[D8] what names a private contact reaches others without its id', async () => {
        const secret = await contact({ private: true, name: canary });
        const known = await contact({ name: 'Known' });
        const deal = dealInput({ contactIds: [secret, known] });
        await nora.act('deal.add', deal);
        const task = taskInput({ contactId: secret });
        await nora.act('task.add', task);
        const both = await mail({ contactIds: [secret, known] });
        const alone = await mail({ private: true, fingerprint: [], contactIds: [secret] });
        expect(await seen('deal', deal.id, nora)).toMatchObject({ contactIds: [secret, known] });
        expect(await seen('deal', deal.id, mia)).toMatchObject({ contactIds: [known] });
        expect(await seen('task', task.id, nora)).toMatchObject({ contactId: secret });
        expect(await seen('task', task.id, mia)).toMatchObject({ contactId: null, title: task.title });
        expect(await seen('interaction', both, mia)).toMatchObject({
          contactIds: [known],
          subject: `Offer ${n}`,
        });
        // Nobody is left whom it could be about.
        expect(await seen('interaction', alone, mia)).toEqual(
          expect.objectContaining({ id: alone, ...isGone }),
        );
        // Who edits what they see of it keeps what they do not see.
        await mia.act('deal.edit', { id: deal.id, fields: { contactIds: [] } });
        expect(await seen('deal', deal.id, nora)).toMatchObject({ contactIds: [secret] });
        expect(
          JSON.stringify(await listHistory(desk.here.db, mia.by, { noun: 'deal', rowId: deal.id })),
        ).not.toContain(secret);
        await nora.act('task.edit', { id: task.id, fields: { contactId: known } });
        const moved = await listHistory(desk.here.db, mia.by, { noun: 'task', rowId: task.id });
        expect(moved[0]).toMatchObject({ field: 'contactId', from: null, to: known });
      });

      it('[A6] nobody else may name, edit, undo, join or remove it: its id is as unknown as any', async () => {
        const person = await contact({ private: true });
        const shared = await contact();
        const id = await mail({ private: true, contactIds: [shared] });
        const none = newId();
        for (const [contactId, entryId] of [
          [person, id],
          [none, none],
        ] as const) {
          await unknown(
            () => mia.act('contact.edit', { id: contactId, fields: { name: 'x' } }),
            'contact.unknown',
          );
          await unknown(
            () => mia.act('contact.addKey', { id: contactId, key: email('x@y.example') }),
            'contact.unknown',
          );
          await unknown(
            () =>
              mia.act('contact.removeKey', { id: contactId, key: { kind: 'email', value: 'x@y.example' } }),
            'contact.unknown',
          );
          await unknown(() => mia.act('contact.remove', { id: contactId }), 'contact.unknown');
          await unknown(() => mia.act('contact.restore', { id: contactId }), 'contact.unknown');
          await unknown(
            () => mia.act('contact.setPrivate', { id: contactId, private: false }),
            'contact.unknown',
          );
          await unknown(() => mia.act('interaction.edit', { id: entryId, fields: { body: 'x' } }));
          await unknown(() => mia.act('interaction.undo', { id: entryId }));
          await unknown(() => mia.act('interaction.separate', { id: entryId }));
          await unknown(() => mia.act('interaction.setPrivate', { id: entryId, private: false }));
          await unknown(() =>
            mia.act('interaction.answerAccess', { id: entryId, memberId: mia.by, grant: true }),
          );
          await unknown(() => mia.act('task.add', taskInput({ contactId })), 'contact.unknown');
          await unknown(() => mia.act('deal.add', dealInput({ contactIds: [contactId] })), 'contact.unknown');
          await unknown(
            () => mia.act('interaction.log', mailInput({ contactIds: [contactId], fingerprint: [] })),
            'contact.unknown',
          );
        }
        // A new row under the id of somebody's own is refused, and changes nothing of theirs.
        await unknown(
          () => mia.act('contact.add', contactInput({ id: person, keys: [email('mine@y.example')] })),
          'input.invalid',
        );
        await unknown(
          () => mia.act('interaction.log', mailInput({ id, contactIds: [shared] })),
          'input.invalid',
        );
        expect(await seen('contact', person, nora)).toMatchObject({
          name: `Person ${n}`,
          keys: [],
          deletedAt: null,
        });
        expect(await seen('interaction', id, nora)).toMatchObject({
          subject: `${canary} ${n}`,
          deletedAt: null,
        });
      });

      it('[A3] a colleague logs the same mail and adds the same person for themselves, and learns nothing', async () => {
        const key = email(`same${n}@p.example`);
        const mine = await contact({ private: true, keys: [key] });
        const ours = await contact({ keys: [key] }, mia);
        expect(await seen('contact', ours, mia)).toMatchObject({ mergedInto: null, keys: [key] });
        const hidden = await mail({ private: true, contactIds: [mine] });
        const shared = await mail({ contactIds: [ours] }, mia);
        expect(await seen('interaction', shared, nora)).toMatchObject({
          joinedInto: null,
          fingerprint: [mid()],
        });
        expect(await seen('interaction', hidden, nora)).toMatchObject({
          joinedInto: null,
          fingerprint: [mid()],
        });
        // Rita keeps her own of it as well.
        const third = desk.client(await desk.member('member', 'Omar'));
        expect(
          await third.act('interaction.log', mailInput({ private: true, fingerprint: [mid()] })),
        ).toMatchObject({ status: 'already', answer: { id: shared } });
      });

      it('[A4] what is logged privately of a shared mail answers with that one, and tells it nothing', async () => {
        const shared = await mail({ bodyState: 'subject-only', body: null }, mia);
        const secret = await contact({ private: true });
        const again = mailInput({
          private: true,
          body: canary,
          bodyState: 'read',
          contactIds: [secret],
          fingerprint: [mid(), `gm:nora:${canary}`],
        });
        expect(await nora.act('interaction.log', again)).toEqual(
          expect.objectContaining({ status: 'already', answer: { id: shared } }),
        );
        expect(await seen('interaction', shared, nora)).toMatchObject({
          body: null,
          fingerprint: [mid()],
          contactIds: [],
        });
        const key = email(`known${n}@p.example`);
        const person = await contact({ keys: [key] }, mia);
        const alias = contactInput({
          private: true,
          name: canary,
          keys: [key, email(`${canary}@p.example`)],
        });
        expect(await nora.act('contact.add', alias)).toMatchObject({
          status: 'already',
          answer: { id: person },
        });
        expect(await seen('contact', person, mia)).toMatchObject({ keys: [key] });
        expect(await seen('contact', alias.id, mia)).toMatchObject(isGone);
        expect(await allOf(mia)).not.toContain(canary);
      });

      it('[A5] what one has privately and logs again stays one’s own, and learns', async () => {
        const own = await mail({ private: true });
        expect(
          await nora.act('interaction.log', mailInput({ fingerprint: [mid(), `gm:nora:${n}`] })),
        ).toMatchObject({ status: 'already', answer: { id: own } });
        expect(await seen('interaction', own, nora)).toMatchObject({
          privateTo: nora.by,
          fingerprint: expect.arrayContaining([mid(), `gm:nora:${n}`]),
        });
      });

      it('[D8] whoever asks is let in by its owner, reads it then, edits it never, and is shut out again', async () => {
        const person = await contact();
        const id = await mail({ private: true, contactIds: [person] });
        expect(await mia.act('interaction.askAccess', { id })).toMatchObject({ status: 'applied' });
        expect(await mia.act('interaction.askAccess', { id })).toMatchObject({ status: 'already' });
        expect(await seen('interaction', id, nora)).toMatchObject({ askedBy: [mia.by], sharedWith: [] });
        expect(await seen('interaction', id, reader)).toMatchObject({ askedBy: [] });
        // Whoever asked sees that they did, on each of their devices.
        expect(await seen('interaction', id, mia)).toMatchObject({ askedBy: [mia.by], body: null });
        await unknown(() => mia.act('interaction.answerAccess', { id, memberId: mia.by, grant: true }));
        await nora.act('interaction.answerAccess', { id, memberId: mia.by, grant: true });
        expect(await seen('interaction', id, nora)).toMatchObject({ askedBy: [], sharedWith: [mia.by] });
        expect(await seen('interaction', id, mia)).toMatchObject({
          subject: `${canary} ${n}`,
          sharedWith: [mia.by],
        });
        expect(await find(desk.here.db, mia.by, { text: `${canary} ${n}`, limit: 5 })).toMatchObject([
          { id },
        ]);
        expect(await seen('interaction', id, reader)).toMatchObject({ subject: null, sharedWith: [] });
        await unknown(() => mia.act('interaction.edit', { id, fields: { body: 'x' } }));
        await unknown(() => mia.act('interaction.undo', { id }));
        await nora.act('interaction.answerAccess', { id, memberId: mia.by, grant: false });
        expect(await seen('interaction', id, mia)).toMatchObject({ subject: null });
        expect(
          await nora.act('interaction.answerAccess', { id, memberId: newId(), grant: true }),
        ).toMatchObject({ code: 'not_found' });
        // Made private anew, it is nobody's but its member's.
        await nora.act('interaction.answerAccess', { id, memberId: mia.by, grant: true });
        // Said again of what is private already it changes nothing, nobody is put out without being told.
        await nora.act('interaction.setPrivate', { id, private: true });
        expect(await seen('interaction', id, mia)).toMatchObject({ sharedWith: [mia.by] });
        await nora.act('interaction.setPrivate', { id, private: false });
        await nora.act('interaction.setPrivate', { id, private: true });
        expect(await seen('interaction', id, mia)).toMatchObject({ subject: null });
        expect(await seen('interaction', id, nora)).toMatchObject({ sharedWith: [], askedBy: [] });
        // Of what one does not even see, one cannot ask.
        const alone = await mail({
          private: true,
          fingerprint: [],
          contactIds: [await contact({ private: true })],
        });
        await unknown(() => mia.act('interaction.askAccess', { id: alone }));
      });

      it('[A2] [D8] only who logged or added it may make it private or share it, and every mirror learns at once', async () => {
        const person = await contact();
        const id = await mail({ contactIds: [person] });
        const deal = dealInput({ contactIds: [person] });
        await nora.act('deal.add', deal);
        const task = taskInput({ contactId: person });
        await nora.act('task.add', task);
        const { cursor, epoch } = JSON.parse(
          await pull(desk.here.db, mia.by, { epoch: null, cursor: 0, limit: 1_000 }),
        ) as Delta;
        const news = async (from: number) =>
          (JSON.parse(await pull(desk.here.db, mia.by, { epoch, cursor: from, limit: 1_000 })) as Delta).rows;
        await unknown(() => mia.act('interaction.setPrivate', { id, private: true }), 'auth.forbidden');
        await unknown(() => mia.act('contact.setPrivate', { id: person, private: true }), 'auth.forbidden');
        expect(await news(cursor)).toEqual([]);
        await nora.act('interaction.setPrivate', { id, private: true });
        expect(await news(cursor)).toMatchObject([{ noun: 'interaction', row: { id, subject: null } }]);
        await nora.act('contact.setPrivate', { id: person, private: true });
        const hidden = await news(cursor);
        expect(hidden.map(({ noun }) => noun).sort()).toEqual(['contact', 'deal', 'interaction', 'task']);
        expect(hidden).toContainEqual(
          expect.objectContaining({ row: expect.objectContaining({ id: person, ...isGone }) }),
        );
        expect(hidden).toContainEqual(
          expect.objectContaining({ row: expect.objectContaining({ id, ...isGone }) }),
        );
        expect(JSON.stringify(hidden.filter(({ noun }) => noun === 'deal' || noun === 'task'))).not.toContain(
          person,
        );
        await nora.act('contact.setPrivate', { id: person, private: false });
        await nora.act('interaction.setPrivate', { id, private: false });
        expect(await seen('interaction', id, mia)).toMatchObject({
          subject: `Offer ${n}`,
          contactIds: [person],
        });
        expect(await seen('deal', deal.id, mia)).toMatchObject({ contactIds: [person] });
        expect(await seen('contact', person, mia)).toEqual(await seen('contact', person, nora));
        expect(await nora.act('contact.setPrivate', { id: person, private: false })).toMatchObject({
          status: 'already',
        });
      });

      it('[A7] a mail shared that the workspace has already is joined into the one that is there', async () => {
        const hidden = await mail({ private: true, fingerprint: [mid(), `gm:nora:${n}`, `gm:omar:${n}`] });
        const shared = await mail({}, mia);
        const other = await mail({ fingerprint: [`gm:omar:${n}`] }, mia);
        expect(await nora.act('interaction.setPrivate', { id: hidden, private: false })).toMatchObject({
          status: 'already',
          answer: { id: shared },
        });
        for (const id of [hidden, other])
          expect(await seen('interaction', id, mia)).toMatchObject({ joinedInto: shared, privateTo: null });
        expect((await seen('interaction', shared, mia))?.fingerprint).toEqual(
          [`gm:nora:${n}`, `gm:omar:${n}`, mid()].sort(),
        );
        expect(await mia.act('interaction.log', mailInput({ fingerprint: [`gm:nora:${n}`] }))).toMatchObject({
          answer: { id: shared },
        });
        // Taken out again it stands by itself with its keys.
        await nora.act('interaction.separate', { id: other });
        expect(await mia.act('interaction.log', mailInput({ fingerprint: [`gm:omar:${n}`] }))).toMatchObject({
          status: 'already',
        });
      });

      it('[A7] [D8] who has read on learns of the entry that stays and of the one that was joined into it', async () => {
        const fingerprint = [mid()];
        const own = `gm:nora@ours.example:${n}`;
        const id = await mail({ private: true, fingerprint: [...fingerprint, own] });
        const shared = await mail({ fingerprint }, mia);
        const read = async (cursor: number) =>
          JSON.parse(await pull(desk.here.db, mia.by, { epoch: null, cursor, limit: 1_000 })) as Delta;
        const { cursor } = await read(0);
        await nora.act('interaction.setPrivate', { id, private: false });
        const { rows } = await read(cursor);
        expect(rows.map(({ row }) => row.id).sort()).toEqual([id, shared].sort());
        expect(rows.find(({ row }) => row.id === shared)?.row).toMatchObject({
          fingerprint: [own, ...fingerprint],
        });
      });

      it('[A7] a mail made private leaves the entries of colleagues that were joined into it', async () => {
        const mine = await mail({ fingerprint: [mid()] });
        const theirs = await mail({ subject: 'Theirs', fingerprint: [`gm:mia:${n}`] }, mia);
        await mia.act('interaction.log', mailInput({ fingerprint: [mid(), `gm:mia:${n}`] }));
        expect(await seen('interaction', theirs, mia)).toMatchObject({ joinedInto: mine });
        await nora.act('interaction.setPrivate', { id: mine, private: true });
        expect(await seen('interaction', theirs, mia)).toMatchObject({
          joinedInto: null,
          privateTo: null,
          subject: 'Theirs',
          fingerprint: [`gm:mia:${n}`],
        });
        expect(await seen('interaction', mine, nora)).toMatchObject({
          privateTo: nora.by,
          fingerprint: [mid()],
        });
        expect(await find(desk.here.db, mia.by, { text: 'Theirs', limit: 5 })).toContainEqual(
          expect.objectContaining({ id: theirs }),
        );
        // The mail itself is free for colleagues.
        expect(await mia.act('interaction.log', mailInput({ fingerprint: [mid()] }))).toMatchObject({
          status: 'applied',
        });
      });

      it('[A7] a contact is not shared while the workspace has its address, nor made private where one has it', async () => {
        const key = email(`twice${n}@p.example`);
        const mine = await contact({ private: true, keys: [key] });
        const ours = await contact({ keys: [key] }, mia);
        await unknown(() => nora.act('contact.setPrivate', { id: mine, private: false }), 'contact.exists');
        await mia.act('contact.remove', { id: ours });
        expect(await nora.act('contact.setPrivate', { id: mine, private: false })).toMatchObject({
          status: 'applied',
        });
        await unknown(() => mia.act('contact.restore', { id: ours }), 'contact.exists');
        const shown = JSON.parse(await showPerson(desk.here.db, mia.by, { email: key.value })) as Person;
        expect(shown.contact.id).toBe(mine);
      });

      it('[P10] a member who may only read is refused each change, stored like any answer', async () => {
        const given = { number: reader.next++, verb: 'contact.add', input: contactInput(), at: 1 } as const;
        const first = await reader.push([given]);
        expect(first).toEqual([
          { number: given.number, status: 'refused', code: 'role.forbidden', answer: null },
        ]);
        expect(await reader.push([given])).toEqual(first);
        expect(await desk.row('contact', given.input.id)).toBeNull();
      });
    },
  );
});
