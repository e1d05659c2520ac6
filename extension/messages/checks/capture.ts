import * as z from 'zod/mini';
import { differenceFields } from '../../../shared/domain/contact/difference.ts';
import { limits } from '../../../shared/domain/limits.ts';
import type { CaptureCalls } from '../capture.ts';
import { type Checks, filled, id, maybe, newContact, nothing, text } from './shapes.ts';

const difference = z.strictObject({
  contactId: id,
  field: z.enum(differenceFields),
  value: filled(limits.note),
});

export const captureChecks: Checks<CaptureCalls> = {
  addContacts: z.strictObject({ people: z.array(newContact).check(z.minLength(1), z.maxLength(200)) }),
  takeDifference: difference,
  dismissDifference: difference,
  teach: nothing,
  stopTeaching: nothing,
  saveTaught: nothing,
  recipes: nothing,
  readCard: z.strictObject({ url: text(limits.url) }),
  point: z.strictObject({ at: maybe(z.int().check(z.gte(0), z.lte(1_000_000))) }),
};
