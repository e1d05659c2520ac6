import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';

/** What a column of a file can be, by noun. `interaction` fields are of a past mail, call, note or meeting. */
export const fields = {
  contact: [
    'name',
    'givenName',
    'middleName',
    'familyName',
    'email',
    'phone',
    'title',
    'url',
    'address',
    'street',
    'city',
    'region',
    'postcode',
    'country',
    'lifeCycle',
    'owner',
    'role',
    'roleReason',
    'note',
    'externalId',
    'keys',
  ],
  company: [
    'name',
    'domain',
    'website',
    'industry',
    'city',
    'country',
    'phone',
    'owner',
    'role',
    'roleReason',
    'note',
    'externalId',
  ],
  deal: [
    'title',
    'amount',
    'currency',
    'pipeline',
    'stage',
    'state',
    'expectedClose',
    'closedAt',
    'need',
    'lostReason',
    'competitor',
    'owner',
    'note',
    'externalId',
    'contacts',
  ],
  interaction: [
    'kind',
    'subject',
    'body',
    'date',
    'time',
    'direction',
    'duration',
    'outcome',
    'from',
    'to',
    'link',
    'done',
    'messageId',
    'externalId',
  ],
} as const satisfies Record<ImportNoun, readonly string[]>;

type FieldOf<N extends ImportNoun> = (typeof fields)[N][number];
export type OwnNoun = OwnField['noun'];
/** `ignore`: the column is left. `source`: where the person or deal came from. `….newField`: becomes an own field. */
export type Target =
  | 'ignore'
  | 'source'
  | { [N in ImportNoun]: `${N}.${FieldOf<N>}` }[ImportNoun]
  | `${OwnNoun}.own.${string}`
  | `${OwnNoun}.newField`;

const ownNouns = ['contact', 'company', 'deal'] as const satisfies OwnNoun[];

/** Every target but the own fields. */
export const fixedTargets: readonly Target[] = [
  'ignore',
  ...(Object.keys(fields) as ImportNoun[]).flatMap((noun) =>
    fields[noun].map((field) => `${noun}.${field}` as Target),
  ),
  'source',
  ...ownNouns.map((noun): Target => `${noun}.newField`),
];
const known = new Set<string>(fixedTargets);

export const isTarget = (text: string): text is Target =>
  known.has(text) || /^(?:contact|company|deal)\.own\.[a-z][a-z0-9_]{0,59}$/.test(text);

/** Which nouns a file about one of them may speak of: a contact has a company, a deal has both. */
export const nounsOf: Record<ImportNoun, readonly ImportNoun[]> = {
  contact: ['contact', 'company'],
  company: ['company', 'contact'],
  deal: ['deal', 'company', 'contact'],
  interaction: ['interaction', 'contact', 'company', 'deal'],
};

/** What can be chosen for a column, in the order of a menu. */
export function targetsOf(noun: ImportNoun, ownFields: readonly OwnField[]): Target[] {
  return [
    'ignore',
    ...nounsOf[noun].flatMap((each) => [
      ...fields[each].map((field) => `${each}.${field}` as Target),
      ...(each === 'interaction'
        ? []
        : [
            ...ownFields
              .filter((field) => field.noun === each && field.deletedAt === null)
              .map(({ key }): Target => `${each}.own.${key}`),
            `${each}.newField` as const,
          ]),
    ]),
    'source',
  ];
}
