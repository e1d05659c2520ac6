import type { PersonOnScreen } from '../../messages/state.ts';
import { from, known, stranger } from '../people.ts';
import type { Cast } from '../world.ts';

const seen = (value: string, at: number, confidence = 0.8) => ({
  ...from(value, 'text'),
  confidence,
  at,
});

/** Ada, of whom the page says otherwise than we do. */
export const differing = (cast: Cast): PersonOnScreen => ({
  ...known(cast.ada),
  differences: [
    { field: 'title', seen: seen('Chief Executive Officer', 1), was: cast.ada.title },
    { field: 'phone', seen: seen('+49 711 555 0199', 2, 0.65), was: cast.ada.phone },
    {
      field: 'profile',
      seen: { ...seen('https://linkedin.com/in/ada-lindqvist', 3), source: 'json-ld' },
      was: null,
    },
  ],
});

const person = (name: string, title: string, confidence = 0.8): PersonOnScreen => ({
  ...stranger(name, null),
  sighting: {
    kind: 'person',
    keys: [],
    fields: { name: seen(name, 10, confidence), title: seen(title, 11) },
  },
});

/** A team page of twelve: three are known, one of them with news; one may be known; two are guesses. */
export const team = (cast: Cast): PersonOnScreen[] => [
  person('Lena Fischer', 'Managing Director'),
  differing(cast),
  person('张伟', '销售经理'),
  person('Karim Haddad', 'Head of Logistics'),
  known(cast.bob),
  {
    ...person('黃淑芬', '客服主任'),
    maybe: { contact: cast.lin, match: { noun: 'contact', id: cast.lin.id, basis: [] } },
  },
  person('Maria-Magdalena van der Westhuizen-Oosterhout', 'Senior Vice President, International Operations'),
  person('Tomasz Zieliński', 'Warehouse Lead'),
  known(cast.eve),
  person('佐藤 健', 'アカウントマネージャー'),
  person('Our Values', 'What we stand for', 0.45),
  person('Press Office', '', 0.5),
];
