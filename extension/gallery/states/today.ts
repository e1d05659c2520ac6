import type { SilentDeal } from '../../messages/today.ts';
import { id, inDays, now, task, today } from '../rows.ts';
import { mailbox, type Scene, scene } from '../scene.ts';
import type { Cast } from '../world.ts';

const day = 86_400_000;

/** What one promised and what one was promised. */
function promised({ world, me, ada, bob, chen }: Cast): void {
  world.task.push(
    task('Send the price list for the second site', inDays(-1), {
      ...{ contactId: ada.id, ownerId: me.id, promisedBy: 'us' },
    }),
    task('Vertragsentwurf mit den Lieferbedingungen schicken', today, {
      ...{ contactId: ada.id, ownerId: me.id, promisedBy: 'us' },
    }),
    task('The signed order', inDays(-2), { contactId: bob.id, ownerId: me.id, promisedBy: 'them' }),
    task('No reply from Chen Wei', today, {
      ...{ contactId: chen.id, ownerId: me.id, awaits: 'gm:you@ours.test:1' },
    }),
    task('发送修订后的合同', inDays(3), { contactId: chen.id, ownerId: me.id, promisedBy: 'us' }),
  );
}

const silent = ({ renewal, pilot }: Cast): SilentDeal[] => [
  {
    ...{ id: renewal.id, title: renewal.title, company: 'ACME GmbH', stage: 'Negotiation', contactId: null },
    ...{ days: 23, allowed: 14, basis: 'stage' },
  },
  {
    ...{ id: pilot.id, title: '智慧製造導入與產線感測器全面更新專案', company: '青雲物流股份有限公司' },
    ...{ stage: null, contactId: null, days: 12, allowed: 8, basis: 'usual' },
  },
  {
    ...{ id: id(), title: 'Training 2027', company: null, stage: null, contactId: null },
    ...{ days: 61, allowed: 30, basis: 'month' },
  },
];

const wrote = (name: string | null, email: string, times: number, days: number, subject: string) => ({
  ...{ name, email, times, at: now - days * day, subject },
  ...{ threadId: '18c0ffee', account: 'you@ours.test' },
});

const full =
  (more: Partial<Scene['state']> = {}) =>
  (): Scene => {
    const made = scene((cast) => {
      promised(cast);
      return {
        screen: mailbox('you@ours.test', 2),
        mailbox: { account: 'you@ours.test', bound: null, private: false },
        ...more,
      };
    });
    return {
      ...made,
      answers: {
        silentDeals: () => silent(made.cast),
        newcomers: () => [
          wrote(
            'Rowan Ellery',
            'rowan@northlight.test',
            3,
            1,
            'Leaf wetness sensors for 4 hectares of tomatoes',
          ),
          wrote(null, 'purchasing.department@a-rather-long-company-name.test', 1, 4, 'Offer'),
          wrote('赵一鸣', 'zhao@yunling.test', 2, 6, '茶园湿度监测咨询'),
          wrote('Joost', 'joost@vandermeer.test', 1, 9, 'Question'),
          wrote('Priya', 'priya@stillwater.test', 1, 12, 'Dinner'),
        ],
        missed: () => ({
          since: now - day,
          lines: [
            {
              ...{
                threadId: '18c0ffee',
                subject: 'Re: Renewal and the second site',
                who: made.cast.ada.name,
              },
              ...{ contactId: made.cast.ada.id, at: now - 8 * 3_600_000 },
              rule: {
                id: 'r',
                scope: 'contact',
                value: made.cast.ada.id,
                name: made.cast.ada.name,
                effect: 'log',
              },
            },
          ],
        }),
      },
    };
  };

/** The panel with no thread open, on a day on which much waits. */
export const todayStates: Record<string, () => Scene> = {
  'today-full': full(),
  'today-full-reading': full({ readOnly: true }),
};
