import type { Import } from '../../../shared/domain/rows.ts';
import { known } from '../people.ts';
import { id, now } from '../rows.ts';
import { mailbox, type Scene, scene, thread, toRenewal, withLink, withLog } from '../scene.ts';

const broughtIn = (by: string): Import => ({
  id: id(),
  createdAt: now - 60_000,
  createdBy: by,
  updatedAt: now - 60_000,
  deletedAt: null,
  file: 'hubspot-contacts.csv',
  added: 6,
  changed: 0,
  undoneAt: null,
  undoneBy: null,
  kept: 0,
  privateTo: null,
});

/** How this browser stands with its server, and where nothing is on the screen. */
export const linkStates: Record<string, () => Scene> = {
  today: () => scene(() => ({ screen: mailbox('you@ours.test', 2) })),
  'today-fresh': () =>
    scene((cast) => {
      cast.world.import = [broughtIn(cast.me.id)];
      return { screen: mailbox('you@ours.test', 3) };
    }),
  'today-nobody': () =>
    scene((cast) => {
      for (const noun of ['task', 'interaction', 'contact'] as const) cast.world[noun] = [];
      return { screen: mailbox() };
    }),
  'today-empty': () =>
    scene((cast) => {
      cast.world.task = [];
      cast.world.interaction = [];
      return { screen: mailbox() };
    }),
  loading: () =>
    scene((cast) => ({ screen: thread(toRenewal(cast)), people: [known(cast.ada)] }), { silent: true }),
  error: () =>
    scene((cast) => ({ screen: thread(toRenewal(cast)), people: [known(cast.ada)] }), {
      broken: 'server.unexpected',
    }),
  offline: withLink({ status: 'offline', waiting: 3 }),
  'offline-retry': withLink({
    status: 'offline',
    waiting: 1,
    code: 'server.unreachable',
    retryAt: Date.now() + 20_400,
  }),
  'server-busy': withLink({
    status: 'offline',
    waiting: 2,
    code: 'server.busy',
    retryAt: Date.now() + 240_000,
  }),
  'browser-full': withLink({ status: 'offline', waiting: 2, code: 'browser.full' }),
  'browser-outdated': withLink({ status: 'offline', waiting: 1, code: 'browser.outdated' }),
  'server-older': withLink({ status: 'refused', waiting: 1, code: 'server.older' }),
  refused: withLink({ status: 'refused', code: 'auth.revoked' }),
  filling: withLink({ status: 'filling', filled: { done: 41_200, total: 100_000 } }),
  unpaired: withLink({ status: 'unpaired', server: null, workspace: null }),
  'unpaired-framed': () => {
    const made = withLink({ status: 'unpaired', server: null, workspace: null })();
    return { ...made, state: { ...made.state, framed: true } };
  },
  framed: () => {
    const made = withLog({ state: 'none', why: null })();
    return { ...made, state: { ...made.state, framed: true } };
  },
  'framed-blind': () => {
    const made = withLog({ state: 'none', why: null })();
    return { ...made, blind: true, state: { ...made.state, framed: true } };
  },
};
