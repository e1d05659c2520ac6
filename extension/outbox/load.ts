import type { Id } from '../../shared/kit/id.ts';
import type { Input, Mutation } from '../../shared/sync/mutation.ts';
import type { ReadTx, WriteTx } from '../mirror/store.ts';

// A part of an import holds hundreds of rows. They stand beside its entry, so that what is on its way can be looked
// through without reading all of it each time; and which rows they are stands beside them once more.

type Rows = Input<'import.rows'>;
type Lists = Pick<Rows, 'companies' | 'contacts' | 'deals' | 'interactions' | 'changes'>;
const noRows: Lists = { companies: [], contacts: [], deals: [], interactions: [], changes: [] };

const padded = (at: number): string => String(at).padStart(12, '0');
const loadKey = (load: number): string => `load/${padded(load)}`;
const refsKey = (load: number): string => `refs/${padded(load)}`;

type Loaded = { mutation: Mutation; load: number | null };

/** Which rows a part adds or changes, as `noun/id`. Its import is every part's. */
export const refsOf = ({ companies, contacts, deals, interactions, changes }: Lists): string[] => [
  ...companies.map(({ id }) => `company/${id}`),
  ...contacts.map(({ id }) => `contact/${id}`),
  ...deals.map(({ id }) => `deal/${id}`),
  ...interactions.map(({ id }) => `interaction/${id}`),
  ...changes.map(({ noun, id }) => `${noun}/${id}`),
];

/** Puts what is large of a mutation aside; the mutation without it, and where that is. */
export async function putLoad(tx: WriteTx, mutation: Mutation, at: number): Promise<Loaded> {
  if (mutation.verb !== 'import.rows') return { mutation, load: null };
  const { companies, contacts, deals, interactions, changes } = mutation.input;
  const lists: Lists = { companies, contacts, deals, interactions, changes };
  await tx.put('outbox', loadKey(at), lists);
  await tx.put('outbox', refsKey(at), refsOf(lists));
  await tx.put('meta', 'parts', [...(await partsIn(tx)), at]);
  return { mutation: { ...mutation, input: { ...mutation.input, ...noRows } }, load: at };
}

const partsIn = async (tx: ReadTx): Promise<number[]> =>
  ((await tx.get('meta', 'parts')) as number[] | undefined) ?? [];

/** Rows of parts that were on their way when this was last asked, and are no longer. */
export async function leftBehind(tx: WriteTx, parts: readonly number[]): Promise<Set<string>> {
  const before = await partsIn(tx);
  const gone = before.filter((load) => !parts.includes(load));
  const refs = new Set<string>();
  for (const load of gone) for (const ref of await refsIn(tx, load)) refs.add(ref);
  if (gone.length === 0 && before.length === parts.length) return refs;
  await tx.put('meta', 'parts', [...parts]);
  const mixed = await mixedIn(tx);
  const left = mixed.filter((load) => parts.includes(load));
  if (left.length < mixed.length) await tx.put('meta', 'mixed', left);
  return refs;
}

/** Parts one of whose rows something else that waited has touched too: what they made of it may change with that. */
export const mixedIn = async (tx: ReadTx): Promise<number[]> =>
  ((await tx.get('meta', 'mixed')) as number[] | undefined) ?? [];

export async function mix(tx: WriteTx, refs: ReadonlySet<string>): Promise<void> {
  if (refs.size === 0) return;
  const mixed = new Set(await mixedIn(tx));
  const before = mixed.size;
  for (const load of await partsIn(tx))
    if (!mixed.has(load) && (await refsIn(tx, load)).some((ref) => refs.has(ref))) mixed.add(load);
  if (mixed.size > before) await tx.put('meta', 'mixed', [...mixed]);
}

/** The mutation as it was intended. */
export async function whole(tx: ReadTx, { mutation, load }: Loaded): Promise<Mutation> {
  if (load === null || mutation.verb !== 'import.rows') return mutation;
  const lists = (await tx.get('outbox', loadKey(load))) as Lists | undefined;
  return { ...mutation, input: { ...mutation.input, ...(lists ?? noRows) } };
}

export const refsIn = async (tx: ReadTx, load: number): Promise<string[]> =>
  ((await tx.get('outbox', refsKey(load))) as string[] | undefined) ?? [];

export async function dropLoad(tx: WriteTx, { load }: { load: number | null }): Promise<void> {
  if (load === null) return;
  await tx.delete('outbox', loadKey(load));
  await tx.delete('outbox', refsKey(load));
}

/** A part without rows that were erased, and without entries about them. [D11] */
export async function forgetRows(tx: WriteTx, load: number, erased: ReadonlySet<Id>): Promise<void> {
  const lists = (await tx.get('outbox', loadKey(load))) as Lists | undefined;
  if (!lists) return;
  const stays = ({ id }: { id: Id }) => !erased.has(id);
  const left: Lists = {
    companies: lists.companies.filter(stays),
    contacts: lists.contacts.filter(stays),
    deals: lists.deals
      .filter(stays)
      .map((deal) => ({ ...deal, contactIds: deal.contactIds.filter((id) => !erased.has(id)) })),
    interactions: lists.interactions.filter(
      (entry) => stays(entry) && !entry.contactIds.some((id) => erased.has(id)),
    ),
    changes: lists.changes.filter(stays),
  };
  await tx.put('outbox', loadKey(load), left);
  await tx.put('outbox', refsKey(load), refsOf(left));
}
