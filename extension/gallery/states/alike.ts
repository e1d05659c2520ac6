import type { Likely, PassesFor } from '../../messages/pairs.ts';
import { from, stranger } from '../people.ts';
import { mailbox, message, northwind, page, type Scene, scene, targetOf, thread } from '../scene.ts';
import type { Cast } from '../world.ts';

const likelyAda = ({ ada, acme }: Cast): Likely => ({
  id: ada.id,
  name: ada.name,
  detail: acme.name,
  probability: 0.98,
  reasons: [
    { field: 'phone', level: 'same', weight: 14.3, a: '+49 711 555 0142', b: '+49 711 555 0142' },
    { field: 'company', level: 'same', weight: 8, a: acme.name, b: acme.name },
    { field: 'family', level: 'close', weight: 5, a: 'Lindquist', b: 'Lindqvist' },
    { field: 'given', level: 'same', weight: 9, a: 'Ada', b: 'Ada' },
  ],
});

const notAcme = (cast: Cast): PassesFor => ({
  kind: 'domain',
  seen: 'acrne-billing.test',
  known: 'acme.test',
  company: { id: cast.acme.id, name: cast.acme.name },
  differences: [
    { how: 'characters', seen: 'rn', known: 'm', from: 2, to: 4 },
    { how: 'words', seen: 'billing', known: '', from: 6, to: 13 },
  ],
  risk: 0.9,
});

const answering = (build: Parameters<typeof scene>[0], answers: (cast: Cast) => Scene['answers']): Scene => {
  const made = scene(build);
  return { ...made, answers: answers(made.cast) ?? {} };
};

/** Somebody who may be there already, and somebody who passes for a company that is known. */
export const alikeStates: Record<string, () => Scene> = {
  'looks-like': () =>
    answering(
      () => ({
        screen: thread(targetOf([], { unknown: 1, blocked: 'unknown' }), [message()], 'Hello again'),
        people: [
          stranger('Ada Lindquist', 'ada@private.test', { phone: from('+49 711 555 0142', 'signature') }),
        ],
      }),
      (cast) => ({ likely: () => [likelyAda(cast)] }),
    ),
  'not-the-one': () =>
    answering(
      () => ({
        screen: thread(
          targetOf([], { unknown: 1, blocked: 'unknown' }),
          [message()],
          'Your invoice is overdue',
        ),
        people: [stranger('ACME Billing', 'office@acrne-billing.test')],
      }),
      (cast) => ({ lookAlikes: () => [notAcme(cast)] }),
    ),
  'firm-alike': () =>
    answering(
      () => ({
        screen: page({ url: 'https://acme-tools.test/contact', title: 'Contact' }),
        people: [stranger('Lena Fischer', null, { organisation: from('Acme', 'text') })],
        company: { ...northwind, key: 'domain:acme-tools.test', name: 'Acme', domain: 'acme-tools.test' },
      }),
      (cast) => ({
        likelyCompany: () => [
          {
            ...{ id: cast.acme.id, name: cast.acme.name, detail: 'acme.test', probability: 0.7 },
            reasons: [{ field: 'name', level: 'same', weight: 13, a: 'Acme', b: cast.acme.name }],
          },
        ],
      }),
    ),
  'today-doubles': () =>
    answering(
      () => ({ screen: mailbox() }),
      () => ({ pairsCount: () => ({ contact: 3, company: 1 }) }),
    ),
};
