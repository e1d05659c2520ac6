import type { InboxRow, InboxView } from '../../messages/rows.ts';
import { daysAgo } from '../rows.ts';
import { mailbox, type Scene, scene } from '../scene.ts';

const row = (more: Partial<InboxRow> & Pick<InboxRow, 'id' | 'subject' | 'who'>): InboxRow => ({
  company: null,
  at: daysAgo(1, 9),
  unread: false,
  deal: null,
  task: null,
  points: more.reasons?.reduce((sum, { points }) => sum + points, 0) ?? 0,
  reasons: [],
  filters: [],
  ...more,
});

const names = [
  'Ada Lindqvist',
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
  'נועה בן-דוד',
  '林怡君',
  'purchasing.department@a-rather-long-company-name.test',
  'محمد عبد الرحمن الأنصاري',
];
const subjects = [
  'Re: Renewal and the second site',
  'הצעת מחיר לחיישנים: 240 יחידות',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '關於第二批感測器的交期與報價，以及下週的會議',
];

const view: InboxView = {
  seen: 46,
  rows: [
    row({
      id: '18c0ffe1',
      subject: 'Re: Renewal and the second site',
      who: 'Ada Lindqvist',
      company: 'ACME GmbH',
      unread: true,
      deal: {
        id: 'd1',
        title: 'ACME renewal',
        stage: 'Negotiation',
        amountMinor: 4_680_000,
        currency: 'EUR',
      },
      task: 'Send the offer',
      reasons: [
        { kind: 'late', days: 2, promised: true, points: 54 },
        { kind: 'deal', share: 1, points: 40 },
        { kind: 'answer', days: 1, unread: true, points: 21 },
      ],
      filters: ['answer', 'due', 'deal', 'mine'],
    }),
    row({
      id: '18c0ffe2',
      subject: '關於第二批感測器的交期與報價，以及下週的會議',
      who: '林怡君',
      company: '青雲物流股份有限公司',
      at: daysAgo(9, 16),
      deal: { id: 'd2', title: '新竹二廠', stage: 'Proposal', amountMinor: 26_500_000, currency: 'TWD' },
      reasons: [
        { kind: 'deal', share: 0.6, points: 28 },
        { kind: 'silence', days: 9, usual: 3, points: 15 },
      ],
      filters: ['deal'],
    }),
    row({
      id: '18c0ffe3',
      subject: 'Leaf wetness sensors for 4 hectares of tomatoes, and what they would cost us over five years',
      who: 'Rowan Ellery',
      unread: true,
      at: daysAgo(0, 8),
      reasons: [
        { kind: 'answer', days: 0, unread: true, points: 20 },
        { kind: 'lead', points: 15 },
      ],
      filters: ['answer', 'lead'],
    }),
    row({ id: '18c0ffe4', subject: '', who: 'Ledger Weekly', at: daysAgo(3, 7) }),
  ],
};

/** Two hundred, among them names and subjects in every script and without a place to break. */
const many: InboxView = {
  seen: 200,
  rows: Array.from({ length: 200 }, (_, at) =>
    row({
      ...view.rows[at % view.rows.length],
      ...{ id: `18c1${at}`, at: daysAgo(at % 30, 9), who: names[at % names.length] ?? '' },
      subject: subjects[at % subjects.length] ?? '',
    }),
  ),
};

const stake = (shown: InboxView): Scene =>
  scene(
    (cast) => {
      cast.world.task = [];
      return { screen: { ...mailbox('you@ours.test', 2), rows: Math.max(1, shown.seen) } };
    },
    { answers: { inbox: () => shown, openThread: () => null } },
  );

/** The inbox by what is at stake, opened from Today. */
export const inboxStates: Record<string, () => Scene> = {
  'today-stake': () => stake(view),
  'today-stake-none': () => stake({ rows: [], seen: 0 }),
  'today-stake-many': () => stake(many),
};
