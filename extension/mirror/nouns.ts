import { dealsOfEntry } from '../../shared/domain/interaction/entry-deals.ts';
import { isCertainKey } from '../../shared/domain/interaction/fingerprint.ts';
import type { Beyond } from '../../shared/domain/interaction/horizon.ts';
import { ownFindable, peopleIn } from '../../shared/domain/own-field/findable.ts';
import type { Noun, OwnValues, Rows } from '../../shared/domain/rows.ts';
import { keyText } from '../../shared/identity/key.ts';
import { searchText } from '../../shared/kit/fold.ts';
import type { Id } from '../../shared/kit/id.ts';
import { nameKeys } from '../actions/tables.ts';

/** What search finds lives in shards with a line of search text; the rest are rows with tags. */
export const shardNouns = ['contact', 'company', 'deal'] as const;
export type ShardNoun = (typeof shardNouns)[number];
export type RowNoun = Exclude<Noun, ShardNoun>;
export const isShardNoun = (noun: Noun): noun is ShardNoun => (shardNouns as readonly Noun[]).includes(noun);

/** What shards hold: whole rows, and what is left of interactions beyond the horizon. */
export type Sharded = Pick<Rows, ShardNoun> & { beyond: Beyond };
export type ShardKind = keyof Sharded;

/** Sorts as the number does, for every instant that a date can hold. */
export const instantText = (at: number): string => String(Math.max(0, Math.trunc(at))).padStart(16, '0');

const noDay = '9999-12-31';

/** By which tags a row is found, in scan order. One line a noun: a new synced noun adds its line here. */
const tagsBy: { [N in RowNoun]: (row: Rows[N]) => string[] } = {
  member: () => [],
  pipeline: () => [],
  stage: () => [],
  ownField: () => [],
  view: () => [],
  import: () => [],
  recipe: ({ host, id }) => [`recipe/host/${host}/${id}`],
  exclusion: () => [],
  distinction: ({ aId, bId, id }) => [`distinction/of/${aId}/${id}`, `distinction/of/${bId}/${id}`],
  merge: ({ keptId, goneId, id }) => [`merge/of/${keptId}/${id}`, `merge/of/${goneId}/${id}`],
  logRule: ({ value, id }) => [`logRule/value/${value}/${id}`],
  template: () => [],
  file: ({ interactionId, id }) => [`file/of/${interactionId}/${id}`],
  relation: (row) => [`relation/of/${row.fromId}/${row.id}`, `relation/of/${row.toId}/${row.id}`],
  task: (row) => [
    row.doneAt === null
      ? `task/open/${row.dueDay ?? noDay}/${row.id}`
      : `task/done/${instantText(row.doneAt)}/${row.id}`,
    ...(row.contactId ? [`task/contact/${row.contactId}/${row.id}`] : []),
    ...(row.companyId ? [`task/company/${row.companyId}/${row.id}`] : []),
    ...(row.dealId ? [`task/deal/${row.dealId}/${row.id}`] : []),
    ...(row.awaits && row.doneAt === null ? [`task/awaits/${row.awaits}/${row.id}`] : []),
    ...(row.promiseKey ? [`task/promise/${row.promiseKey}/${row.id}`] : []),
  ],
  interaction: (row) => {
    if (row.joinedInto) return row.fingerprint.map((key) => `interaction/key/${key}`);
    const when = `${instantText(row.occurredAt)}/${row.id}`;
    return [
      `interaction/at/${when}`,
      ...row.contactIds.map((id) => `interaction/contact/${id}/${when}`),
      ...(row.companyId ? [`interaction/company/${row.companyId}/${when}`] : []),
      ...dealsOfEntry(row).map((id) => `interaction/deal/${id}/${when}`),
      ...(row.threadKey ? [`interaction/thread/${row.threadKey}/${instantText(row.loggedAt)}`] : []),
      ...(row.ruleId ? [`interaction/rule/${row.ruleId}/${row.id}`] : []),
      ...row.fingerprint.map((key) => `interaction/key/${key}`),
      // Somebody waits for its owner's word.
      ...(row.askedBy.length > 0 ? [`interaction/asked/${when}`] : []),
      ...row.mentions.map((id) => `interaction/mentions/${id}/${when}`),
    ];
  },
};
export const tagsOf = <N extends RowNoun>(noun: N, row: Rows[N]): string[] => tagsBy[noun](row);

export const mailKey = (fingerprint: string): string => `mail:${fingerprint}`;
/** Under which `meta` says how far back of somebody's past was asked for. */
export const reachKey = (home: string): string => `older/${home}`;
export const olderKey = (home: string): string => `older:${home}`;

/** A row that an earlier release stored has none. */
const externals = ({ externalIds }: { externalIds?: string[] }): string[] =>
  (externalIds ?? []).map((each) => `external:${each}`);

/** Under which rows stand that turned out to be another one. */
export const aliasKey = (id: string): string => `alias-of:${id}`;

/** Under which rows stand whose own fields name somebody. */
export const namedKey = (id: string): string => `named:${id}`;
const named = ({ own, mergedInto }: { own: OwnValues; mergedInto?: Id | null }): string[] =>
  mergedInto ? [] : peopleIn(own).map(namedKey);

/** By which keys a sharded row is found in the key index. */
const keysBy: { [K in ShardKind]: (row: Sharded[K]) => string[] } = {
  contact: (row) => [
    ...(row.mergedInto ? [aliasKey(row.mergedInto)] : row.keys.map(keyText)),
    ...(row.companyId ? [`contact-of:${row.companyId}`] : []),
    ...named(row),
  ],
  company: (row) =>
    row.mergedInto
      ? [aliasKey(row.mergedInto)]
      : [...row.domains.map((domain) => `domain:${domain}`), ...externals(row), ...named(row)],
  deal: (row) => [
    ...externals(row),
    ...row.contactIds.map((id) => `deal-of:${id}`),
    ...(row.companyId ? [`deal-of:${row.companyId}`] : []),
    ...named(row),
  ],
  // A digest only suggests: of what is long past it is not kept. [U2]
  beyond: (row) => [
    ...row.fingerprint.filter(isCertainKey).map(mailKey),
    ...(row.joinedInto ? [] : homesOf(row).map(olderKey)),
  ],
};
export const idKey = (kind: ShardKind, id: string): string => `${kind}:${id}`;
export const keysOf = <K extends ShardKind>(kind: K, row: Sharded[K]): string[] => [
  idKey(kind, row.id),
  ...keysBy[kind](row),
];

/** Whose timelines an interaction stands in. */
export const homesOf = (
  row: Pick<Beyond, 'contactIds' | 'companyId' | 'dealId'> & Partial<Pick<Beyond, 'moreDealIds'>>,
): string[] => [...row.contactIds, ...(row.companyId ? [row.companyId] : []), ...dealsOfEntry(row)];

const ownTexts = ({ own }: { own: OwnValues }): string[] =>
  Object.values(own).flatMap((value) => ownFindable(value) ?? []);

const linesBy: { [N in ShardNoun]: (row: Rows[N]) => string[] } = {
  contact: (row) => [row.name, ...row.keys.map((key) => key.value), row.phone ?? '', ...ownTexts(row)],
  company: (row) => [row.name, ...row.domains, ...ownTexts(row)],
  deal: (row) => [row.title, ...ownTexts(row)],
};
/** The folded text a sharded row is found by; the name first. Merged rows are not found, nor what is beyond the horizon. */
export function searchLine<K extends ShardKind>(kind: K, row: Sharded[K]): string | null {
  if (kind === 'beyond' || ('mergedInto' in row && row.mergedInto)) return null;
  const [name = '', ...others] = linesBy[kind as ShardNoun](row as never);
  return [searchText([name, ...others].join(' ')), ...nameKeys(name)].join(' ');
}
