import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import { interactionKinds } from '../../../shared/domain/rows.ts';
import type { RecordCalls } from '../calls.ts';
import {
  type Checks,
  day,
  filled,
  hidden,
  id,
  listQuery,
  made,
  maybe,
  newContact,
  nothing,
  noun,
  text,
} from './shapes.ts';

const number = z.int().check(z.gte(1));
const logChoice = z.strictObject({
  contactIds: z.optional(z.array(id).check(z.maxLength(limits.contactsOfInteraction))),
  companyId: z.optional(maybe(id)),
  dealIds: z.optional(z.array(id).check(z.maxLength(limits.keys))),
});
const value = maybe(z.union([text(limits.body), z.number()]));
const about = z.strictObject({
  contactIds: z.array(id).check(z.maxLength(limits.contactsOfInteraction)),
  companyId: maybe(id),
  dealId: maybe(id),
});

/** Those that work with records, logs and what waits to be sent; `act` and `actAll` are checked by their verbs. */
export const recordChecks: Checks<Omit<RecordCalls, 'act' | 'actAll'>> = {
  hello: z.strictObject({ nonce: maybe(text(100)), tabId: maybe(z.int()) }),
  select: z.strictObject({ key: text(limits.url) }),
  chooseTarget: logChoice,
  stopLogging: nothing,
  logPlace: z.strictObject({ id }),
  person: z.strictObject({ contactId: id }),
  company: z.strictObject({ companyId: id }),
  deal: z.strictObject({ dealId: id }),
  timeline: z.strictObject({
    noun,
    id,
    wanted: z.int().check(z.gte(1), z.lte(100_000)),
    ask: z.boolean(),
    filter: z.strictObject({
      kind: maybe(z.enum(interactionKinds)),
      by: maybe(id),
      contactId: maybe(id),
      text: text(200),
    }),
  }),
  ownFields: nothing,
  exclusions: nothing,
  happenings: z.strictObject({
    noun,
    id,
    limit: z.int().check(z.gte(1), z.lte(1_000)),
    ask: z.boolean(),
  }),
  joined: z.strictObject({ id }),
  today: nothing,
  tasks: nothing,
  team: nothing,
  search: z.strictObject({ text: text(200) }),
  log: z.strictObject({
    messages: z.union([
      z.enum(['selected', 'missing']),
      z.array(text(200)).check(z.minLength(1), z.maxLength(1_000)),
    ]),
    to: z.optional(logChoice),
    anyway: z.optional(z.boolean()),
    add: z.optional(newContact),
    private: hidden,
  }),
  addContact: newContact,
  note: z.strictObject({
    id: made,
    place: z.optional(filled(300)),
    text: filled(limits.note),
    about,
    page: maybe(z.strictObject({ url: text(limits.url), title: text(limits.title) })),
    private: hidden,
    mentions: z.optional(z.array(id).check(z.maxLength(limits.keys))),
  }),
  call: z.strictObject({
    id: made,
    about,
    outcome: text(limits.reason),
    durationS: maybe(z.int().check(z.gte(0), z.lte(864_000))),
    nextStep: maybe(z.strictObject({ title: filled(limits.title), dueDay: maybe(day) })),
    private: hidden,
  }),
  addDeal: z.strictObject({
    id: made,
    title: filled(limits.title),
    amountMinor: maybe(z.int().check(z.gte(0))),
    currency: maybe(z.string().check(z.regex(/^[A-Z]{3}$/))),
    expectedClose: maybe(day),
    need: maybe(text(limits.need)),
    contactIds: z.array(id).check(z.maxLength(limits.contactsOfInteraction)),
    companyId: maybe(id),
    stageId: maybe(id),
  }),
  board: z.strictObject({ pipelineId: maybe(id), query: maybe(listQuery) }),
  losing: z.strictObject({ pipelineId: id }),
  setDraft: z.strictObject({ place: filled(300), text: maybe(text(limits.note)) }),
  draft: z.strictObject({ place: filled(300) }),
  readPage: nothing,
  parked: nothing,
  discardParked: z.strictObject({ number }),
  retryParked: z.strictObject({
    number,
    typed: z.optional(z.record(text(100), value)),
    restore: z.optional(z.boolean()),
  }),
  history: z.strictObject({ noun: z.union([noun, z.literal('interaction')]), id }),
  restoreValue: z.strictObject({ noun, id, field: filled(100), value }),
  syncNow: nothing,
  setPrivate: z.strictObject({ private: z.boolean() }),
  otherWorkspaces: nothing,
  enter: z.strictObject({ workspaceId: id }),
};
