import type { RecipientOnScreen, TemplatesView } from '../../messages/compose.ts';
import { known } from '../people.ts';
import { daysAgo, id, now, today } from '../rows.ts';
import { type Scene, scene, targetOf, thread } from '../scene.ts';
import type { Cast } from '../world.ts';

const recipient = (more: Partial<RecipientOnScreen> & { email: string }): RecipientOnScreen => ({
  ...{
    name: more.email,
    contactId: null,
    internal: false,
    lastContactAt: null,
    teammate: null,
    open: [],
    more: 0,
  },
  ...{ deal: null, bouncedAt: null, blocked: null, excluded: false },
  ...more,
});

const people = ({ ada, chen }: Cast): RecipientOnScreen[] => [
  recipient({
    ...{ email: 'ada@acme.test', name: ada.name, contactId: ada.id, lastContactAt: daysAgo(3) },
    teammate: { name: 'Mia', at: now - 26 * 3_600_000 },
    deal: { id: 'renewal', title: 'ACME renewal', stage: 'Proposal' },
    open: [
      { id: id(), title: 'Send the quote for 240 seats', dueDay: today, dueAt: null, by: 'us' },
      { id: id(), title: 'Signed order form', dueDay: null, dueAt: null, by: 'them' },
    ],
    more: 2,
  }),
  recipient({ email: 'a.lindqvist@acme.test', bouncedAt: daysAgo(12) }),
  recipient({
    email: 'chen@lanhai.test',
    name: chen.name,
    contactId: chen.id,
    blocked: { reason: 'Never paid, see the file of 2024.' },
  }),
  recipient({ email: 'mia@ours.test', name: 'Mia', internal: true }),
];

/** Whoever has a name without a place to break, or one that runs the other way. */
const named = ({ ada }: Cast): RecipientOnScreen[] => [
  recipient({
    ...{ email: 'maximiliane.featherstonehaugh@wolfeschlegelsteinhausenbergerdorff-logistics.test' },
    ...{ name: 'Maximiliane Wolfeschlegelsteinhausenbergerdorff', contactId: ada.id },
    deal: {
      ...{ id: 'd', stage: 'Vertragsverhandlungsabschlussvorbereitung' },
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau',
    },
    excluded: true,
  }),
  recipient({
    ...{ email: 'm@ansari.test', name: 'محمد عبد الرحمن الأنصاري', contactId: ada.id },
    open: [{ id: id(), title: 'إرسال عرض السعر المعدل', dueDay: today, dueAt: null, by: 'us' }],
  }),
];

const texts: [name: string, subject: string | null, body: string, shared: boolean][] = [
  [
    'offer',
    'Offer for {{company}}',
    'Hi {{first_name|there}},\n\nour offer for {{deal}} stands until {{next_week}}.\n\n{{my_first_name}}',
    true,
  ],
  ['thanks', null, 'Thank you, {{first_name}}. {{own.tier}}', false],
  ['报价', '{{company}}报价', '{{salutation|您好}}：\n\n附上报价，请查收。\n\n{{my_name}}', false],
];
const templatesOf = ({ me, mia }: Cast): TemplatesView['templates'] =>
  texts.map(([name, subject, body, shared], position) => ({
    ...{ id: id(), createdAt: now, updatedAt: now, deletedAt: null, name, subject, body, position },
    ...{ createdBy: shared ? mia.id : me.id, privateTo: shared ? null : me.id },
    ...{ by: shared ? 'Mia' : 'You', mine: !shared, mayChange: !shared },
  }));

const values = {
  ...{ first_name: 'Ada', company: 'ACME GmbH', deal: 'ACME renewal', next_week: 'November 27, 2026' },
  ...{ my_first_name: 'Nora', my_name: 'Nora Lind', salutation: null },
};
const page = (templates: (cast: Cast) => TemplatesView['templates']): Scene => {
  const made = scene(() => ({}), { page: '/templates' });
  const view = { templates: templates(made.cast), ownFields: [{ key: 'tier', label: 'Tier' }] };
  return {
    ...made,
    answers: { templates: () => view, templateValues: () => ({ values }), draft: () => ({ text: null }) },
  };
};

/** A mail that is being written, and the page of templates. */
export const composeStates: Record<string, () => Scene> = {
  writing: () =>
    scene((cast) => ({
      screen: { kind: 'mailbox', account: 'you@ours.test', listed: { known: 2, all: 5 } },
      writing: { people: people(cast), plain: false },
    })),
  'writing-names': () =>
    scene((cast) => ({
      screen: { kind: 'mailbox', account: 'you@ours.test', listed: { known: 2, all: 5 } },
      writing: { people: named(cast), plain: false },
    })),
  'writing-plain': () =>
    scene((cast) => ({
      screen: thread(targetOf([cast.ada])),
      people: [known(cast.ada)],
      writing: { people: [], plain: true },
    })),
  'reminder-answered': () =>
    scene((cast) => ({
      screen: thread(targetOf([cast.ada])),
      people: [known(cast.ada)],
      settled: { taskId: id(), title: 'No reply from Ada Lindqvist?', who: 'Ada Lindqvist' },
    })),
  scheduled: () =>
    scene((cast) => ({
      screen: thread(targetOf([cast.ada])),
      people: [known(cast.ada)],
      scheduled: { key: 'msg-a:r1', subject: 'Offer for the second site', logs: true },
    })),
  'template-chosen': () =>
    scene((cast) => ({ screen: thread(targetOf([cast.ada])), people: [known(cast.ada)] }), {
      answers: {
        palette: () => ({
          ...{ rows: [], commands: {} },
          templates: [{ id: id(), name: 'Offer', subject: 'Offer for ACME', used: 1 }],
        }),
        templateFor: () => ({
          filled: {
            subject: 'Offer for ACME Robotics',
            text: 'Hi Ada,\n\nour offer for {{deal}} stands until the end of the month.\n\nYours\nNora',
            missing: ['deal'],
            personal: true,
          },
          people: [
            { name: 'Ada Lindqvist', email: 'ada.lindqvist@acme.example' },
            { name: '陈晓明', email: 'chen.xiaoming@acme.example' },
          ],
          to: { name: 'Ada Lindqvist', email: 'ada.lindqvist@acme.example' },
          open: true,
        }),
        writeTemplate: () => ({ done: true }),
      },
    }),
  'app-templates': () => page(templatesOf),
  'app-templates-empty': () => page(() => []),
};
