import * as z from 'zod/mini';
import type { PaletteCalls } from '../palette.ts';
import { type Checks, filled, text } from './shapes.ts';

export const paletteChecks: Checks<PaletteCalls> = {
  palette: z.strictObject({ text: text(200) }),
  paletteUsed: z.strictObject({ what: filled(120) }),
};
