import * as z from 'zod/mini';
import { problemCodes, sameRules } from '../../shared/domain/import/planned.ts';
import { limits } from '../../shared/domain/limits.ts';
import { interactionKinds, lifeCycles, partyRoles } from '../../shared/domain/rows.ts';
import { day, filled, maybe, text } from './checks/shapes.ts';

/** Rows handed over in one call. */
export const mostStaged = 500;

const list = <T extends z.ZodMiniType>(schema: T, most: number = limits.keys) =>
  z.array(schema).check(z.maxLength(most));
const name = maybe(text(limits.name));
const instant = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
const own = z.record(filled(100), z.union([text(limits.note), z.number(), z.null()]));
const kind = z.enum(['email', 'phone', 'domain', 'profile', 'external']);
const key = z.strictObject({ kind, value: filled(limits.url) });
const role = { role: maybe(z.enum(partyRoles)), roleReason: maybe(text(limits.reason)) };
const externalIds = list(filled(limits.name));

const contact = z.strictObject({
  ...{ name, givenName: name, familyName: name, title: maybe(text(limits.title)) },
  ...{ lifeCycle: maybe(z.enum(lifeCycles)), owner: name, phone: name, address: maybe(text(limits.note)) },
  ...role,
  own,
  keys: list(z.extend(key, { source: maybe(text(100)) })),
});
const company = z.strictObject({
  ...{ name, domains: list(filled(255)), externalIds, industry: name, city: name, country: name },
  ...{ phone: name, website: maybe(text(limits.url)), owner: name },
  ...role,
  own,
});
const deal = z.strictObject({
  title: filled(limits.title),
  ...{ stage: name, pipeline: name, state: z.enum(['open', 'won', 'lost']), closedAt: maybe(instant) },
  ...{ lostReason: maybe(text(limits.reason)), competitor: name },
  amountMinor: maybe(z.int().check(z.gte(0))),
  currency: maybe(z.string().check(z.regex(/^[A-Z]{3}$/))),
  ...{ expectedClose: maybe(day), need: maybe(text(limits.need)), owner: name },
  externalIds,
  own,
  contacts: list(key, limits.contactsOfInteraction),
});
const interaction = z.strictObject({
  externalId: filled(limits.name),
  fingerprint: list(z.string().check(z.regex(/^(mid|gm|dg):\S/), z.maxLength(limits.subject)), 8),
  kind: z.enum(interactionKinds),
  direction: maybe(z.enum(['in', 'out'])),
  occurredAt: instant,
  durationS: maybe(z.int().check(z.gte(0), z.lte(864_000))),
  outcome: maybe(text(limits.reason)),
  subject: maybe(text(limits.subject)),
  body: maybe(text(limits.body)),
  link: maybe(text(limits.url)),
  participants: list(
    z.strictObject({ name, email: filled(limits.name), role: z.enum(['from', 'to', 'cc', 'bcc']) }),
    limits.participants,
  ),
  contacts: list(key, limits.contactsOfInteraction),
  deal: name,
});
const problem = z.strictObject({
  code: z.enum(problemCodes),
  column: maybe(text(limits.title)),
  text: maybe(text(300)),
  fatal: z.optional(z.boolean()),
});

export const plannedRows = list(
  z.strictObject({
    row: z.int().check(z.gte(1)),
    contact: maybe(contact),
    company: maybe(company),
    deal: maybe(deal),
    interactions: list(interaction, 200),
    source: name,
    problems: list(problem, 500),
  }),
  mostStaged,
);

export const importRules = z.strictObject({
  contacts: z.enum(sameRules),
  companies: z.enum(['skip', 'fill', 'update']),
  deals: z.enum(sameRules),
  private: z.boolean(),
  owner: z.nullable(z.string().check(z.maxLength(100))),
  campaign: z.nullable(z.string().check(z.maxLength(limits.name))),
});
