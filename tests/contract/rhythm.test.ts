import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pacesOf } from '../../api/services/rhythm/paces.ts';
import { touchesOf } from '../../api/services/rhythm/touches.ts';
import { type Client, canRun, type Desk, engines, openDesk } from './desk.ts';
import { companyInput, contactInput, dealInput, mailInput } from './inputs.ts';

const day = 86_400_000;

describe.each(engines)('the rhythm of a relation on %s', (engine) => {
  describe.skipIf(!canRun(engine))('counts', () => {
    let desk: Desk;
    let olive: Client;
    let mia: Client;
    const company = companyInput();
    const ada = contactInput({ companyId: company.id });
    const deal = dealInput({ contactIds: [ada.id] });
    const other = dealInput();
    beforeAll(async () => {
      desk = await openDesk(engine);
      olive = desk.client();
      mia = desk.client(await desk.member('member', 'Mia'));
      await olive.act('company.add', company);
      await olive.act('contact.add', ada);
      await olive.act('deal.add', deal);
      await olive.act('deal.add', other);
    });
    afterAll(() => desk.close());
    const of = (client: Client, noun: 'contact' | 'company' | 'deal', id: string) =>
      touchesOf(desk.here.db, client.by, { noun, id }, desk.clock.now);

    it('[A1] mails of a year, each once, newest first; a private one only for those who may read it', async () => {
      const now = desk.clock.now;
      const about = { contactIds: [ada.id], companyId: company.id };
      const mails = [
        mailInput({
          ...about,
          occurredAt: now - 3 * day,
          direction: 'out',
          dealId: deal.id,
          moreDealIds: [other.id],
        }),
        mailInput({ ...about, occurredAt: now - 2 * day, direction: 'in' }),
        mailInput({ ...about, occurredAt: now - 500 * day }),
        mailInput({ ...about, occurredAt: now + 9 * day }),
        mailInput({ ...about, occurredAt: now - day, kind: 'note', direction: null }),
      ];
      for (const mail of mails) await olive.act('interaction.log', mail);
      const hidden = mailInput({ ...about, occurredAt: now - day, private: true });
      await mia.act('interaction.log', hidden);
      const [sent, received] = mails;
      const shared = [
        [received?.id, now - 2 * day, 1],
        [sent?.id, now - 3 * day, 0],
      ];
      expect(await of(olive, 'contact', ada.id)).toEqual({ touches: shared, more: false });
      expect((await of(mia, 'contact', ada.id)).touches).toEqual([[hidden.id, now - day, 1], ...shared]);
      expect((await of(olive, 'company', company.id)).touches).toEqual(shared);
      expect((await of(olive, 'deal', deal.id)).touches).toEqual(shared.slice(1));
      expect((await of(olive, 'deal', other.id)).touches).toEqual(shared.slice(1));
      await olive.act('interaction.undo', { id: received?.id ?? '' });
      expect((await of(olive, 'contact', ada.id)).touches).toEqual(shared.slice(1));
      expect((await of(olive, 'contact', company.id)).touches).toEqual([]);
    });

    it('how long won deals stood in each stage', async () => {
      const stages = (await desk.rows()).flatMap(({ noun, row }) => (noun === 'stage' ? [row.id] : []));
      const [, second = ''] = stages;
      const won = dealInput();
      await olive.act('deal.add', won);
      desk.clock.now += 5 * day;
      await olive.act('deal.move', { id: won.id, stageId: second });
      desk.clock.now += 2 * day;
      await olive.act('deal.close', {
        ...{ id: won.id, state: 'won', at: desk.clock.now, lostReason: null, competitor: null },
      });
      const paces = await pacesOf(desk.here.db, desk.clock.now);
      const days = Object.fromEntries(
        paces.map(({ stageId, won, medianMs }) => [stageId, [won, Math.round(medianMs / day)]]),
      );
      expect(days).toEqual({ [stages[0] ?? '']: [1, 5], [second]: [1, 2] });
    });
  });
});
