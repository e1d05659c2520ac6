import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import { judgeMail } from '../../shared/domain/exclusion/judge.ts';
import type { Exclusion } from '../../shared/domain/rows.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { mailInput } from './inputs.ts';
import { applied, refused } from './results.ts';

describe.each(engines)('what is never logged (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let boss: Client;
      let mia: Client;
      let tom: Client;
      const rule = (over: Partial<Input<'exclusion.add'>> = {}): Input<'exclusion.add'> => ({
        ...{ id: newId(), subject: 'domain', value: `${newId()}.example`, effect: 'never', note: null },
        private: false,
        ...over,
      });
      const mailWith = (...emails: string[]) =>
        mailInput({
          participants: emails.map((email) => ({ name: null, email, role: 'to' as const })),
          contactIds: [],
        });
      beforeAll(async () => {
        desk = await openDesk(engine);
        boss = desk.client();
        mia = desk.client(await desk.member('member', 'Mia'));
        tom = desk.client(await desk.member('member', 'Tom'));
      });
      afterAll(() => desk.close());

      it("[X1] the team's rules are the owner's and admins' to set and lift, and everybody's to read", async () => {
        expect(await mia.act('exclusion.add', rule())).toEqual(refused('role.forbidden'));
        const ours = rule({ note: 'they asked us' });
        const { private: _, ...shown } = ours;
        expect(await boss.act('exclusion.add', ours)).toEqual(applied);
        expect(await desk.row('exclusion', ours.id, tom.by)).toMatchObject({ ...shown, privateTo: null });
        expect(await boss.act('exclusion.add', { ...ours, id: newId() })).toMatchObject({
          status: 'already',
          answer: { id: ours.id },
        });
        expect(await tom.act('exclusion.remove', { id: ours.id })).toEqual(refused('role.forbidden'));
        expect(await boss.act('exclusion.remove', { id: ours.id })).toEqual(applied);
        expect(await boss.act('exclusion.remove', { id: ours.id })).toMatchObject({ status: 'already' });
        expect(await boss.act('exclusion.add', { ...ours, id: newId() })).toEqual(applied);
      });

      it("[X1] [A6] one's own rule is nobody else's to know", async () => {
        const own = rule({ private: true, subject: 'address', value: 'secret@doctor.example' });
        expect(await mia.act('exclusion.add', own)).toEqual(applied);
        expect((await desk.row('exclusion', own.id, boss.by))?.deletedAt ?? 'none').not.toBeNull();
        expect(await boss.act('exclusion.remove', { id: own.id })).toEqual(refused('exclusion.unknown'));
        expect(await listHistory(desk.here.db, boss.by, { noun: 'exclusion', rowId: own.id })).toEqual([]);
        // The same said by somebody else is theirs.
        expect(await tom.act('exclusion.add', { ...own, id: newId() })).toEqual(applied);
        expect(await mia.act('exclusion.remove', { id: own.id })).toEqual(applied);
      });

      it('[X3] a mail with somebody the team keeps out is refused, from a client that does not know it too', async () => {
        const { id, value } = rule();
        await boss.act('exclusion.add', rule({ id, value }));
        expect(await mia.act('interaction.log', mailWith('bo@fine.example'))).toEqual(applied);
        expect(await mia.act('interaction.log', mailWith('bo@fine.example', `Ann@mail.${value}`))).toEqual(
          refused('interaction.excluded'),
        );
        // A note about them is no mail.
        expect(
          await mia.act('interaction.log', { ...mailWith(`ann@${value}`), kind: 'note', fingerprint: [] }),
        ).toEqual(applied);
        await boss.act('exclusion.remove', { id });
        expect(await mia.act('interaction.log', mailWith(`ann@${value}`))).toEqual(applied);
      });

      it('[X2] [X3] the server and the panel agree on every two rules, whoever made them', async () => {
        const makers = [boss, mia];
        let told = 0;
        for (const first of ['never', 'allow'] as const)
          for (const second of ['never', 'allow'] as const)
            for (const [a, b] of [
              [0, 1],
              [0, 0],
              [1, 1],
            ] as const)
              for (const [one, other] of [
                ['domain', 'address'],
                ['domain', 'domain'],
              ] as const) {
                const domain = `${newId()}.example`;
                const values = { domain, address: `ann@${domain}`, site: '' };
                const rules: Exclusion[] = [];
                for (const [maker, subject, effect] of [
                  [a, one, first],
                  [b, other, second],
                ] as const) {
                  const input = rule({ subject, effect, value: values[subject], private: maker === 1 });
                  await makers[maker]?.act('exclusion.add', input);
                  const row = await desk.row('exclusion', input.id, mia.by);
                  if (row) rules.push(row as Exclusion);
                }
                const result = await mia.act('interaction.log', mailWith(`ann@${domain}`));
                const said = judgeMail([`ann@${domain}`], rules) === null ? 'applied' : 'refused';
                expect([first, second, a, b, other, result.status]).toEqual([
                  first,
                  second,
                  a,
                  b,
                  other,
                  said,
                ]);
                told += said === 'refused' ? 1 : 0;
              }
        expect(told).toBeGreaterThan(8);
      });
    },
  );
});
