import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import type { TodayCalls } from '../today.ts';
import { type Checks, made7, nothing, text } from './shapes.ts';

export const todayChecks: Checks<TodayCalls> = {
  silentDeals: nothing,
  newcomers: z.strictObject({ rows: z.int().check(z.gte(0)) }),
  laterNewcomer: z.strictObject({ email: text(limits.name) }),
  addNewcomer: z.strictObject({ email: text(limits.name), id: made7 }),
};
