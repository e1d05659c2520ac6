import { known, stranger } from '../people.ts';
import { id, interaction } from '../rows.ts';
import {
  logged,
  mailbox,
  message,
  type Scene,
  scene,
  targetOf,
  thread,
  toRenewal,
  withLog,
} from '../scene.ts';
import type { Cast } from '../world.ts';

const hidden = (cast: Cast, by: string, more = {}) =>
  interaction('email', Date.now() - 3_600_000, {
    direction: 'in',
    subject: by === cast.me.id ? 'Between us: the budget' : null,
    body: by === cast.me.id ? 'We have 20 % more than we said.' : null,
    contactIds: [cast.ada.id],
    loggedBy: by,
    privateTo: by,
    ...more,
  });

/** The first of the history is private in one way or another. */
const withPrivate =
  (make: (cast: Cast) => ReturnType<typeof hidden>, asked = false) =>
  () => {
    let row: ReturnType<typeof hidden> | null = null;
    const made = scene((cast) => {
      row = make(cast);
      cast.world.interaction.unshift(row);
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    });
    return { ...made, ...(asked && row ? { asked: new Set([(row as { id: string }).id]) } : {}) };
  };

/** Who sees what is logged, and what others keep to themselves. */
export const accessStates: Record<string, () => Scene> = {
  'contact-private': () =>
    scene((cast) => {
      Object.assign(cast.ada, { privateTo: cast.me.id, createdBy: cast.me.id });
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    }),
  'log-private': () =>
    scene((cast) => ({
      mailbox: { account: 'you@ours.test', bound: null, private: true },
      screen: thread(toRenewal(cast), [message()], 'Re: Renewal', true),
      people: [known(cast.ada)],
    })),
  'logged-private': withLog(logged({ byMe: true, by: 'You', private: true })),
  'unknown-private': () =>
    scene(() => ({
      mailbox: { account: 'you@ours.test', bound: null, private: true },
      screen: thread(targetOf([], { unknown: 1, blocked: 'unknown' }), [message()], 'An offer', true),
      people: [stranger('Nora Quist', 'nora@quist.test')],
    })),
  'masked-entry': withPrivate((cast) => hidden(cast, cast.mia.id)),
  'masked-asked': withPrivate((cast) => hidden(cast, cast.mia.id), true),
  'private-asked-by-mia': withPrivate((cast) => hidden(cast, cast.me.id, { askedBy: [cast.mia.id] })),
  'private-let-in': withPrivate((cast) => hidden(cast, cast.me.id, { sharedWith: [cast.mia.id] })),
  'private-shared-with-me': withPrivate((cast) =>
    hidden(cast, cast.mia.id, { subject: 'Between us', sharedWith: [cast.me.id] }),
  ),
  'today-asked': () =>
    scene((cast) => {
      cast.world.interaction.unshift(hidden(cast, cast.me.id, { askedBy: [cast.mia.id] }));
      return { screen: mailbox() };
    }),
  'entry-joined': () => ({
    ...scene((cast) => {
      for (const row of cast.world.interaction) row.fingerprint = ['mid:<a@acme.test>'];
      return { screen: thread(toRenewal(cast)), people: [known(cast.ada)] };
    }),
    joined: [{ id: id(), by: 'Mia', at: Date.now() - 7_200_000 }],
  }),
};
