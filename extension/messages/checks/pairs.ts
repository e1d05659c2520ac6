import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import type { PairCalls } from '../pairs.ts';
import { type Checks, id, maybe, nothing, text } from './shapes.ts';

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

export const pairChecks: Checks<PairCalls> = {
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
