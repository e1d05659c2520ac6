import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import { ruleEffects, ruleScopes } from '../../../shared/domain/rows.ts';
import type { RuleCalls } from '../rules.ts';
import { type Checks, id, maybe, nothing, text } from './shapes.ts';

const ruleSubject = { scope: z.enum(ruleScopes), value: text(limits.url) };

export const ruleChecks: Checks<RuleCalls> = {
  rules: nothing,
  previewRule: z.strictObject(ruleSubject),
  setRule: z.strictObject({ ...ruleSubject, on: z.boolean(), dealId: z.optional(maybe(id)) }),
  unsetRule: z.strictObject({
    added: z.array(id).check(z.maxLength(10)),
    removed: z.array(z.strictObject({ ...ruleSubject, effect: z.enum(ruleEffects) })).check(z.maxLength(10)),
  }),
  undoRule: z.strictObject({ id }),
  missed: z.strictObject({ rows: z.int().check(z.gte(0)) }),
};
