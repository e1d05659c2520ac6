import * as z from 'zod/mini';
import { limits } from '../domain/limits.ts';
import {
  excludedSubjects,
  exclusionEffects,
  interactionKinds,
  lifeCycles,
  ownFieldKinds,
  ownFieldPlaces,
  partyRoles,
  relationKinds,
  ruleEffects,
  ruleScopes,
  viewNouns,
} from '../domain/rows.ts';
import { readRepeat } from '../domain/task/repeat.ts';

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

// Fields that the first release did not have are optional: its outbox may still be on the way.
const party = {
  role: z.optional(maybe(z.enum(partyRoles))),
  roleReason: z.optional(maybe(text(limits.reason))),
};
const externalIds = z.optional(z.array(filled(limits.name)).check(z.maxLength(limits.keys)));

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
  zone: z.optional(maybe(filled(100))),
  ...party,
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
  ...party,
  externalIds,
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
  externalIds,
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
  zone: z.optional(maybe(filled(100))),
  note: z.optional(maybe(text(limits.note))),
  /** RFC 5545, what shared/domain/task/repeat.ts understands of it. */
  repeat: z.optional(maybe(text(100).check(z.refine((rule) => readRepeat(rule) !== null)))),
  promisedBy: z.optional(maybe(z.enum(['us', 'them']))),
  promiseKind: z.optional(maybe(filled(100))),
  promiseKey: z.optional(maybe(filled(limits.url))),
  awaits: z.optional(maybe(filled(limits.url))),
});
const position = z.int().check(z.gte(0), z.lte(1_000_000));
const pipelineFields = z.strictObject({
  name: filled(limits.name),
  position,
  lostReasons: z.array(filled(limits.name)).check(z.maxLength(limits.keys)),
});
const stageFields = z.strictObject({
  name: filled(limits.name),
  position,
  probability: z.int().check(z.gte(0), z.lte(100)),
  colour: maybe(z.string().check(z.regex(/^#[0-9a-f]{6}$/))),
  requires: z.array(filled(100)).check(z.maxLength(limits.keys)),
  staleDays: maybe(z.int().check(z.gte(1), z.lte(3_650))),
});
const ownFieldFields = z.strictObject({
  label: filled(limits.name),
  options: z.array(filled(limits.name)).check(z.maxLength(limits.choices)),
  position,
  places: z.array(z.enum(ownFieldPlaces)).check(z.maxLength(ownFieldPlaces.length)),
});
const viewFields = z.strictObject({ name: filled(limits.name), query: filled(limits.note), position });
const templateFields = z.strictObject({
  name: filled(limits.name),
  subject: maybe(text(limits.subject)),
  body: text(limits.note),
  position,
});
const relationEnd = z.enum(['contact', 'company', 'deal']);

const contactAdd = z.extend(contactFields, {
  id,
  origin,
  keys: z.array(contactKey).check(z.maxLength(limits.keys)),
  /** Only the member who adds it may see it. */
  private: z.optional(z.boolean()),
});
const companyAdd = z.extend(companyFields, { id, origin });
/** `stageId` null: the first stage of the first pipeline. */
const dealAdd = z.extend(dealFields, { id, origin, stageId: maybe(id) });
const closing = {
  state: z.enum(['won', 'lost']),
  at: instant,
  lostReason: maybe(text(limits.reason)),
  competitor: maybe(text(limits.name)),
};
const moreDeals = z.array(id).check(z.maxLength(limits.keys));
const attachment = z.strictObject({
  name: filled(limits.title),
  size: maybe(z.int().check(z.gte(0))),
  type: maybe(text(limits.name)),
});
const interactionLog = z.strictObject({
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
    .array(z.string().check(z.regex(/^(mid|gm|ext|dg):\S/), z.maxLength(limits.subject)))
    .check(z.maxLength(10)),
  /** Colleagues learn that contact happened, not what was written. */
  private: z.optional(z.boolean()),
  /** Members whose attention it asks for; of a private entry they are let in. */
  mentions: z.optional(z.array(id).check(z.maxLength(limits.keys))),
  moreDealIds: z.optional(moreDeals),
  attachments: z.optional(z.array(attachment).check(z.maxLength(limits.attachments))),
  rule: z.optional(maybe(z.enum([...ruleScopes, 'sending']))),
  ruleId: z.optional(maybe(id)),
});
const rowsOf = <T extends z.ZodMiniType>(schema: T) => z.array(schema).check(z.maxLength(limits.importRows));
/** Of a row that is there: only what is empty is filled, or what is given counts. */
const changeOf = <N extends string, T extends z.ZodMiniType>(noun: N, fields: T) =>
  z.strictObject({
    noun: z.literal(noun),
    id,
    fill: z.boolean(),
    fields,
    keys: z.array(contactKey).check(z.maxLength(limits.keys)),
    domains: z.array(filled(255)).check(z.maxLength(limits.keys)),
    externalIds: z.array(filled(limits.name)).check(z.maxLength(limits.keys)),
  });

/** Every verb that changes something, with the schema of its input. Adding a verb starts here. */
export const verbs = {
  'contact.add': contactAdd,
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
  /**
   * Two people are one: `goneId` becomes another name of `id`. `fields` are those in which the gone one's value was
   * chosen. `mergeId` names what happened, so that it can be split again. [J1]
   */
  'contact.merge': z.strictObject({ id, goneId: id, mergeId: id, fields: z.partial(contactFields) }),
  'company.add': companyAdd,
  'company.edit': z.strictObject({ id, fields: z.partial(companyFields) }),
  'company.remove': z.strictObject({ id }),
  'company.restore': z.strictObject({ id }),
  /** Domains and ids of both are the kept one's. */
  'company.merge': z.strictObject({
    id,
    goneId: id,
    mergeId: id,
    fields: z.partial(z.omit(companyFields, { domains: true, externalIds: true })),
  }),
  /** They are two after all; `id` is the merge's. [J5] */
  'merge.split': z.strictObject({ id }),
  'deal.add': dealAdd,
  'deal.edit': z.strictObject({ id, fields: z.partial(dealFields) }),
  'deal.move': z.strictObject({ id, stageId: id }),
  'deal.close': z.strictObject({ id, ...closing }),
  'deal.reopen': z.strictObject({ id }),
  'deal.remove': z.strictObject({ id }),
  'deal.restore': z.strictObject({ id }),
  'pipeline.add': z.extend(pipelineFields, { id }),
  'pipeline.edit': z.strictObject({ id, fields: z.partial(pipelineFields) }),
  /** Refused while it has stages, or is the only one. */
  'pipeline.remove': z.strictObject({ id }),
  'stage.add': z.extend(stageFields, { id, pipelineId: id }),
  'stage.edit': z.strictObject({ id, fields: z.partial(stageFields) }),
  /** Its deals, and those that are moved into it later by whoever did not know, go on to `moveTo`. */
  'stage.remove': z.strictObject({ id, moveTo: maybe(id) }),
  /** The key is made of the label once and stays; a second field of the same key is the first. */
  'ownField.add': z.extend(ownFieldFields, {
    id,
    noun: relationEnd,
    key: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,59}$/)),
    kind: z.enum(ownFieldKinds),
  }),
  'ownField.edit': z.strictObject({ id, fields: z.partial(ownFieldFields) }),
  /** The values stay in the rows; a field of the same key shows them again. */
  'ownField.remove': z.strictObject({ id }),
  /** An e-mail, note, call, meeting, message or visit. A repeat by `mid:` or `gm:` key answers `already`. */
  'interaction.log': interactionLog,
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
  /** The entry goes to other records: it is about these and no others. */
  'interaction.move': z.strictObject({
    id,
    contactIds: z.array(id).check(z.maxLength(limits.contactsOfInteraction)),
    companyId: maybe(id),
    dealId: maybe(id),
    moreDealIds: moreDeals,
  }),
  /** Undo of a log: the entry becomes a tombstone and frees its fingerprint. */
  'interaction.undo': z.strictObject({ id }),
  /** Takes an entry out of the one it was joined into: they are two mails after all. */
  'interaction.separate': z.strictObject({ id }),
  'interaction.setPrivate': z.strictObject({ id, private: z.boolean() }),
  /** Asks the one it is private to, to be let in. */
  'interaction.askAccess': z.strictObject({ id }),
  'interaction.answerAccess': z.strictObject({ id, memberId: id, grant: z.boolean() }),
  /** Whoever is mentioned has seen it. */
  'interaction.settleMention': z.strictObject({ id }),
  /** A promise that is a task already gets no second one: its `promiseKey` is answered `already`. [Z6] */
  'task.add': z.extend(taskFields, { id }),
  /** Which promise it is, it stays. [Z6] */
  'task.edit': z.strictObject({ id, fields: z.partial(z.omit(taskFields, { promiseKey: true })) }),
  /** `next`: the task that follows by its rule, made with it and once only. */
  'task.complete': z.strictObject({
    id,
    at: instant,
    next: z.optional(z.strictObject({ id, dueDay: maybe(day), dueAt: maybe(instant) })),
    /** The interaction that did it. */
    via: z.optional(id),
  }),
  'task.reopen': z.strictObject({ id }),
  'task.remove': z.strictObject({ id }),
  'task.restore': z.strictObject({ id }),
  'relation.add': z.strictObject({
    id,
    fromNoun: relationEnd,
    fromId: id,
    kind: z.enum(relationKinds),
    toNoun: relationEnd,
    toId: id,
    note: maybe(text(limits.reason)),
  }),
  'relation.edit': z.strictObject({
    id,
    fields: z.partial(z.strictObject({ kind: z.enum(relationKinds), note: maybe(text(limits.reason)) })),
  }),
  'relation.remove': z.strictObject({ id }),
  'view.add': z.extend(viewFields, { id, noun: z.enum(viewNouns), private: z.boolean() }),
  /** Its maker, or whoever may administer, changes a shared one; `private: false` shares one's own. */
  'view.edit': z.strictObject({ id, fields: z.partial(viewFields), private: z.optional(z.boolean()) }),
  'view.remove': z.strictObject({ id }),
  /**
   * One part of an import: `id` is the import's. What is there by a certain key gets no second row; what cannot be used
   * of a row is left out, the others stay. [I1]
   */
  'import.rows': z.strictObject({
    id,
    file: filled(limits.name),
    /** Only who imports may see the import, its new contacts and interactions. */
    private: z.boolean(),
    companies: rowsOf(companyAdd),
    contacts: rowsOf(contactAdd),
    deals: rowsOf(z.extend(dealAdd, { closing: maybe(z.strictObject(closing)) })),
    interactions: rowsOf(interactionLog),
    changes: rowsOf(
      z.discriminatedUnion('noun', [
        changeOf('contact', z.partial(contactFields)),
        changeOf('company', z.partial(companyFields)),
        changeOf('deal', z.partial(dealFields)),
      ]),
    ),
  }),
  'recipe.add': z.strictObject({
    id,
    host: filled(255),
    kind: z.enum(['person', 'company']),
    shape: filled(limits.note),
  }),
  'recipe.remove': z.strictObject({ id }),
  /** The workspace's are its owners' and admins' to set; one of the same subject, value and effect is answered `already`. */
  'exclusion.add': z.strictObject({
    id,
    subject: z.enum(excludedSubjects),
    value: filled(limits.name),
    effect: z.enum(exclusionEffects),
    note: maybe(text(limits.reason)),
    private: z.boolean(),
  }),
  'exclusion.remove': z.strictObject({ id }),
  /** The two are kept in the order of their ids, whichever way round they were said. */
  'distinction.add': z
    .strictObject({
      id,
      noun: z.enum(['contact', 'company']),
      aId: id,
      bId: id,
      askAbove: maybe(z.number().check(z.gte(-1_000), z.lte(1_000))),
    })
    .check(z.refine(({ aId, bId }) => aId !== bId)),
  'distinction.remove': z.strictObject({ id }),
  /** Its maker's own; a second of the same scope, value and effect is answered `already`. */
  'logRule.add': z.strictObject({
    id,
    scope: z.enum(ruleScopes),
    value: text(limits.url),
    effect: z.enum(ruleEffects),
    dealId: maybe(id),
  }),
  'logRule.remove': z.strictObject({ id }),
  'template.add': z.extend(templateFields, { id, private: z.boolean() }),
  /** Its maker, or whoever may administer, changes a shared one; `private: false` shares one's own. */
  'template.edit': z.strictObject({
    id,
    fields: z.partial(templateFields),
    private: z.optional(z.boolean()),
  }),
  'template.remove': z.strictObject({ id }),
  /** That a file belongs to an interaction; its bytes come another way. */
  'file.add': z.strictObject({
    id,
    interactionId: id,
    name: filled(limits.title),
    type: maybe(text(limits.name)),
    size: z.int().check(z.gte(0), z.lte(limits.fileBytes)),
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    /** Of the mail, by which its entry is found where somebody else had logged it. */
    keys: z.optional(z.array(filled(limits.url)).check(z.maxLength(10))),
  }),
  'file.remove': z.strictObject({ id }),
  /** What it added goes, what it changed is as before; save what somebody worked on since. [I5] */
  'import.undo': z.strictObject({ id }),
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
