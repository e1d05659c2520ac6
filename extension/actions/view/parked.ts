import type { ErrorCode } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Mutation } from '../../../shared/sync/mutation.ts';
import type { ParkedView } from '../../messages/state.ts';
import { entriesOf } from '../../outbox/entry.ts';
import type { Core } from '../core.ts';

/** What somebody types, by the name of its field. Ids, times and what was read from a page are not set right by hand. */
const typedByHand: ReadonlySet<string> = new Set([
  'name',
  'givenName',
  'familyName',
  'title',
  'phone',
  'address',
  'industry',
  'city',
  'country',
  'website',
  'need',
  'subject',
  'body',
  'outcome',
  'lostReason',
  'competitor',
  'expectedClose',
  'dueDay',
]);
export const isTypedByHand = (field: string): boolean =>
  typedByHand.has(field) || field.startsWith('own.') || field === 'key.value';

const nounByCode = {
  'contact.removed': 'contact',
  'company.removed': 'company',
  'deal.removed': 'deal',
} as const;
/** What would have to be brought back before a change with this refusal can be made. */
export const removedBy = (code: ErrorCode | null): ParkedView['removed'] =>
  nounByCode[code as keyof typeof nounByCode] ?? null;

/** What the server refused for good, with what was typed. */
export async function parkedView(core: Core): Promise<ParkedView[]> {
  const parked = (await core.mirror.read(entriesOf)).filter((entry) => entry.state === 'parked');
  return Promise.all(
    parked.map(async ({ order, mutation, code }) => ({
      number: order,
      verb: mutation.verb,
      code: code ?? 'server.unexpected',
      at: mutation.at,
      about: await aboutWhom(core, mutation),
      typed: typedIn(mutation),
      removed: removedBy(code),
    })),
  );
}

function typedIn({ input }: Mutation): ParkedView['typed'] {
  const { fields, key, own, ...others } = input as Record<string, unknown>;
  const flat: Record<string, unknown> = { ...others, ...(fields as object | undefined) };
  const owned = (own ?? flat.own) as Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(owned ?? {})) flat[`own.${name}`] = value;
  if (typeof key === 'object' && key !== null && 'value' in key) flat['key.value'] = key.value;
  return Object.entries(flat).flatMap(([field, value]) => {
    if (!isTypedByHand(field) || value === undefined) return [];
    // A field that was never filled is no news, unless emptying it is what was asked.
    if (value === null && !fields) return [];
    return [{ field, value: value as string | number | null, editable: typeof value !== 'number' }];
  });
}

async function aboutWhom(core: Core, { verb, input }: Mutation): Promise<string | null> {
  const { mirror } = core;
  const noun = verb.slice(0, verb.indexOf('.'));
  const given = input as { id: Id; contactIds?: Id[]; contactId?: Id | null };
  if (noun === 'contact') return (await mirror.get('contact', given.id))?.name ?? null;
  if (noun === 'company') return (await mirror.get('company', given.id))?.name ?? null;
  if (noun === 'merge') return (await mirror.get('merge', given.id))?.goneName ?? null;
  if (noun === 'deal') return (await mirror.get('deal', given.id))?.title ?? null;
  if (noun === 'task') {
    const task = await mirror.get('task', given.id);
    if (task) return task.title;
  }
  const entry = noun === 'interaction' ? await mirror.get('interaction', given.id) : undefined;
  const contactId = given.contactIds?.[0] ?? given.contactId ?? entry?.contactIds[0];
  return contactId ? ((await mirror.get('contact', contactId))?.name ?? null) : null;
}
