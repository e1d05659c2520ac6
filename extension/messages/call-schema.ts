import * as z from 'zod/mini';
import { differenceFields } from '../../shared/domain/contact/difference.ts';
import { limits } from '../../shared/domain/limits.ts';
import {
  interactionKinds,
  lifeCycles,
  ruleEffects,
  ruleScopes,
  viewNouns,
} from '../../shared/domain/rows.ts';
import { isListQuery, type ListQuery } from '../../shared/domain/view/query.ts';
import { verbs } from '../../shared/sync/mutation.ts';
import type { CallName, ToBackground } from './calls.ts';
import { exportFormats } from './export.ts';
import { importRules, plannedRows } from './import-schema.ts';
import { rowChipKinds } from './rows.ts';

z.config({ jitless: true });

const listQuery = z.custom<ListQuery>(isListQuery);
const text = (max: number) => z.string().check(z.maxLength(max));
const filled = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const maybe = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);
const id = text(100);
const nothing = z.strictObject({});
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const number = z.int().check(z.gte(1));

/** A UUID as rows have it. */
const made = z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}$/)));
/** A UUIDv7, as mutations want it. */
const made7 = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const hidden = z.optional(z.boolean());
const logChoice = z.strictObject({
  contactIds: z.optional(z.array(id).check(z.maxLength(limits.contactsOfInteraction))),
  companyId: z.optional(maybe(id)),
  dealIds: z.optional(z.array(id).check(z.maxLength(limits.keys))),
});
const account = filled(limits.name);
const noun = z.enum(['contact', 'company', 'deal']);
const ruleSubject = { scope: z.enum(ruleScopes), value: text(limits.url) };
const party = z.enum(['contact', 'company']);
const value = maybe(z.union([text(limits.body), z.number()]));
const newcomer = z.strictObject({
  name: text(limits.name),
  email: maybe(text(limits.name)),
  phone: maybe(text(limits.name)),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  title: maybe(text(limits.title)),
  companyName: maybe(text(limits.name)),
  domain: maybe(text(255)),
  address: maybe(text(limits.name)),
  url: maybe(text(limits.url)),
});
const newContact = z.strictObject({
  id: made,
  name: filled(limits.name),
  title: maybe(text(limits.title)),
  email: maybe(text(limits.name)),
  phone: maybe(text(limits.name)),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  companyName: maybe(text(limits.name)),
  companyId: made,
  domain: maybe(text(255)),
  address: maybe(text(limits.note)),
  url: maybe(text(limits.url)),
  lifeCycle: z.enum(lifeCycles),
  channel: text(100),
  page: maybe(text(limits.url)),
  private: hidden,
});
const difference = z.strictObject({
  contactId: id,
  field: z.enum(differenceFields),
  value: filled(limits.note),
});
const about = z.strictObject({
  contactIds: z.array(id).check(z.maxLength(limits.contactsOfInteraction)),
  companyId: maybe(id),
  dealId: maybe(id),
});

const wantedFile = z.strictObject({
  messageId: text(200),
  name: filled(limits.title),
  nth: z.int().check(z.gte(0), z.lte(limits.attachments)),
});

const listNoun = z.enum(viewNouns);
const bulkValue = maybe(z.union([text(limits.note), z.number()]));
const bulkChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    field: filled(120),
    value: bulkValue,
    was: z.optional(bulkValue),
    reason: z.optional(maybe(text(limits.reason))),
  }),
  z.strictObject({ kind: z.literal('task'), title: filled(limits.title), dueDay: maybe(day) }),
  z.strictObject({ kind: z.enum(['remove', 'restore', 'removeTasks']) }),
]);

const calls: Record<Exclude<CallName, 'act' | 'actAll'>, z.ZodMiniType> = {
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
  merging: z.strictObject({ noun: party, a: id, b: id }),
  merges: z.strictObject({ noun: party, id }),
  templates: nothing,
  templateValues: z.strictObject({ contactId: maybe(id) }),
  unsettle: z.strictObject({ taskId: id }),
  readSettled: nothing,
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
  addContacts: z.strictObject({ people: z.array(newContact).check(z.minLength(1), z.maxLength(200)) }),
  takeDifference: difference,
  dismissDifference: difference,
  teach: nothing,
  stopTeaching: nothing,
  saveTaught: nothing,
  rhythm: z.strictObject({ noun, id }),
  files: z.strictObject({ interactionId: id }),
  recordFiles: z.strictObject({ noun, id }),
  threadFiles: z.strictObject({ threadId: text(200), seen: text(200) }),
  keepFile: z.extend(wantedFile, { interactionId: id }),
  stopFile: wantedFile,
  removeFile: z.strictObject({ id: made7 }),
  retryFile: z.strictObject({ id }),
  filePart: z.strictObject({ id, part: z.int().check(z.gte(0), z.lte(1_000)) }),
  readCard: z.strictObject({ url: text(limits.url) }),
  recipes: nothing,
  point: z.strictObject({ at: maybe(z.int().check(z.gte(0), z.lte(1_000_000))) }),
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
  history: z.strictObject({ noun, id }),
  restoreValue: z.strictObject({ noun, id, field: filled(100), value }),
  syncNow: nothing,
  goTo: z.strictObject({ path: z.string().check(z.regex(/^\/[a-z]+(\/[\w-]{1,64})?$/)) }),
  pair: z.strictObject({ link: text(limits.url), deviceName: filled(100) }),
  unpair: z.strictObject({ place: id }),
  leave: z.strictObject({ anyway: z.boolean() }),
  takeOffer: z.strictObject({ deviceName: filled(100) }),
  declineOffer: nothing,
  switchPlace: z.strictObject({ place: id }),
  bindMailbox: z.strictObject({ account, place: maybe(id) }),
  setMailboxPrivate: z.strictObject({ account, private: z.boolean() }),
  setPrivate: z.strictObject({ private: z.boolean() }),
  rules: nothing,
  previewRule: z.strictObject(ruleSubject),
  promises: z.strictObject({ contactId: id, of: maybe(text(300)) }),
  keepPromise: z.strictObject({ id, contactId: id, key: filled(200), title: filled(limits.title) }),
  dismissPromise: z.strictObject({ key: filled(200) }),
  closePromise: z.strictObject({ taskId: id, deed: filled(200), via: maybe(id) }),
  notKept: z.strictObject({ taskId: id, deed: filled(200), reopen: z.boolean() }),
  setRule: z.strictObject({ ...ruleSubject, on: z.boolean(), dealId: z.optional(maybe(id)) }),
  unsetRule: z.strictObject({
    added: z.array(id).check(z.maxLength(10)),
    removed: z.array(z.strictObject({ ...ruleSubject, effect: z.enum(ruleEffects) })).check(z.maxLength(10)),
  }),
  undoRule: z.strictObject({ id }),
  missed: z.strictObject({ rows: z.int().check(z.gte(0)) }),
  silentDeals: nothing,
  newcomers: z.strictObject({ rows: z.int().check(z.gte(0)) }),
  laterNewcomer: z.strictObject({ email: text(limits.name) }),
  addNewcomer: z.strictObject({ email: text(limits.name), id: made7 }),
  otherWorkspaces: nothing,
  enter: z.strictObject({ workspaceId: id }),
  readEnded: nothing,
  mailboxes: nothing,
  importWorld: nothing,
  setLocale: z.strictObject({ locale: maybe(z.enum(['en', 'zh-CN', 'zh-TW'])) }),
  setLogOnSend: z.strictObject({ on: z.boolean() }),
  inbox: z.strictObject({ seen: z.int().check(z.gte(0), z.lte(100_000)) }),
  openThread: z.strictObject({ threadId: z.string().check(z.regex(/^[\w-]{1,100}$/)) }),
  setRowChips: z.strictObject({
    on: z.optional(z.boolean()),
    leftOut: z.optional(z.array(z.enum(rowChipKinds)).check(z.maxLength(rowChipKinds.length))),
  }),
  setTheme: z.strictObject({ theme: maybe(z.enum(['light', 'dark'])) }),
  palette: z.strictObject({ text: text(200) }),
  paletteUsed: z.strictObject({ what: filled(120) }),
  ledger: nothing,
  health: nothing,
  listStart: z.strictObject({ noun: listNoun }),
  list: z.strictObject({
    query: listQuery,
    from: z.int().check(z.gte(0)),
    count: z.int().check(z.gte(0), z.lte(500)),
  }),
  listIds: z.strictObject({ query: listQuery }),
  listValues: z.strictObject({ noun: listNoun, field: filled(120), text: text(200) }),
  bulk: z.strictObject({ noun: listNoun, ids: z.array(made7).check(z.maxLength(500)), change: bulkChange }),
  exportRows: z.strictObject({
    noun,
    format: z.enum(exportFormats),
    ids: z.array(id).check(z.maxLength(500)),
    first: z.boolean(),
    last: z.boolean(),
    written: z.int().check(z.gte(0)),
  }),
  importStage: z.strictObject({
    id: made7,
    file: filled(limits.name),
    total: z.int().check(z.gte(0), z.lte(limits.importFile)),
    from: z.int().check(z.gte(0), z.lte(limits.importFile)),
    rows: plannedRows,
  }),
  importCheck: z.strictObject({ id: made7, rules: importRules }),
  importRun: z.strictObject({ id: made7, rules: importRules }),
  importState: nothing,
  importCancel: z.strictObject({ id: made7 }),
  importProblems: z.strictObject({ id: made7, from: z.int().check(z.gte(0)) }),
  importUndo: z.strictObject({ id: made7 }),
  imports: nothing,
  importForget: z.strictObject({ id: made7 }),
  pairs: z.strictObject({
    noun: z.enum(['contact', 'company']),
    from: z.int().check(z.gte(0)),
    count: z.int().check(z.gte(1), z.lte(100)),
    of: z.optional(id),
  }),
  pairsCount: nothing,
  likely: newcomer,
  likelyEach: z.strictObject({ people: z.array(newcomer).check(z.maxLength(50)) }),
  likelyCompany: z.strictObject({
    name: text(limits.name),
    domain: maybe(text(255)),
    phone: maybe(text(limits.name)),
  }),
  lookAlikes: z.strictObject({
    hosts: z.array(text(255)).check(z.maxLength(50)),
    names: z.array(text(limits.name)).check(z.maxLength(50)),
  }),
  dismissLookAlike: z.strictObject({ seen: text(limits.name), known: text(limits.name) }),
};

const envelope = z.strictObject({
  id: z.int().check(z.gte(0)),
  call: z.string(),
  input: z.unknown(),
  place: z.optional(maybe(text(100))),
});
const act = z.strictObject({ verb: z.string(), input: z.unknown() });
export type CheckedCall = Exclude<ToBackground, { ping: true }> & { place: string | null };
/** `id` where it could be read, so that the asker can be told. */
export type Refused = { id: number | null; refused: string };

const schemaOf = (call: string): z.ZodMiniType | null =>
  Object.hasOwn(calls, call) ? calls[call as keyof typeof calls] : null;

function checkedAct(input: unknown): { verb: string; input: unknown } | null {
  const known = z.safeParse(act, input);
  if (!known.success || !Object.hasOwn(verbs, known.data.verb)) return null;
  const given = z.safeParse(verbs[known.data.verb as keyof typeof verbs] as z.ZodMiniType, known.data.input);
  return given.success ? { verb: known.data.verb, input: given.data } : null;
}

/** As many as one transaction of a browser takes without a pause that somebody sees. */
const actsAtOnce = z.strictObject({ changes: z.array(z.unknown()).check(z.minLength(1), z.maxLength(500)) });

function checkedActs(input: unknown): { verb: string; input: unknown }[] | null {
  const several = z.safeParse(actsAtOnce, input);
  if (!several.success) return null;
  const checked = several.data.changes.map(checkedAct);
  return checked.every((each) => each !== null) ? checked : null;
}

/** A call of the closed list with an input of its shape; nothing else gets past here. */
export function checkedCall(message: unknown): CheckedCall | Refused {
  const outer = z.safeParse(envelope, message);
  if (!outer.success) return { id: null, refused: 'envelope' };
  const { id: number, call, input, place = null } = outer.data;
  if (call === 'act') {
    const given = checkedAct(input);
    return given
      ? ({ id: number, call, input: given, place } as CheckedCall)
      : { id: number, refused: 'act' };
  }
  if (call === 'actAll') {
    const given = checkedActs(input);
    return given
      ? ({ id: number, call, input: { changes: given }, place } as CheckedCall)
      : { id: number, refused: 'actAll' };
  }
  const schema = schemaOf(call);
  if (!schema) return { id: number, refused: 'call' };
  const given = z.safeParse(schema, input);
  return given.success
    ? ({ id: number, call, input: given.data, place } as CheckedCall)
    : { id: number, refused: given.error.issues[0]?.path.join('.') || call };
}
