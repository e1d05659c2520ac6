import * as z from 'zod/mini';
import { limits } from '../domain/limits.ts';
import { interactionKinds, lifeCycles } from '../domain/rows.ts';

// zod probes `new Function`, which extension pages forbid and report.
z.config({ jitless: true });

const id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const text = (max: number) => z.string().check(z.maxLength(max));
const filled = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const maybe = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);
const instant = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const amountMinor = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));

const origin = z.strictObject({
  channel: maybe(text(100)),
  page: maybe(text(limits.url)),
  campaign: maybe(text(limits.name)),
  referrer: maybe(text(limits.name)),
});
const keyKind = z.enum(['email', 'phone', 'domain', 'profile', 'external']);
const contactKey = z.strictObject({ kind: keyKind, value: filled(limits.url), source: maybe(text(100)) });
const ownValues = z.record(filled(100), z.union([text(limits.note), z.number(), z.null()]));
const participant = z.strictObject({
  name: maybe(text(limits.name)),
  email: filled(limits.name),
  role: z.enum(['from', 'to', 'cc', 'bcc']),
});

const contactFields = z.strictObject({
  name: filled(limits.name),
  givenName: maybe(text(limits.name)),
  familyName: maybe(text(limits.name)),
  title: maybe(text(limits.title)),
  companyId: maybe(id),
  lifeCycle: z.enum(lifeCycles),
  ownerId: maybe(id),
  phone: maybe(text(limits.name)),
  address: maybe(text(limits.note)),
  own: ownValues,
});
const companyFields = z.strictObject({
  name: filled(limits.name),
  domains: z.array(filled(255)).check(z.maxLength(limits.keys)),
  industry: maybe(text(limits.name)),
  city: maybe(text(limits.name)),
  country: maybe(text(limits.name)),
  phone: maybe(text(limits.name)),
  website: maybe(text(limits.url)),
  ownerId: maybe(id),
  own: ownValues,
});
const dealFields = z.strictObject({
  title: filled(limits.title),
  amountMinor: maybe(amountMinor),
  currency: maybe(currency),
  expectedClose: maybe(day),
  need: maybe(text(limits.need)),
  companyId: maybe(id),
  contactIds: z.array(id).check(z.maxLength(limits.contactsOfInteraction)),
  ownerId: maybe(id),
  own: ownValues,
});
const taskFields = z.strictObject({
  title: filled(limits.title),
  dueDay: maybe(day),
  dueAt: maybe(instant),
  contactId: maybe(id),
  companyId: maybe(id),
  dealId: maybe(id),
  ownerId: maybe(id),
});

/** Every verb that changes something, with the schema of its input. Adding a verb starts here. */
export const verbs = {
  'contact.add': z.extend(contactFields, {
    id,
    origin,
    keys: z.array(contactKey).check(z.maxLength(limits.keys)),
    /** Only the member who adds it may see it. */
    private: z.optional(z.boolean()),
  }),
  'contact.edit': z.strictObject({ id, fields: z.partial(contactFields) }),
  'contact.addKey': z.strictObject({ id, key: contactKey }),
  'contact.removeKey': z.strictObject({
    id,
    key: z.strictObject({ kind: keyKind, value: filled(limits.url) }),
  }),
  'contact.remove': z.strictObject({ id }),
  /** Brings a removed row back as it was. */
  'contact.restore': z.strictObject({ id }),
  'contact.setPrivate': z.strictObject({ id, private: z.boolean() }),
  'company.add': z.extend(companyFields, { id, origin }),
  'company.edit': z.strictObject({ id, fields: z.partial(companyFields) }),
  'company.remove': z.strictObject({ id }),
  'company.restore': z.strictObject({ id }),
  /** `stageId` null: the first stage of the first pipeline. */
  'deal.add': z.extend(dealFields, { id, origin, stageId: maybe(id) }),
  'deal.edit': z.strictObject({ id, fields: z.partial(dealFields) }),
  'deal.move': z.strictObject({ id, stageId: id }),
  'deal.close': z.strictObject({
    id,
    state: z.enum(['won', 'lost']),
    at: instant,
    lostReason: maybe(text(limits.reason)),
    competitor: maybe(text(limits.name)),
  }),
  'deal.reopen': z.strictObject({ id }),
  /** An e-mail, note, call, meeting, message or visit. A repeat by `mid:` or `gm:` key answers `already`. */
  'interaction.log': z.strictObject({
    id,
    kind: z.enum(interactionKinds),
    direction: maybe(z.enum(['in', 'out'])),
    channel: maybe(text(100)),
    occurredAt: instant,
    durationS: maybe(z.int().check(z.gte(0), z.lte(864_000))),
    outcome: maybe(text(limits.reason)),
    subject: maybe(text(limits.subject)),
    body: maybe(text(limits.body)),
    bodyState: maybe(z.enum(['read', 'empty', 'subject-only'])),
    link: maybe(text(limits.url)),
    threadKey: maybe(text(limits.url)),
    participants: z.array(participant).check(z.maxLength(limits.participants)),
    contactIds: z.array(id).check(z.maxLength(limits.contactsOfInteraction)),
    companyId: maybe(id),
    dealId: maybe(id),
    fingerprint: z
      .array(z.string().check(z.regex(/^(mid|gm|dg):\S/), z.maxLength(limits.subject)))
      .check(z.maxLength(10)),
    /** Colleagues learn that contact happened, not what was written. */
    private: z.optional(z.boolean()),
  }),
  'interaction.edit': z.strictObject({
    id,
    fields: z.partial(
      z.strictObject({
        body: maybe(text(limits.body)),
        outcome: maybe(text(limits.reason)),
        dealId: maybe(id),
      }),
    ),
  }),
  /** Undo of a log: the entry becomes a tombstone and frees its fingerprint. */
  'interaction.undo': z.strictObject({ id }),
  /** Takes an entry out of the one it was joined into: they are two mails after all. */
  'interaction.separate': z.strictObject({ id }),
  'interaction.setPrivate': z.strictObject({ id, private: z.boolean() }),
  /** Asks the one it is private to, to be let in. */
  'interaction.askAccess': z.strictObject({ id }),
  'interaction.answerAccess': z.strictObject({ id, memberId: id, grant: z.boolean() }),
  'task.add': z.extend(taskFields, { id }),
  'task.edit': z.strictObject({ id, fields: z.partial(taskFields) }),
  'task.complete': z.strictObject({ id, at: instant }),
  'task.reopen': z.strictObject({ id }),
} as const;

export type Verb = keyof typeof verbs;
export type Input<V extends Verb> = z.infer<(typeof verbs)[V]>;

/** One intended change. (clientId, number) is the unit of exactly-once; numbers start at 1 and have no gaps. */
export type Mutation<V extends Verb = Verb> = {
  [K in V]: { number: number; verb: K; input: Input<K>; at: number };
}[V];

/** `applied`; `already`: somebody else's entry has it (answer says which); `refused`: never will be, see code. */
export type MutationResult =
  | { number: number; status: 'applied'; answer: null }
  | { number: number; status: 'already'; answer: { id: string } }
  | { number: number; status: 'refused'; code: string; answer: null };

export const pushInput = z.strictObject({
  clientId: id,
  /** The order the client has read in; with another one nothing is applied. Absent: not read yet, or an older client. [C4] */
  epoch: z.optional(z.string().check(z.maxLength(100))),
  /** Results up to this number have reached the client, so the server may forget them. */
  confirmed: z.int().check(z.gte(0)),
  mutations: z
    .array(
      z.strictObject({ number: z.int().check(z.gte(1)), verb: z.string(), input: z.unknown(), at: instant }),
    )
    .check(z.maxLength(limits.push)),
});
export type PushInput = z.infer<typeof pushInput>;
/** Results in order of number; ends early at a gap. */
export type PushAnswer = { results: MutationResult[]; cursor: number };
