import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import { lifeCycles } from '../../../shared/domain/rows.ts';
import { isListQuery, type ListQuery } from '../../../shared/domain/view/query.ts';

z.config({ jitless: true });

/** Inputs of an area's calls, each with the shape that its type names; nothing else gets past. */
export type Checks<Area extends { [N in keyof Area]: { in: unknown } }> = {
  [N in keyof Area]: z.ZodMiniType<Loose<Area[N]['in']>>;
};
/** What may be left out may be said to be nothing: `undefined` does not cross a port. */
type Loose<T> = T extends readonly (infer E)[]
  ? readonly Loose<E>[]
  : T extends object
    ? { [K in keyof T]: undefined extends T[K] ? Loose<T[K]> | undefined : Loose<T[K]> }
    : T;

export const text = (max: number) => z.string().check(z.maxLength(max));
export const filled = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);
export const id = text(100);
export const nothing = z.strictObject({});
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** A UUID as rows have it. */
export const made = z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}$/)));
/** A UUIDv7, as mutations want it. */
export const made7 = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
export const hidden = z.optional(z.boolean());
export const noun = z.enum(['contact', 'company', 'deal']);
export const party = z.enum(['contact', 'company']);
export const newContact = z.strictObject({
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
export const listQuery = z.custom<ListQuery>(isListQuery);
