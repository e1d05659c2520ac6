import * as z from 'zod/mini';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import { type Mutation, verbs } from '../../shared/sync/mutation.ts';
import type { Calls } from '../messages/calls.ts';
import type { ParkedView } from '../messages/state.ts';
import { entryAt } from '../outbox/entry.ts';
import { append, edit, type Intended, retry } from '../outbox/outbox.ts';
import { type Core, meOf } from './core.ts';
import { isTypedByHand, removedBy } from './view/parked.ts';

type Typed = NonNullable<Calls['retryParked']['in']['typed']>;

/** Tries a parked change again: as it was, set right, or with what was removed brought back first. [P5a] [P11] */
export async function retryParked(
  core: Core,
  { number, typed, restore }: Calls['retryParked']['in'],
): Promise<void> {
  const me = meOf(core);
  await core.mirror.commit(async (tx) => {
    const entry = await entryAt(tx.raw, number);
    if (entry?.state !== 'parked') return;
    const noun = restore ? removedBy(entry.code) : null;
    if (noun) {
      for (const id of idsOf(entry.mutation, noun))
        if (!(await tx.get(noun, id)))
          await append(tx, { verb: `${noun}.restore`, input: { id } }, me, core.now());
    }
    if (typed) await edit(tx, number, setRight(entry.mutation, typed));
    await retry(tx, number, me, core.now());
  });
  void core.sync.now();
}

/** Which rows of a noun a change is about. */
function idsOf({ verb, input }: Mutation, noun: NonNullable<ParkedView['removed']>): Id[] {
  const given = input as {
    id: Id;
    contactIds?: Id[];
    contactId?: Id | null;
    companyId?: Id | null;
    dealId?: Id | null;
  };
  if (verb.startsWith(`${noun}.`)) return [given.id];
  const named = {
    contact: [...(given.contactIds ?? []), given.contactId ?? null],
    company: [given.companyId ?? null],
    deal: [given.dealId ?? null],
  }[noun];
  return named.filter((id) => id !== null);
}

/** The input with other words in the fields that are typed by hand; refused where it no longer has its verb's shape. */
function setRight({ verb, input }: Mutation, typed: Typed): Intended['input'] {
  const next = structuredClone(input) as Record<string, unknown>;
  const fields = (next.fields ?? next) as Record<string, unknown>;
  for (const [field, value] of Object.entries(typed)) {
    if (!isTypedByHand(field)) throw new CodedError('input.invalid', field);
    if (field === 'key.value') next.key = { ...(next.key as object), value };
    else if (field.startsWith('own.'))
      fields.own = { ...(fields.own as object | undefined), [field.slice('own.'.length)]: value };
    else fields[field] = value;
  }
  const known = z.safeParse(verbs[verb] as z.ZodMiniType, next);
  if (!known.success) throw new CodedError('input.invalid', known.error.issues[0]?.path.join('.'));
  return known.data as Intended['input'];
}
