import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { contactInput, mailInput } from './inputs.ts';
import { applied, refused } from './results.ts';

describe.each(engines)('rules that log (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let boss: Client;
      let mia: Client;
      const rule = (over: Partial<Input<'logRule.add'>> = {}): Input<'logRule.add'> => ({
        ...{ id: newId(), scope: 'contact', value: newId(), effect: 'log', dealId: null },
        ...over,
      });
      beforeAll(async () => {
        desk = await openDesk(engine);
        boss = desk.client();
        mia = desk.client(await desk.member('member', 'Mia'));
      });
      afterAll(() => desk.close());

      it('[E1] for everybody but its maker a rule does not exist, not even for the owner', async () => {
        const own = rule();
        expect(await mia.act('logRule.add', own)).toEqual(applied);
        expect(await desk.row('logRule', own.id, mia.by)).toMatchObject({ ...own, privateTo: mia.by });
        const seen = await desk.row('logRule', own.id, boss.by);
        expect(JSON.stringify(seen ?? null)).not.toContain(own.value);
        expect(seen?.deletedAt ?? 'none').not.toBeNull();
        expect(await boss.act('logRule.remove', { id: own.id })).toEqual(refused('logRule.unknown'));
        expect(await listHistory(desk.here.db, boss.by, { noun: 'logRule', rowId: own.id })).toEqual([]);
        expect(await mia.act('logRule.remove', { id: own.id })).toEqual(applied);
      });

      it('[E1] the same said twice is one; its stop is another, and the same of somebody else theirs', async () => {
        const own = rule();
        await mia.act('logRule.add', own);
        const again = await mia.act('logRule.add', { ...own, id: newId() });
        expect(again).toMatchObject({ status: 'already', answer: { id: own.id } });
        expect(await mia.act('logRule.add', { ...own, id: newId(), effect: 'leave' })).toEqual(applied);
        expect(await boss.act('logRule.add', { ...own, id: newId() })).toEqual(applied);
        await mia.act('logRule.remove', { id: own.id });
        expect(await mia.act('logRule.add', { ...own, id: newId() })).toEqual(applied);
      });

      it('[E1] an entry names the rule that made it to everybody who reads the entry, and the rule stays its maker’s', async () => {
        const own = rule({ scope: 'everyone', value: '' });
        await mia.act('logRule.add', own);
        const contact = contactInput({ id: newId() });
        await boss.act('contact.add', contact);
        const entry = mailInput({ contactIds: [contact.id], rule: 'everyone', ruleId: own.id });
        expect(await mia.act('interaction.log', entry)).toEqual(applied);
        expect(await desk.row('interaction', entry.id, boss.by)).toMatchObject({
          rule: 'everyone',
          ruleId: own.id,
          loggedBy: mia.by,
        });
      });

      it('[E4] two browsers of a member that log a mail by their rule meet in one entry', async () => {
        const fingerprint = [`gm:mia@ours.example:${newId()}`];
        const first = mailInput({ fingerprint, rule: 'contact', ruleId: newId() });
        const second = mailInput({ fingerprint, rule: 'contact', ruleId: first.ruleId ?? null });
        expect(await mia.act('interaction.log', first)).toEqual(applied);
        expect(await mia.act('interaction.log', second)).toMatchObject({
          status: 'already',
          answer: { id: first.id },
        });
      });

      it('[E5] the tombstone of a log that was taken back still tells its keys', async () => {
        const key = `gm:mia@ours.example:${newId()}`;
        const entry = mailInput({ fingerprint: [key], rule: 'contact', ruleId: newId() });
        await mia.act('interaction.log', entry);
        await boss.act('interaction.undo', { id: entry.id });
        const gone = await desk.row('interaction', entry.id, mia.by);
        expect(gone?.deletedAt ?? null).not.toBeNull();
        expect(gone).toMatchObject({ fingerprint: [key] });
      });
    },
  );
});
