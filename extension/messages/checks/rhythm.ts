import * as z from 'zod/mini';
import type { RhythmCalls } from '../rhythm.ts';
import { type Checks, id, noun } from './shapes.ts';

export const rhythmChecks: Checks<RhythmCalls> = {
  rhythm: z.strictObject({ noun, id }),
};
