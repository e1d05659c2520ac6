import * as z from 'zod/mini';
import type { RowCalls } from '../rows.ts';
import type { Checks } from './shapes.ts';

export const rowChecks: Checks<RowCalls> = {
  inbox: z.strictObject({ seen: z.int().check(z.gte(0), z.lte(100_000)) }),
  openThread: z.strictObject({ threadId: z.string().check(z.regex(/^[\w-]{1,100}$/)) }),
};
