import { newBase } from '../../../shared/domain/row.ts';
import type { Change, Merge, Noun, OwnField, OwnFieldKind, Relation } from '../../../shared/domain/rows.ts';
import type { Happenings } from '../../messages/state.ts';
import { daysAgo, id, interaction, ownField } from '../rows.ts';
import { online, type Scene, scene } from '../scene.ts';
import type { Cast } from '../world.ts';

const relation = (
  from: { noun: Relation['fromNoun']; id: string },
  kind: Relation['kind'],
  to: { noun: Relation['toNoun']; id: string },
  note: string | null = null,
): Relation => ({
  ...newBase(id(), daysAgo(80), null),
  ...{ fromNoun: from.noun, fromId: from.id, kind, toNoun: to.noun, toId: to.id, note },
});
const of = (noun: OwnField['noun'], key: string, label: string, kind: OwnFieldKind, more = {}): OwnField => ({
  ...ownField(key, label, kind),
  noun,
  ...more,
});

function happened(cast: Cast): Happenings['events'] {
  const one = (
    at: number,
    noun: Noun,
    field: string,
    [from, to]: [Change['from'], Change['to']],
    more: Partial<Happenings['events'][number]> & { rowId?: string } = {},
  ): Happenings['events'][number] => {
    const { rowId = id(), ...rest } = more;
    return {
      change: { id: id(), noun, rowId, field, from, to, at, by: cast.mia.id, state: 'done' },
      ...{ title: null, label: null, kind: null, by: 'Mia', byMe: false, from, to, restore: null },
      ...rest,
    };
  };
  return [
    one(daysAgo(2, 15), 'deal', 'stageId', ['Proposal', 'Negotiation'], { title: 'ACME renewal' }),
    one(daysAgo(12, 17), 'task', 'doneAt', [null, daysAgo(12, 17)], { title: 'Send the slides' }),
    one(daysAgo(13, 9), 'contact', 'lifeCycle', ['qualified', 'customer'], {
      restore: { value: 'qualified' },
      byMe: true,
      by: 'You',
    }),
    one(daysAgo(14, 9), 'relation', 'added', [null, 'referred'], { title: '林怡君' }),
    one(daysAgo(14, 10), 'contact', 'own.tier', ['Silver', 'Gold'], {
      label: 'Tier',
      kind: 'choice',
      restore: { value: 'Silver' },
    }),
  ];
}

/** The workspace with what these pages are about: relations, roles, a field of every kind. */
function record(
  path: (cast: Cast) => string,
  more: (cast: Cast, made: Scene) => void = () => undefined,
): Scene {
  const made = scene(() => ({}));
  const { cast } = made;
  const { ada, acme, bob, lin, qingyun, lanhai, renewal, me, world } = cast;
  const here = { noun: 'contact', id: ada.id } as const;
  const company = { noun: 'company', id: acme.id } as const;
  world.relation.push(
    relation({ noun: 'contact', id: lin.id }, 'referred', here, 'At the fair in Hannover'),
    relation(here, 'works-at', { noun: 'company', id: qingyun.id }, 'Member of the board'),
    relation(company, 'supplies', { noun: 'company', id: lanhai.id }),
    relation({ noun: 'company', id: qingyun.id }, 'resells', company),
    relation({ noun: 'contact', id: bob.id }, 'pays-for', { noun: 'deal', id: renewal.id }),
  );
  world.ownField.push(
    of('contact', 'budget', 'Budget', 'money'),
    of('contact', 'newsletter', 'Newsletter', 'yes-no'),
    of('contact', 'assistant', 'Assistant', 'person'),
    of('contact', 'hobby', 'Hobby', 'text', { places: [] }),
    of('company', 'plants', 'Plants', 'number'),
    of('company', 'frame', 'Frame contract', 'yes-no'),
    of('deal', 'margin', 'Margin', 'money', { places: ['record', 'card'] }),
  );
  Object.assign(ada.own, { budget: 'EUR 5000000', newsletter: 1, assistant: bob.id, hobby: 'Rowing' });
  ada.role = 'customer';
  ada.keys.push(
    { kind: 'phone', value: '+497115550142', source: 'signature' },
    { kind: 'profile', value: 'https://linkedin.com/in/ada-lindqvist', source: 'page' },
    { kind: 'external', value: 'hubspot:4711', source: 'import' },
  );
  Object.assign(acme, {
    role: 'customer',
    own: { plants: 3, frame: 0 },
    externalIds: ['hubspot:88'],
    ownerId: me.id,
  });
  Object.assign(renewal, { own: { margin: 'EUR 480000' }, ownerId: me.id });
  made.page = path(cast);
  made.happenings = happened(cast);
  more(cast, made);
  return made;
}
const ofAda = ({ ada }: Cast) => `/contact/${ada.id}`;
const ofAcme = ({ acme }: Cast) => `/company/${acme.id}`;
const ofRenewal = ({ renewal }: Cast) => `/deal/${renewal.id}`;

/** The full pages of a person, a company and a deal, and of the fields that a team adds. */
export const recordStates: Record<string, () => Scene> = {
  'app-contact': () => record(ofAda),
  'app-contact-blocked': () =>
    record(ofAda, ({ ada }) => {
      ada.role = 'blocked';
      ada.roleReason = 'Three invoices are unpaid since March; the lawyers have it.';
    }),
  'app-contact-han': () =>
    record(
      ({ chen }) => `/contact/${chen.id}`,
      ({ chen, me }) => {
        chen.privateTo = me.id;
      },
    ),
  'app-contact-read-only': () =>
    record(ofAda, (_, made) => {
      made.state.readOnly = true;
    }),
  'app-contact-offline': () =>
    record(ofAda, (_, made) => {
      made.state.link = { ...online, status: 'offline', me: made.cast.me.id, waiting: 2 };
      made.happenings = [];
    }),
  'app-contact-merged': () =>
    record(ofAda, ({ world, ada, bob, me, mia }, made) => {
      const merge = (goneName: string, by: string, at: number): Merge => ({
        ...newBase(id(), at, by),
        ...{ noun: 'contact', keptId: ada.id, goneId: bob.id, goneName, was: {}, brought: [], stayed: 0 },
        ...{ splitAt: null, splitBy: null, privateTo: null },
      });
      world.merge.push(
        merge('Ada Lindqvist-Holmström, Chief Technology Officer', mia.id, daysAgo(4)),
        merge('A. Lindqvist', me.id, daysAgo(40)),
      );
      const told = (field: string, to: string) => ({
        change: {
          id: id(),
          noun: 'contact',
          rowId: ada.id,
          field,
          from: null,
          to,
          at: daysAgo(4),
          by: mia.id,
          state: 'done',
        } as const,
        ...{ title: null, label: null, kind: null, by: 'Mia', byMe: false, from: null, to, restore: null },
      });
      made.happenings = [
        told('merged', 'A. Lindqvist'),
        told('stayed', 'Invoice 2026-11'),
        told('split', 'Eve Ortega'),
      ];
    }),
  'app-contact-gone': () => record(() => `/contact/${id()}`),
  'app-company': () => record(ofAcme),
  'app-company-long': () =>
    record(ofAcme, ({ acme, ada, world, mia }) => {
      acme.name = 'Internationale Maschinenbau- und Anlagentechnikgesellschaft Süd mbH & Co. KGaA';
      for (let day = 1; day <= 40; day++)
        world.interaction.push(
          interaction('note', daysAgo(day), {
            ...{ body: `Note of day ${day}`, contactIds: [ada.id], companyId: acme.id, loggedBy: mia.id },
          }),
        );
    }),
  'app-company-empty': () =>
    record(ofAcme, ({ acme, world }) => {
      Object.assign(acme, { role: null, own: {}, domains: [], externalIds: [], industry: null });
      world.contact = [];
      world.deal = [];
      world.task = [];
      world.relation = [];
      world.interaction = [];
    }),
  'app-deal': () => record(ofRenewal),
  'app-fields': () =>
    record(
      () => '/fields',
      ({ me }) => {
        me.role = 'admin';
      },
    ),
  'app-fields-member': () => record(() => '/fields'),
  'app-fields-empty': () =>
    record(
      () => '/fields',
      ({ me, world }) => {
        me.role = 'owner';
        world.ownField = [];
      },
    ),
};
