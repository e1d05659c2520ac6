import { lifeCycles, type OwnField, type OwnFieldKind, partyRoles } from '../rows.ts';
import type { ListNoun } from './query.ts';

export const fieldKinds = [
  'text',
  /** Several texts, e.g. addresses. */
  'texts',
  'number',
  'money',
  'day',
  'instant',
  /** One of a closed or grown set of words. */
  'choice',
  'choices',
  'yes-no',
  /** A member, or a contact. */
  'person',
  /** Another row, by id and by what it is called. */
  'link',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type Field = {
  name: string;
  kind: FieldKind;
  /** The values of a `choice`; null: whatever rows hold. */
  options: readonly string[] | null;
  /** Worked out from other rows; nobody can set it. */
  auto: boolean;
  /** Can be set for many rows at once. */
  editable: boolean;
  /** What the user calls an own field; null: the interface has a word for it. */
  label: string | null;
};

type Extra = Partial<Pick<Field, 'options' | 'auto' | 'editable'>>;
const field = (name: string, kind: FieldKind, extra: Extra = {}): Field => ({
  name,
  kind,
  options: null,
  auto: false,
  editable: false,
  label: null,
  ...extra,
});
const auto = { auto: true };
const editable = { editable: true };

const made = [
  field('source', 'choice'),
  field('campaign', 'text'),
  field('createdAt', 'instant'),
  field('createdBy', 'person'),
];
const followed = [field('lastContact', 'instant', auto), field('nextTask', 'day', auto)];
const sales = [field('openDeals', 'number', auto), field('openAmount', 'money', auto)];
const party = [
  field('role', 'choice', { options: partyRoles, editable: true }),
  field('roleReason', 'text'),
  field('owner', 'person', editable),
];
/** Kinds of keys that a contact can have. */
const keyKinds = ['email', 'phone', 'profile', 'domain', 'external'] as const;

/** Every field of a noun that can be a column, a condition and an order; the first one names the row. */
const fieldsBy: Record<ListNoun, readonly Field[]> = {
  contact: [
    field('name', 'text'),
    field('company', 'link', editable),
    field('title', 'text'),
    field('emails', 'texts'),
    field('phones', 'texts'),
    field('lifeCycle', 'choice', { options: lifeCycles, editable: true }),
    ...party,
    ...followed,
    ...sales,
    field('address', 'text'),
    field('keys', 'choices', { options: keyKinds }),
    field('private', 'yes-no'),
    ...made,
    field('updatedAt', 'instant'),
  ],
  company: [
    field('name', 'text'),
    field('domains', 'texts'),
    field('industry', 'text', editable),
    field('city', 'text', editable),
    field('country', 'text', editable),
    field('phones', 'texts'),
    field('website', 'text'),
    ...party,
    field('people', 'number', auto),
    ...followed,
    ...sales,
    ...made,
    field('updatedAt', 'instant'),
  ],
  deal: [
    field('title', 'text'),
    field('company', 'link', editable),
    field('people', 'texts', auto),
    field('pipeline', 'link'),
    field('stage', 'link'),
    field('state', 'choice', { options: ['open', 'won', 'lost'] }),
    field('amount', 'money'),
    field('expectedClose', 'day', editable),
    field('owner', 'person', editable),
    field('need', 'text'),
    field('stageSince', 'instant'),
    field('closedAt', 'instant'),
    field('lostReason', 'text'),
    field('competitor', 'text'),
    ...followed,
    ...made,
    field('updatedAt', 'instant'),
  ],
  task: [
    field('title', 'text'),
    field('due', 'day'),
    field('done', 'yes-no'),
    field('doneAt', 'instant'),
    field('contact', 'link'),
    field('company', 'link'),
    field('deal', 'link'),
    field('owner', 'person', editable),
    field('note', 'text'),
    field('repeats', 'yes-no'),
    field('createdAt', 'instant'),
    field('createdBy', 'person'),
  ],
};

const kindOfOwn: Record<OwnFieldKind, FieldKind> = {
  text: 'text',
  number: 'number',
  money: 'money',
  date: 'day',
  choice: 'choice',
  'yes-no': 'yes-no',
  person: 'person',
};
export const ownPrefix = 'own.';

/** The fields of a noun with the workspace's own ones, these in their order. */
export const fieldsOf = (noun: ListNoun, own: readonly OwnField[]): Field[] => [
  ...fieldsBy[noun],
  ...own
    .filter((each) => each.noun === noun && each.deletedAt === null)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((each) => ({
      ...field(`${ownPrefix}${each.key}`, kindOfOwn[each.kind], editable),
      options: each.kind === 'choice' ? each.options : null,
      label: each.label,
    })),
];
