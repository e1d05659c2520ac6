import type { PairReason, PairRow, PairsView } from '../../messages/pairs.ts';
import { contact, daysAgo, email, interaction } from '../rows.ts';
import { type Scene, scene } from '../scene.ts';
import type { Cast } from '../world.ts';

const reason = (field: string, level: string, weight: number, a: string, b = a): PairReason =>
  ({ field, level, weight, a, b }) as PairReason;

/** Ada was added twice, and so was somebody whose name is written in two ways. */
function doubles({ world, ada, acme, chen, lanhai, mia }: Cast): PairRow[] {
  const again = contact('A. Lindqvist', {
    title: 'CTO',
    companyId: acme.id,
    phone: '+49 711 555 0142',
    address: null,
    keys: [email('a.lindqvist@acme.test')],
    own: { tier: 'Silver', seats: 240 },
  });
  const traditional = contact('陳曉明', {
    title: '采购总监，负责华东地区全部供应商的合同与付款事宜',
    companyId: lanhai.id,
    ownerId: mia.id,
    keys: [email('chen.xm@lanhai.test')],
  });
  world.contact.push(again, traditional);
  world.interaction.push(
    interaction('email', daysAgo(3), { contactIds: [again.id], subject: 'Invoice', loggedBy: mia.id }),
  );
  const pair = (a: typeof ada, b: typeof ada, probability: number, reasons: PairReason[]): PairRow => {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    return {
      ...{ a: one.id, b: other.id, nameA: one.name, nameB: other.name },
      ...{ probability, weight: 12, reasons },
    };
  };
  return [
    pair(ada, again, 0.97, [
      reason('phone', 'same', 9, '+49 711 555 0142'),
      reason('family', 'same', 6, 'Lindqvist'),
      reason('company', 'same', 3, 'ACME GmbH'),
      reason('given', 'initial', 1, 'Ada', 'A.'),
      reason('title', 'different', -1, 'Chief Technology Officer', 'CTO'),
    ]),
    pair(chen, traditional, 0.88, [
      reason('family', 'form', 6, '陈', '陳'),
      reason('given', 'form', 6, '晓明', '曉明'),
      reason('email', 'different', -1, 'xiaoming.chen@lanhai.test', 'chen.xm@lanhai.test'),
    ]),
  ];
}

const idle = { scanned: 1_240, of: 1_240, running: false };
const pairs = (
  more: (rows: PairRow[], cast: Cast) => Partial<PairsView> = () => ({}),
  state: Parameters<typeof scene>[0] = () => ({}),
): Scene => {
  let rows: PairRow[] = [];
  let cast: Cast | null = null;
  const made = scene(
    (here) => {
      cast = here;
      rows = doubles(here);
      return state(here);
    },
    { page: '/duplicates' },
  );
  const view = more(rows, cast as unknown as Cast);
  // What is merged or told apart is asked no more.
  const answer = (): PairsView => {
    const { world } = made.cast;
    const isOpen = ({ a, b }: PairRow) =>
      !world.distinction.some((each) => each.aId === a && each.bId === b && each.deletedAt === null) &&
      world.contact.every(({ id, mergedInto }) => mergedInto === null || (id !== a && id !== b));
    const open = (view.rows ?? rows).filter(isOpen);
    return { state: idle, ...view, total: open.length, rows: open };
  };
  return { ...made, answers: { pairs: answer } };
};

/** The page of duplicates. */
export const pairStates: Record<string, () => Scene> = {
  'app-pairs': () => pairs(),
  'app-pairs-looking': () => pairs(() => ({ state: { scanned: 31_200, of: 52_480, running: true } })),
  'app-pairs-none-yet': () =>
    pairs(() => ({ state: { scanned: 3_100, of: 52_480, running: true }, rows: [] })),
  'app-pairs-empty': () => pairs(() => ({ rows: [] })),
  'app-pairs-mixed': () =>
    pairs((rows, { ada, me }) => {
      ada.privateTo = me.id;
      return { rows };
    }),
  'app-pairs-read-only': () =>
    pairs(
      () => ({}),
      () => ({ readOnly: true }),
    ),
};
