import { addDays, instantOf } from '../../../shared/kit/civil.ts';
import type { PromiseOffer, PromisesView } from '../../messages/promise.ts';
import { known } from '../people.ts';
import { daysAgo, inDays, now, task, today } from '../rows.ts';
import { message, type Scene, scene, thread, toRenewal } from '../scene.ts';
import type { Cast } from '../world.ts';

const offer = (more: Partial<PromiseOffer>): PromiseOffer => ({
  key: `pr:1:${more.what ?? ''}`,
  by: 'us',
  kind: 'quote',
  what: 'send {you} the quote',
  sentence: "I'll send you the quote by Friday.",
  messageId: 'm1',
  dueDay: inDays(3),
  dueAt: null,
  zone: null,
  ...more,
});
/** Tuesday at three where she is, which is another hour here. */
const tokyo = {
  dueDay: addDays(today, 5),
  dueAt: instantOf(addDays(today, 5), 15 * 60, 'Asia/Tokyo'),
  zone: 'Asia/Tokyo',
};
const mail = { id: 'deed', kind: 'email', title: 'Re: Renewal and the second site', at: daysAgo(1) };
const nothing: PromisesView = { offers: [], asks: [], kept: [] };

const withPromises = (
  view: (cast: Cast) => Partial<PromisesView>,
  prepare: (cast: Cast) => void = () => {},
) => {
  const made = scene((cast) => {
    prepare(cast);
    return { screen: thread(toRenewal(cast), [message()]), people: [known(cast.ada)] };
  });
  const shown = { ...nothing, ...view(made.cast) };
  return { ...made, answers: { promises: () => shown } };
};

/** What is promised in mails, found, kept and asked about. */
export const promiseStates: Record<string, () => Scene> = {
  'promise-found': () =>
    withPromises(() => ({
      offers: [
        offer({}),
        offer({
          ...{ kind: 'call', what: 'call {me}', sentence: 'Call me Tuesday at 3, my mobile is best.' },
          ...tokyo,
        }),
        offer({
          ...{ by: 'them', kind: 'document', what: 'send the signed contract', dueDay: null },
          sentence:
            'Once more many thanks; my assistant will send the signed contract to your Berlin office.',
        }),
      ],
    })),
  'promise-found-han': () =>
    withPromises(() => ({
      offers: [
        offer({ what: '寄報價單', sentence: '我會在週五前把報價單寄給您。' }),
        offer({
          ...{ kind: 'call', what: '给{您}打电话', sentence: '下周二下午三点打给我，谢谢！' },
          ...tokyo,
          zone: 'Asia/Shanghai',
        }),
      ],
    })),
  'promise-owed': () =>
    withPromises(
      (cast) => ({
        asks: [
          {
            task: task('Send the datasheet', inDays(1), { contactId: cast.ada.id, promisedBy: 'us' }),
            deed: mail,
            via: null,
          },
        ],
        kept: [
          {
            task: task('Send the quote', inDays(-1), {
              ...{ contactId: cast.ada.id, promisedBy: 'us', doneAt: now, doneVia: 'deed' },
            }),
            deed: mail,
          },
        ],
      }),
      ({ world, ada }) => {
        const owed = (title: string, due: string | null, by: 'us' | 'them') =>
          task(title, due, {
            contactId: ada.id,
            promisedBy: by,
            note: `I'll send it.\nhttps://mail.google.com/mail/u/?authuser=you%40ours.test#all/18c0ffee`,
          });
        world.task.push(
          owed('Send the datasheet', inDays(1), 'us'),
          owed('Introduce Ada to the head of logistics in Rotterdam', inDays(-2), 'us'),
          owed('Ada: send the signed contract', null, 'them'),
        );
      },
    ),
};
