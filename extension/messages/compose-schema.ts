import * as z from 'zod/mini';
import { limits } from '../../shared/domain/limits.ts';
import { day, text } from './checks/shapes.ts';

// As everything that a tab says: closed shapes, capped sizes.
const person = z.strictObject({ name: z.nullable(text(limits.name)), email: text(limits.name) });
const people = z.array(person).check(z.maxLength(limits.participants));
const uuid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const key = z.string().check(z.regex(/^[\w:|#.-]{1,200}$/));
const deal = z.nullable(z.strictObject({ id: z.nullable(uuid) }));
const remind = z.strictObject({
  dueDay: day,
  dueAt: z.nullable(z.int().check(z.gte(0), z.lte(8_640_000_000_000_000))),
  zone: z.nullable(text(100)),
});

export const writing = z.strictObject({
  key,
  threadId: z.nullable(key),
  to: people,
  cc: people,
  bcc: people,
});
export const wish = z.strictObject({
  log: z.nullable(z.boolean()),
  private: z.nullable(z.boolean()),
  deal,
  remind: z.nullable(remind),
});
export const composeAsk = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('writing'), writing }),
  z.strictObject({ of: z.literal('plain'), on: z.boolean() }),
  z.strictObject({ of: z.literal('ended'), key, discarded: z.boolean() }),
  z.strictObject({ of: z.literal('wish'), key, wish }),
  z.strictObject({
    of: z.literal('scheduled'),
    subject: text(limits.subject),
    digest: z.nullable(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
    writing,
    wish,
  }),
  z.strictObject({ of: z.literal('templates') }),
  z.strictObject({ of: z.literal('fill'), id: uuid, to: z.nullable(person), deal }),
  z.strictObject({ of: z.literal('due'), text: text(200) }),
]);
