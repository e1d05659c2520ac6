import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import type { Older } from '../../api/services/person/older.ts';
import { type OlderInput, olderOf } from '../../api/services/person/older.ts';
import { type Person, showPerson } from '../../api/services/person/show.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput, mailInput } from './inputs.ts';

describe.each(engines)('where a log goes (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(`on ${engine}`, () => {
    let desk: Desk;
    let mine: Client;
    let mias: Client;
    let [ada, bob, acme, renewal, pilot]: Id[] = [];
    beforeAll(async () => {
      desk = await openDesk(engine);
      const { addMember } = await import('../../api/services/member/add.ts');
      const mia = await addMember(desk.world, desk.here, { name: 'Mia', email: null, role: 'member' });
      mine = desk.client();
      mias = desk.client(mia);
      const company = companyInput();
      const people = [contactInput({ name: 'Ada', companyId: company.id }), contactInput({ name: 'Bob' })];
      const deals = [dealInput({ companyId: company.id }), dealInput({ title: 'Pilot' })];
      await mine.act('company.add', company);
      for (const person of people) await mine.act('contact.add', person);
      for (const deal of deals) await mine.act('deal.add', deal);
      [ada, bob, acme, renewal, pilot] = [...people, company, ...deals].map(({ id }) => id);
    });
    afterAll(() => desk.close());

    const logged = async (over: Partial<Input<'interaction.log'>> = {}, by = mine) => {
      const input = mailInput({ contactIds: [ada ?? ''], fingerprint: [`mid:${newId()}@x`], ...over });
      expect(await by.act('interaction.log', input)).toMatchObject({ status: 'applied' });
      return input;
    };
    const to = (over: Partial<Input<'interaction.move'>>) => ({
      ...{ contactIds: [], companyId: null, dealId: null, moreDealIds: [], ...over },
    });
    const past = async (home: Record<string, Id | undefined>) => {
      const input = { ...home, after: null, limit: 50 } as OlderInput;
      return (JSON.parse(await olderOf(desk.here.db, desk.owner, input)) as Older).rows.map(({ id }) => id);
    };
    const history = async (id: Id) =>
      (await listHistory(desk.here.db, desk.owner, { noun: 'interaction', rowId: id })).map(
        ({ field, from, to: after }) => [field, from, after],
      );

    it('[G4] an entry of several deals stands in the timeline of each, and of their company', async () => {
      const { id } = await logged({ contactIds: [], dealId: pilot ?? null, moreDealIds: [renewal ?? ''] });
      expect(await desk.row('interaction', id)).toMatchObject({ dealId: pilot, moreDealIds: [renewal] });
      const about = await logged({ dealId: pilot ?? null, moreDealIds: [renewal ?? ''], occurredAt: 9e12 });
      const shown: Person = JSON.parse(await showPerson(desk.here.db, desk.owner, { contactId: ada ?? '' }));
      expect(shown.timeline.find(({ interaction }) => interaction.id === about.id)?.deals).toEqual([
        'Pilot',
        (await desk.row('deal', renewal ?? ''))?.title,
      ]);
      for (const home of [{ dealId: pilot }, { dealId: renewal }, { companyId: acme }])
        expect(await past(home)).toContain(id);
      await mine.act('interaction.undo', { id });
      expect(await past({ dealId: renewal })).not.toContain(id);
    });

    it('[G5] a move takes it to other records, and its history keeps from where', async () => {
      const { id } = await logged({ dealId: renewal ?? null });
      const place = to({
        contactIds: [bob ?? ''],
        dealId: pilot ?? null,
        moreDealIds: [pilot ?? '', renewal ?? ''],
      });
      expect(await mias.act('interaction.move', { id, ...place })).toMatchObject({ status: 'applied' });
      expect(await desk.row('interaction', id)).toMatchObject({
        ...{ contactIds: [bob], companyId: null, dealId: pilot, moreDealIds: [renewal] },
      });
      expect(await past({ contactId: ada })).not.toContain(id);
      for (const home of [{ contactId: bob }, { dealId: pilot }, { dealId: renewal }])
        expect(await past(home)).toContain(id);
      expect(await history(id)).toEqual(
        expect.arrayContaining([
          ['dealId', renewal, pilot],
          ['moreDealIds', null, renewal],
          ['contactIds', ada, bob],
        ]),
      );
    });

    it('[G5] of two moves the later arrival counts, and both stand in the history', async () => {
      const { id } = await logged();
      await mine.act('interaction.move', { id, ...to({ dealId: renewal ?? null }) });
      await mias.act('interaction.move', { id, ...to({ dealId: pilot ?? null }) });
      expect(await desk.row('interaction', id)).toMatchObject({ contactIds: [], dealId: pilot });
      expect((await history(id)).filter(([field]) => field === 'dealId')).toHaveLength(2);
    });

    it('[G5] [A6] what is another’s own is not moved, and what is gone is no place', async () => {
      const own = await logged({ private: true });
      expect(
        await mias.act('interaction.move', { id: own.id, ...to({ dealId: pilot ?? null }) }),
      ).toMatchObject({
        status: 'refused',
        code: 'interaction.unknown',
      });
      const { id } = await logged();
      const refusals: [Partial<Input<'interaction.move'>>, string][] = [
        [{ dealId: newId() }, 'deal.unknown'],
        [{ dealId: pilot ?? null, moreDealIds: [newId()] }, 'deal.unknown'],
        [{ companyId: newId() }, 'company.unknown'],
        [{ contactIds: [newId()] }, 'contact.unknown'],
      ];
      for (const [place, code] of refusals)
        expect(await mine.act('interaction.move', { id, ...to(place) })).toMatchObject({
          status: 'refused',
          code,
        });
      await mine.act('interaction.undo', { id });
      expect(await mine.act('interaction.move', { id, ...to({}) })).toMatchObject({
        code: 'interaction.removed',
      });
    });

    it('[G5] people whom the mover may not see stay with it', async () => {
      const mias_own = contactInput({ name: 'Eve', private: true });
      await mias.act('contact.add', mias_own);
      const { id } = await logged({ contactIds: [ada ?? '', mias_own.id] }, mias);
      await mine.act('interaction.move', { id, ...to({ contactIds: [bob ?? ''] }) });
      expect((await desk.row('interaction', id, mias.by))?.contactIds.sort()).toEqual(
        [bob, mias_own.id].sort(),
      );
      expect((await desk.row('interaction', id))?.contactIds).toEqual([bob]);
      expect(JSON.stringify(await history(id))).not.toContain(mias_own.id);
    });

    it('[G5] [J2] whoever is named by an alias is whom it stands for, and gets it back by a split', async () => {
      const [kept, gone] = [contactInput({ name: 'Ann' }), contactInput({ name: 'Anne' })];
      for (const each of [kept, gone]) await mine.act('contact.add', each);
      const merge = newId();
      await mine.act('contact.merge', { id: kept.id, goneId: gone.id, mergeId: merge, fields: {} });
      const { id } = await logged();
      expect(await mine.act('interaction.move', { id, ...to({ contactIds: [gone.id] }) })).toMatchObject({
        status: 'applied',
      });
      expect((await desk.row('interaction', id))?.contactIds).toEqual([kept.id]);
      await mine.act('merge.split', { id: merge });
      expect((await desk.row('interaction', id))?.contactIds).toEqual([gone.id]);
    });

    it('[G6] what it was taken off it stays off when somebody logs the mail again', async () => {
      const first = await logged({ dealId: renewal ?? null });
      await mine.act('interaction.move', {
        id: first.id,
        ...to({ contactIds: [bob ?? ''], dealId: pilot ?? null }),
      });
      const again = { ...first, id: newId(), fingerprint: [...first.fingerprint, 'gm:mia:77'] };
      expect(await mias.act('interaction.log', again)).toMatchObject({
        status: 'already',
        answer: { id: first.id },
      });
      const row = await desk.row('interaction', first.id);
      expect(row).toMatchObject({ contactIds: [bob], dealId: pilot, moreDealIds: [] });
      expect(row?.fingerprint).toContain('gm:mia:77');
    });

    it('[U1] [G4] the same mail logged to another deal is about both', async () => {
      const first = await logged({ dealId: renewal ?? null });
      await mias.act('interaction.log', { ...first, id: newId(), dealId: pilot ?? null });
      expect(await desk.row('interaction', first.id)).toMatchObject({
        dealId: renewal,
        moreDealIds: [pilot],
      });
    });

    it('[G7] joined entries are about the deals of each, and taken apart each is about its own', async () => {
      const [a, b] = [`gm:me:${newId()}`, `gm:mia:${newId()}`];
      const first = await logged({ dealId: renewal ?? null, fingerprint: [a] });
      const second = await logged({ dealId: pilot ?? null, fingerprint: [b] }, mias);
      await mine.act('interaction.log', mailInput({ contactIds: [ada ?? ''], fingerprint: [a, b] }));
      expect(await desk.row('interaction', first.id)).toMatchObject({
        dealId: renewal,
        moreDealIds: [pilot],
      });
      expect((await desk.row('interaction', second.id))?.joinedInto).toBe(first.id);
      await mine.act('interaction.separate', { id: second.id });
      expect(await desk.row('interaction', first.id)).toMatchObject({ dealId: renewal, moreDealIds: [] });
      expect(await desk.row('interaction', second.id)).toMatchObject({ dealId: pilot, joinedInto: null });
    });

    it('[G9] a log of an imported mail finds it by its Message-ID', async () => {
      const mid = `mid:${newId()}@x`;
      const imported = await logged({ fingerprint: ['ext:crm:1', mid] });
      expect(
        await mias.act('interaction.log', { ...imported, id: newId(), fingerprint: [mid, 'gm:mia:1'] }),
      ).toMatchObject({ status: 'already', answer: { id: imported.id } });
    });

    it('[G10] what logged it stays what the first log said', async () => {
      const first = await logged({ rule: 'sending', ruleId: null });
      await mias.act('interaction.log', { ...first, id: newId(), rule: 'everyone' });
      expect(await desk.row('interaction', first.id)).toMatchObject({ rule: 'sending', ruleId: null });
    });
  });
});
