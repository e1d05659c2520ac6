import * as z from 'zod/mini';
import type { MergeCalls } from '../merge.ts';
import { type Checks, id, party } from './shapes.ts';

export const mergeChecks: Checks<MergeCalls> = {
  merging: z.strictObject({ noun: party, a: id, b: id }),
  merges: z.strictObject({ noun: party, id }),
};
