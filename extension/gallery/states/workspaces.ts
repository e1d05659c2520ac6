import { known } from '../people.ts';
import { mailbox, ours, type Scene, scene, thread, toRenewal } from '../scene.ts';

const places = [
  ours,
  { id: 'acme', workspace: 'ACME', server: 'https://crm.acme.test', role: 'admin' as const },
  { id: 'acme-2', workspace: 'ACME', server: 'https://sidebook.example', role: 'member' as const },
];
const account = 'you@ours.test';
const mail = (more: Parameters<typeof scene>[0]) => () =>
  scene((cast) => ({ screen: thread(toRenewal(cast)), people: [known(cast.ada)], ...more(cast) }));

/** Several workspaces in one browser, and the ways in and out of one. */
export const workspaceStates: Record<string, () => Scene> = {
  'places-several': mail(() => ({ places, mailbox: { account, bound: null, private: false } })),
  'places-bound': mail(() => ({ places, place: 'acme', mailbox: { account, bound: 'acme', private: true } })),
  'today-mailbox': () =>
    scene(() => ({
      places,
      screen: mailbox(account),
      mailbox: { account, bound: null, private: false },
    })),
  'today-bound': () =>
    scene(() => ({
      places,
      place: 'acme',
      screen: mailbox(account),
      mailbox: { account, bound: 'acme', private: false },
    })),
  'place-ended': mail(() => ({ ended: [{ workspace: 'ACME', code: 'auth.removed' }] })),
  'read-only': mail(() => ({ readOnly: true })),
  offer: () => scene(() => ({ offer: { server: 'https://crm.acme.test' } })),
};
