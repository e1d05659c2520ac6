import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import { find } from '../../api/services/search/find.ts';
import type { OwnFieldKind } from '../../shared/domain/rows.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput } from './inputs.ts';

describe.each(engines)('fields of a workspace’s own (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let client: Client;
      const field = (key: string, kind: OwnFieldKind, over: Partial<Input<'ownField.add'>> = {}) => ({
        id: newId(),
        noun: 'contact' as const,
        key,
        label: key,
        kind,
        options: [],
        position: 0,
        places: ['record' as const],
        ...over,
      });
      beforeAll(async () => {
        desk = await openDesk(engine);
        client = desk.client();
        for (const kind of ['text', 'number', 'money', 'date', 'choice', 'yes-no', 'person'] as const)
          await client.act('ownField.add', field(`a_${kind.replace('-', '_')}`, kind));
      });
      afterAll(() => desk.close());

      it('a field is defined, renamed, put elsewhere and removed, and keeps its key', async () => {
        const size = field('size', 'choice', { label: 'Size', options: ['S'] });
        expect(await client.act('ownField.add', size)).toMatchObject({ status: 'applied' });
        await client.act('ownField.edit', {
          id: size.id,
          fields: { label: 'Format', options: ['S', 'M'], places: ['sidebar', 'card'], position: 3 },
        });
        expect(await desk.row('ownField', size.id)).toMatchObject({
          ...{ key: 'size', label: 'Format', options: ['S', 'M'], places: ['sidebar', 'card'], position: 3 },
        });
        await client.act('ownField.remove', { id: size.id });
        expect((await desk.row('ownField', size.id))?.deletedAt).not.toBeNull();
        const told = await listHistory(desk.here.db, desk.owner, { noun: 'ownField', rowId: size.id });
        expect(told.map(({ field }) => field)).toContain('removed');
      });

      it('[F1] a key belongs to one field of a noun; whoever defines a removed one again gets it back with its values', async () => {
        const tier = field('tier', 'choice', { options: ['Gold'] });
        await client.act('ownField.add', tier);
        const mia = desk.client(await desk.member('admin', 'Mia'));
        const again = field('tier', 'text', { label: 'Other' });
        expect(await mia.act('ownField.add', again)).toMatchObject({
          status: 'already',
          answer: { id: tier.id },
        });
        expect(await desk.row('ownField', tier.id)).toMatchObject({ kind: 'choice', label: 'tier' });
        expect(await mia.act('ownField.add', { ...again, id: newId(), noun: 'deal' })).toMatchObject({
          status: 'applied',
        });
        const ada = contactInput({ own: { tier: 'Gold' } });
        await client.act('contact.add', ada);
        await client.act('ownField.remove', { id: tier.id });
        expect(await client.act('ownField.add', { ...tier, label: 'Tier' })).toMatchObject({
          status: 'already',
        });
        expect(await desk.row('ownField', tier.id)).toMatchObject({ label: 'Tier', deletedAt: null });
        expect((await desk.row('contact', ada.id))?.own).toEqual({ tier: 'Gold' });
      });

      it.each<[string, string | number | null, boolean]>([
        ['a_number', 5, true],
        ['a_number', 2.5, true],
        ['a_number', 'five', false],
        ['a_yes_no', 1, true],
        ['a_yes_no', 0, true],
        ['a_yes_no', 2, false],
        ['a_yes_no', 'yes', false],
        ['a_money', 'EUR 129900', true],
        ['a_money', '1299', false],
        ['a_money', 1299, false],
        ['a_date', '2027-01-31', true],
        ['a_date', '31.1.2027', false],
        ['a_choice', 'Of an option since removed', true],
        ['a_text', '', true],
        ['a_person', 'somebody', true],
        ['a_number', null, true],
        ['never_defined', 'what it is', true],
      ])('[F2] %s takes %j: %s', async (key, value, taken) => {
        const result = taken ? { status: 'applied' } : { status: 'refused', code: 'input.invalid' };
        const added = contactInput({ own: { [key]: value } });
        expect(await client.act('contact.add', added)).toMatchObject(result);
        const plain = contactInput();
        await client.act('contact.add', plain);
        expect(
          await client.act('contact.edit', { id: plain.id, fields: { own: { [key]: value } } }),
        ).toMatchObject(result);
      });

      it('rows are found by what stands in them, and no more by what stood there', async () => {
        const hits = async (text: string) =>
          (await find(desk.here.db, desk.owner, { text, limit: 10 })).map(({ id }) => id);
        const ada = contactInput({ name: 'Wendeline', own: { a_text: 'Straßenbahn', a_number: 4711 } });
        const acme = companyInput({ name: 'Tramworks', own: { hall: '雲平臺七號' } });
        const deal = dealInput({ title: 'Tracks', own: { track: 'Zahnrad' } });
        await client.act('contact.add', ada);
        await client.act('company.add', acme);
        await client.act('deal.add', deal);
        expect(await hits('strassenb')).toEqual([ada.id]);
        expect(await hits('4711')).toEqual([ada.id]);
        expect(await hits('云平台')).toEqual([acme.id]);
        expect(await hits('zahnr')).toEqual([deal.id]);
        await client.act('contact.edit', { id: ada.id, fields: { own: { a_text: 'Seilbahn' } } });
        expect(await hits('strassenb')).toEqual([]);
        expect(await hits('seilb')).toEqual([ada.id]);
        expect(await hits('4711')).toEqual([ada.id]);
        await client.act('contact.edit', { id: ada.id, fields: { own: { a_text: null } } });
        expect(await hits('seilb')).toEqual([]);
      });
    },
  );
});
