import * as z from 'zod/mini';
import { partBytes } from '../../shared/domain/attachment/parts.ts';
import { automaticKinds } from '../../shared/domain/automatic/kinds.ts';
import { limits } from '../../shared/domain/limits.ts';
import {
  longestSentence,
  longestWhat,
  mostPromised,
  promiseKinds,
} from '../../shared/domain/promise/kinds.ts';
import { nameDoubts } from '../../shared/identity/mailbox/display-name.ts';
import { evidences, sightingFields } from '../../shared/identity/sighting.ts';
import type { MailRead } from '../gmail/surface.ts';
import { text } from './checks/shapes.ts';
import { composeAsk, wish, writing } from './compose-schema.ts';
import { placeAsks } from './places.ts';
import { mostNamed, mostRows } from './rows.ts';
import type { CardAnswer, FilePartRead, FromTab, PageScreen } from './tab.ts';

// What a content script says may have been said by the page's compromised renderer: closed shapes, capped sizes.
const name = z.nullable(text(limits.name));
const gmailId = z.string().check(z.regex(/^[\w:|#.-]{1,200}$/));
const person = z.strictObject({ name, email: text(limits.name) });
const people = z.array(person).check(z.maxLength(limits.participants));
const evidence = z.enum(evidences);
const confidence = z.number().check(z.gte(0), z.lte(1));
const at = z.optional(z.int().check(z.gte(0), z.lte(1_000_000)));
const seen = z.strictObject({ value: text(limits.note), source: evidence, confidence, at });
const key = z.strictObject({
  kind: z.enum(['email', 'phone', 'domain', 'profile', 'external']),
  value: text(limits.url),
});
const field = z.enum(sightingFields);
const sighting = z.strictObject({
  kind: z.enum(['person', 'company']),
  role: z.optional(z.enum(['from', 'to', 'cc', 'bcc', 'reply-to'])),
  keys: z
    .array(z.strictObject({ value: key, source: evidence, confidence, at }))
    .check(z.maxLength(limits.keys)),
  fields: z.partialRecord(field, seen),
  others: z.optional(z.partialRecord(field, z.array(seen).check(z.maxLength(10)))),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  doubt: z.optional(z.enum(nameDoubts)),
});
/** More people than a page can sensibly show are cut by its reader; a longer list is a forgery. */
const sightings = z.array(sighting).check(z.maxLength(500));
const theme = z.enum(['light', 'dark']);

const size = z.int().check(z.gte(0));
const attachments = z.optional(
  z
    .array(
      z.strictObject({
        name: text(limits.title).check(z.minLength(1)),
        size: z.nullable(size),
        type: z.nullable(text(limits.name)),
      }),
    )
    .check(z.maxLength(limits.attachments)),
);
const promised = z.strictObject({
  by: z.enum(['writer', 'reader']),
  kind: z.enum(promiseKinds),
  what: text(longestWhat),
  sentence: text(longestSentence),
  clause: z.strictObject({
    start: z.int().check(z.gte(0), z.lte(longestSentence)),
    end: z.int().check(z.gte(0), z.lte(longestSentence)),
  }),
  onlyDated: z.boolean(),
  confidence,
});
const saidOf = z
  .array(
    z.strictObject({
      kinds: z.array(z.enum(promiseKinds)).check(z.maxLength(promiseKinds.length)),
      sentence: text(longestSentence),
    }),
  )
  .check(z.maxLength(mostPromised));
const talk = {
  made: z.array(promised).check(z.maxLength(mostPromised)),
  kept: saidOf,
  pending: z.optional(saidOf),
};
const digest = z.string().check(z.regex(/^dg:\d{1,12}:[0-9a-f]{32}$/));
const forwarded = z.strictObject({
  people: z.array(person).check(z.maxLength(20)),
  digests: z.array(digest).check(z.maxLength(40)),
});
const instant = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
const message = z.strictObject({
  id: gmailId,
  loaded: z.boolean(),
  from: person,
  to: people,
  cc: people,
  digests: z.array(digest).check(z.maxLength(2)),
  automatic: z.optional(z.enum(automaticKinds)),
  about: z.optional(person),
  at: z.optional(instant),
  forwarded: z.optional(forwarded),
  attachments,
  failed: z.optional(z.array(text(limits.name)).check(z.maxLength(20))),
  talk: z.optional(z.strictObject({ ...talk, at: z.nullable(instant) })),
});
const mailScreen = z.strictObject({
  account: text(limits.name),
  theme,
  density: z.optional(z.enum(['compact', 'comfortable'])),
  listed: z.array(text(limits.name)).check(z.maxLength(300)),
  thread: z.nullable(
    z.strictObject({
      id: gmailId,
      subject: text(limits.subject),
      messages: z.array(message).check(z.maxLength(1_000)),
      selectedId: z.nullable(gmailId),
      sightings,
    }),
  ),
});
const row = z.strictObject({
  id: gmailId,
  lastId: z.nullable(gmailId),
  subject: text(limits.subject),
  people: z.array(person).check(z.maxLength(mostNamed)),
  to: z.boolean(),
  at: z.nullable(instant),
  count: z.int().check(z.gte(1), z.lte(10_000)),
  unread: z.boolean(),
  draft: z.boolean(),
});
const pageScreen = z.strictObject({
  url: text(limits.url),
  title: text(limits.title),
  readable: z.boolean(),
  selection: z.nullable(text(limits.note)),
  sightings,
  cards: z.optional(z.array(text(limits.url)).check(z.maxLength(10))),
  taught: z.optional(
    z
      .array(z.strictObject({ id: text(100), found: z.int().check(z.gte(0), z.lte(1_000)) }))
      .check(z.maxLength(20)),
  ),
});
const taughtHere = z.strictObject({
  kind: z.enum(['person', 'company']),
  shape: text(limits.note),
  found: z.int().check(z.gte(1), z.lte(1_000)),
  people: z
    .array(
      z.strictObject({
        name: text(limits.name),
        title: z.nullable(text(limits.title)),
        organisation: name,
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
});
const requests = z
  .array(z.strictObject({ url: text(limits.url), ok: z.boolean(), bytes: z.number() }))
  .check(z.maxLength(20));
const mailRead = z.strictObject({
  id: gmailId,
  threadId: gmailId,
  subject: text(limits.subject),
  from: person,
  to: people,
  cc: people,
  bcc: people,
  at: instant,
  direction: z.enum(['in', 'out']),
  text: z.nullable(text(limits.body)),
  bodyState: z.enum(['read', 'empty', 'subject-only']),
  fingerprint: z
    .array(z.string().check(z.regex(/^(mid|gm|dg):\S/), z.maxLength(limits.subject)))
    .check(z.maxLength(10)),
  link: text(limits.url),
  automatic: z.optional(z.enum(automaticKinds)),
  about: z.optional(person),
  forwarded: z.optional(forwarded),
  attachments,
  talk: z.optional(z.strictObject(talk)),
  requests,
});
const count = z.int().check(z.gte(0));
const word = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
const health = z.strictObject({
  level: z.enum(['inboxsdk', 'dom']),
  sdk: z.nullable(z.string().check(z.regex(/^\d{1,4}(?:\.\d{1,4}){1,3}$/))),
  without: z.nullable(z.enum(['loading', 'timeout', 'failed', 'not-built'])),
  place: z.nullable(word),
  layout: z.strictObject({
    nav: z.enum(['classic', 'app', 'unknown']),
    pane: z.enum(['none', 'right', 'below']),
    conversations: z.boolean(),
    narrow: z.boolean(),
    delegated: z.boolean(),
    popOut: z.boolean(),
  }),
  language: z.nullable(z.string().check(z.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/))),
  functions: z
    .array(
      z.strictObject({
        name: word,
        state: z.enum(['works', 'otherwise', 'missing']),
        why: z.nullable(z.enum(['not-found', 'threw'])),
      }),
    )
    .check(z.maxLength(50)),
  probes: z.array(z.strictObject({ name: word, ok: count, failed: count })).check(z.maxLength(100)),
});
const sent = z.strictObject({ threadId: gmailId, messageId: gmailId });

const fromTab = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('wake') }),
  z.strictObject({
    type: z.literal('frame'),
    nonce: z.string().check(z.regex(/^[\w-]{16,100}$/)),
    route: z.optional(z.boolean()),
  }),
  z.strictObject({ type: z.literal('place'), ask: z.enum(placeAsks) }),
  z.strictObject({ type: z.literal('pointed'), email: text(limits.name) }),
  z.strictObject({ type: z.literal('suggest'), query: text(200) }),
  z.strictObject({ type: z.literal('mail'), screen: mailScreen, level: z.enum(['inboxsdk', 'dom']) }),
  z.strictObject({ type: z.literal('rows'), rows: z.array(row).check(z.maxLength(mostRows)) }),
  z.strictObject({
    type: z.literal('sent'),
    sent: z.nullable(sent),
    read: z.nullable(mailRead),
    writing: z.nullable(writing),
    wish: z.nullable(wish),
  }),
  z.strictObject({ type: z.literal('compose'), ask: composeAsk }),
  z.strictObject({ type: z.literal('set-log-on-send'), on: z.boolean() }),
  z.strictObject({ type: z.literal('health'), health }),
  z.strictObject({ type: z.literal('page'), screen: pageScreen }),
  z.strictObject({ type: z.literal('read-me') }),
  z.strictObject({ type: z.literal('recipes') }),
  z.strictObject({ type: z.literal('taught'), taught: z.nullable(taughtHere) }),
  z.strictObject({ type: z.literal('doubt') }),
]);

export function checkedFromTab(message: unknown): FromTab | null {
  const known = z.safeParse(fromTab, message);
  return known.success ? (known.data as FromTab) : null;
}
export function checkedReads(answer: unknown): MailRead[] | null {
  const known = z.safeParse(z.looseObject({ reads: z.array(mailRead).check(z.maxLength(1_000)) }), answer);
  return known.success ? (known.data.reads as MailRead[]) : null;
}
const filePart = z.strictObject({
  type: z.nullable(text(limits.name)),
  size,
  bytes: text((partBytes / 3) * 4),
  requests,
});
export function checkedFilePart(answer: unknown): FilePartRead | null {
  const known = z.safeParse(z.looseObject({ file: filePart }), answer);
  return known.success ? known.data.file : null;
}
const cardAnswer = z.strictObject({
  sightings,
  status: z.nullable(z.int()),
  bytes: z.number(),
});
export function checkedCards(answer: unknown): CardAnswer | null {
  const known = z.safeParse(cardAnswer, answer);
  return known.success ? (known.data as CardAnswer) : null;
}
export function checkedPage(answer: unknown): PageScreen | null {
  const known = z.safeParse(pageScreen, answer);
  return known.success ? (known.data as PageScreen) : null;
}
