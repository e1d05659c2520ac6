import { from, stranger } from '../people.ts';
import { acmeOf, message, type Scene, scene, targetOf, thread } from '../scene.ts';

/** Senders who are not in the CRM. */
export const unknownStates: Record<string, () => Scene> = {
  unknown: () =>
    scene(() => ({
      screen: thread(
        targetOf([], { unknown: 1, blocked: 'unknown' }),
        [message()],
        'A question about pricing',
      ),
      people: [
        stranger('Nora Quist', 'nora@quist.test', {
          title: from('Head of Procurement', 'signature'),
          organisation: from('Quist & Daughters', 'signature'),
          phone: from('+46 8 555 010 22', 'signature'),
          address: from('Storgatan 4, 111 23 Stockholm', 'text'),
        }),
      ],
    })),
  'unknown-bare': () =>
    scene((cast) => ({
      screen: thread(targetOf([], { unknown: 1, blocked: 'unknown' })),
      people: [stranger('j.doe', 'j.doe@acme.test')],
      company: acmeOf(cast),
    })),
  'unknown-doubted': () =>
    scene(() => ({
      screen: thread(targetOf([], { unknown: 1, blocked: 'unknown' })),
      people: [
        {
          ...stranger('x@evil.test', 'x@evil.test'),
          sighting: {
            ...stranger('x@evil.test', 'x@evil.test').sighting,
            fields: {},
            doubt: 'other-address',
          },
        },
      ],
    })),
  duplicate: () =>
    scene((cast) => ({
      screen: thread(targetOf([], { unknown: 1, blocked: 'unknown' })),
      people: [
        {
          ...stranger('Ada L.', 'ada@private.test', { phone: from('+49 711 555 0142', 'signature') }),
          maybe: {
            contact: cast.ada,
            match: {
              noun: 'contact',
              id: cast.ada.id,
              basis: [{ key: { kind: 'phone', value: '+497115550142' }, strength: 'weak' }],
            },
          },
        },
      ],
    })),
};
