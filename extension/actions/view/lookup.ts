import { orderDeals } from '../../../shared/domain/deal/order.ts';
import { dealsOfEntry } from '../../../shared/domain/interaction/entry-deals.ts';
import { isCertainKey, lookUpKeys } from '../../../shared/domain/interaction/fingerprint.ts';
import { areDifferentMails } from '../../../shared/domain/interaction/same-mail.ts';
import type { Deal, Interaction, Member, OwnField, OwnValues } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Access, Named, TimelineEntry } from '../../messages/state.ts';
import { followed } from '../../mirror/aliases.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { entriesOf } from '../../outbox/entry.ts';
import { type Core, meOf } from '../core.ts';

/** Deals of any of these contacts or companies: open first. */
export async function dealsOf(
  mirror: Mirror,
  contactIds: readonly Id[],
  companyIds: readonly Id[],
): Promise<Deal[]> {
  const of = [...contactIds, ...companyIds];
  const found = await mirror.candidates(
    'deal',
    of.map((id) => `deal-of:${id}`),
  );
  return orderDeals(
    found.filter(
      (deal) =>
        deal.contactIds.some((id) => contactIds.includes(id)) ||
        (deal.companyId !== null && companyIds.includes(deal.companyId)),
    ),
  );
}

/** Ids of interactions whose log the server has not confirmed. */
export const waitingLogs = (mirror: Mirror): Promise<Set<Id>> =>
  mirror.recall('waiting logs', async (tx) => {
    const waiting = new Set<Id>();
    for (const { mutation, state } of await entriesOf(tx))
      if (mutation.verb === 'interaction.log' && state === 'waiting') waiting.add(mutation.input.id);
    return waiting;
  });

/** Ids of entries that this browser asked to be let into, until the server's row says so itself. */
const askedFor = (mirror: Mirror): Promise<Set<Id>> =>
  mirror.recall('asked for', async (tx) => {
    const asked = new Set<Id>();
    for (const { mutation, state } of await entriesOf(tx))
      if (mutation.verb === 'interaction.askAccess' && state !== 'parked') asked.add(mutation.input.id);
    return asked;
  });

/** Who may read an entry. What somebody else keeps private came here without its text. [D8] */
export function accessOf(
  { id, privateTo, sharedWith, askedBy }: Interaction,
  me: Id | null,
  nameOf: (id: Id) => string,
  asked: ReadonlySet<Id>,
): Access {
  if (privateTo === null || privateTo === undefined) return { kind: 'shared' };
  const named = (ids: readonly Id[]) => ids.map((each) => ({ id: each, name: nameOf(each) }));
  if (privateTo === me) return { kind: 'own', asking: named(askedBy ?? []), letIn: named(sharedWith ?? []) };
  if (me !== null && sharedWith?.includes(me)) return { kind: 'let-in', owner: nameOf(privateTo) };
  return {
    kind: 'masked',
    owner: nameOf(privateTo),
    asked: asked.has(id) || (me !== null && (askedBy ?? []).includes(me)),
  };
}

/** More entries than these under one key are no news: nobody writes the same words so often within a minute. */
const entriesOfKey = 20;

/** What is known of a logged mail, also of one beyond the horizon. */
export type Entry = Pick<
  Interaction,
  | 'id'
  | 'loggedBy'
  | 'loggedAt'
  | 'contactIds'
  | 'companyId'
  | 'dealId'
  | 'bodyState'
  | 'fingerprint'
  | 'joinedInto'
  | 'privateTo'
> &
  Partial<Pick<Interaction, 'moreDealIds' | 'rule' | 'ruleId'>>;

/** Entries that carry any of these fingerprint keys, by key. A digest may be of several. */
export async function interactionsByKey(
  mirror: Mirror,
  keys: readonly string[],
): Promise<Map<string, Entry[]>> {
  if (keys.length === 0) return new Map();
  const beyond = mirror.beyond(keys.filter(isCertainKey));
  const found = await mirror.recall(`interactions ${keys.join(' ')}`, (tx) =>
    Promise.all(
      keys.map(async (key): Promise<[string, Entry[]]> => {
        const tag = `interaction/key/${key}`;
        const entries = await tx.scanTags('row', { from: tag, to: `${tag}\u0000`, limit: entriesOfKey });
        return [key, entries.map(({ value }) => value as Interaction)];
      }),
    ),
  );
  const byKey = new Map(found.filter(([, entries]) => entries.length > 0));
  for (const entry of await beyond)
    for (const key of entry.fingerprint) if (keys.includes(key) && !byKey.has(key)) byKey.set(key, [entry]);
  return byKey;
}

/** The entry of the very same mail; of several that were joined the one that stands for all. [U1] [U6] */
export function sameMail(
  found: ReadonlyMap<string, readonly Entry[]>,
  keys: readonly string[],
): Entry | null {
  const same = keys.filter(isCertainKey).flatMap((key) => found.get(key) ?? []);
  return same.find(({ joinedInto }) => !joinedInto) ?? same[0] ?? null;
}

/** The first logged entry that a mail with these keys probably is. [U2] */
export const resembled = (
  found: ReadonlyMap<string, readonly Entry[]>,
  keys: readonly string[],
): Entry | null =>
  lookUpKeys(keys)
    .flatMap((key) => found.get(key) ?? [])
    .filter((entry) => !areDifferentMails(keys, entry.fingerprint))
    .sort((a, b) => a.loggedAt - b.loggedAt)[0] ?? null;

/** Who somebody is in words: the member's name. */
export async function memberNames(mirror: Mirror): Promise<Map<Id, Member>> {
  return new Map((await mirror.all('member')).map((member) => [member.id, member]));
}

/** Interactions as the timeline shows them. */
export async function timelineOf(core: Core, interactions: readonly Interaction[]): Promise<TimelineEntry[]> {
  const { mirror } = core;
  const me = meOf(core);
  const [members, waiting, asked] = await Promise.all([
    memberNames(mirror),
    waitingLogs(mirror),
    askedFor(mirror),
  ]);
  const dealIds = [...new Set(interactions.flatMap(dealsOfEntry))];
  const deals = new Map(
    (await Promise.all(dealIds.map((id) => mirror.get('deal', id)))).flatMap((deal) =>
      deal ? [[deal.id, deal.title] as const] : [],
    ),
  );
  return interactions.map((interaction) => ({
    interaction,
    by: members.get(interaction.loggedBy ?? '')?.name ?? '',
    byMe: interaction.loggedBy === me,
    deals: dealsOfEntry(interaction).flatMap((id) => deals.get(id) ?? []),
    waiting: waiting.has(interaction.id),
    access: accessOf(interaction, me, (id) => members.get(id)?.name ?? '', asked),
  }));
}

/** Names of whom own fields point at: contacts or members. Who is not here is told by no name. */
export async function namedIn(
  mirror: Mirror,
  fields: readonly OwnField[],
  values: readonly OwnValues[],
): Promise<Named> {
  const keys = new Set(fields.filter(({ kind }) => kind === 'person').map(({ key }) => key));
  const ids = new Set(
    values.flatMap((own) =>
      Object.entries(own).flatMap(([key, id]) => (keys.has(key) && typeof id === 'string' ? [id] : [])),
    ),
  );
  const named: Named = {};
  for (const id of ids) {
    const member = await mirror.get('member', id);
    const name = member?.name ?? (await followed(mirror, 'contact', id))?.name;
    if (name !== undefined) named[id] = { noun: member ? 'member' : 'contact', name };
  }
  return named;
}
