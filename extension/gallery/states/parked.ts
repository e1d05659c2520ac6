import type { ParkedView } from '../../messages/state.ts';
import { known } from '../people.ts';
import { daysAgo } from '../rows.ts';
import { online, type Scene, scene, thread, toRenewal } from '../scene.ts';

const at = daysAgo(1, 15);
const parked: ParkedView[] = [
  {
    number: 7,
    verb: 'contact.edit',
    code: 'contact.removed',
    at,
    about: 'Bob Marsh',
    typed: [
      { field: 'title', value: 'Head of Purchasing', editable: true },
      { field: 'phone', value: '+49 711 555 0199', editable: true },
    ],
    removed: 'contact',
  },
  {
    number: 9,
    verb: 'interaction.log',
    code: 'input.too_large',
    at,
    about: 'Ada Lindqvist',
    typed: [
      {
        field: 'body',
        value:
          'Called about the second site. She wants the offer split in two invoices, one a site.\n\n待辦：寄出修改後的報價。',
        editable: true,
      },
    ],
    removed: null,
  },
  {
    number: 12,
    verb: 'deal.move',
    code: 'role.forbidden',
    at,
    about: 'ACME renewal',
    typed: [],
    removed: null,
  },
];
const withParked = (list: ParkedView[]) => () =>
  scene(
    (cast) => ({
      link: {
        ...online,
        me: cast.me.id,
        parked: list.map(({ number, verb, code }) => ({ number, verb, code })),
      },
      screen: thread(toRenewal(cast)),
      people: [known(cast.ada)],
    }),
    { parked: list },
  );

/** What the server refused for good. */
export const parkedStates: Record<string, () => Scene> = {
  parked: withParked(parked.slice(0, 1)),
  'parked-several': withParked(parked),
};
