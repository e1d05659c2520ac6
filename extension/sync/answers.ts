import * as z from 'zod/mini';
import { type Noun, nouns } from '../../shared/domain/rows.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import type { PushAnswer } from '../../shared/sync/mutation.ts';

z.config({ jitless: true });

// What a server says is checked before it is stored: it may be broken, older, newer or somebody else's.
// Objects are loose, so that fields of a newer server are kept. [D7]
const id = z.string().check(z.minLength(1), z.maxLength(100));
const text = z.nullable(z.string());
const whole = z.nullable(z.number());
const base = {
  id,
  createdAt: z.number(),
  createdBy: text,
  updatedAt: z.number(),
  deletedAt: whole,
};
const origin = z.looseObject({ channel: text, page: text, campaign: text, referrer: text });
const own = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const ids = z.array(id);

const rows: Record<Noun, z.ZodMiniType> = {
  member: z.looseObject({ ...base, name: z.string(), email: text, role: z.string() }),
  pipeline: z.looseObject({ ...base, name: z.string(), position: z.number() }),
  stage: z.looseObject({
    ...base,
    pipelineId: id,
    name: z.string(),
    position: z.number(),
    probability: z.number(),
    colour: text,
  }),
  ownField: z.looseObject({
    ...base,
    noun: z.string(),
    key: z.string(),
    label: z.string(),
    kind: z.string(),
    options: z.array(z.string()),
    position: z.number(),
  }),
  company: z.looseObject({
    ...base,
    name: z.string(),
    domains: z.array(z.string()),
    industry: text,
    city: text,
    country: text,
    phone: text,
    website: text,
    ownerId: text,
    origin,
    own,
    mergedInto: text,
  }),
  contact: z.looseObject({
    ...base,
    name: z.string(),
    givenName: text,
    familyName: text,
    title: text,
    companyId: text,
    lifeCycle: z.string(),
    ownerId: text,
    origin,
    phone: text,
    address: text,
    keys: z.array(z.looseObject({ kind: z.string(), value: z.string(), source: text })),
    own,
    mergedInto: text,
  }),
  deal: z.looseObject({
    ...base,
    title: z.string(),
    pipelineId: id,
    stageId: id,
    state: z.enum(['open', 'won', 'lost']),
    amountMinor: whole,
    currency: text,
    expectedClose: text,
    need: text,
    companyId: text,
    contactIds: ids,
    ownerId: text,
    origin,
    closedAt: whole,
    lostReason: text,
    competitor: text,
    stageSince: z.number(),
    own,
  }),
  task: z.looseObject({
    ...base,
    title: z.string(),
    dueDay: text,
    dueAt: whole,
    contactId: text,
    companyId: text,
    dealId: text,
    ownerId: text,
    doneAt: whole,
  }),
  interaction: z.looseObject({
    ...base,
    kind: z.string(),
    direction: text,
    channel: text,
    occurredAt: z.number(),
    durationS: whole,
    outcome: text,
    subject: text,
    body: text,
    bodyState: text,
    link: text,
    threadKey: text,
    participants: z.array(z.looseObject({ name: text, email: z.string(), role: z.string() })),
    contactIds: ids,
    companyId: text,
    dealId: text,
    loggedBy: text,
    loggedAt: z.number(),
    fingerprint: z.array(z.string()),
    joinedInto: text,
  }),
};

const knownNouns: ReadonlySet<string> = new Set(nouns);
const deltaShape = z.looseObject({
  epoch: z.string(),
  rows: z.array(z.looseObject({ noun: z.string(), seq: z.number(), row: z.looseObject({ id }) })),
  cursor: z.int().check(z.gte(0)),
  more: z.boolean(),
  total: z.number(),
});

/** A delta whose every row has its noun's shape; null if any has not. Nouns of a newer server are left out. */
export function checkedDelta(answer: unknown): Delta | null {
  const delta = z.safeParse(deltaShape, answer);
  if (!delta.success) return null;
  const known = delta.data.rows.filter(({ noun }) => knownNouns.has(noun));
  for (const { noun, row } of known) if (!z.safeParse(rows[noun as Noun], row).success) return null;
  return { ...delta.data, rows: known } as unknown as Delta;
}

const number = z.int().check(z.gte(1));
const pushShape = z.looseObject({
  results: z.array(
    z.union([
      z.looseObject({ number, status: z.literal('applied') }),
      z.looseObject({ number, status: z.literal('already'), answer: z.looseObject({ id }) }),
      z.looseObject({ number, status: z.literal('refused'), code: z.string() }),
    ]),
  ),
  cursor: z.int().check(z.gte(0)),
});
export function checkedPush(answer: unknown): PushAnswer | null {
  const push = z.safeParse(pushShape, answer);
  return push.success ? (push.data as unknown as PushAnswer) : null;
}

const pairedShape = z.looseObject({
  token: z.string().check(z.minLength(20), z.maxLength(200)),
  workspace: z.looseObject({ id, name: z.string().check(z.maxLength(300)) }),
  member: z.looseObject({ id }),
});
export type Paired = { token: string; me: string; workspace: string };
export function checkedPaired(answer: unknown): Paired | null {
  const paired = z.safeParse(pairedShape, answer);
  if (!paired.success) return null;
  const { token, workspace, member } = paired.data;
  return { token, workspace: workspace.name, me: member.id };
}
