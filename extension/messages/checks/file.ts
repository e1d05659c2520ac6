import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import type { FileCalls } from '../file.ts';
import { type Checks, filled, id, made7, noun, text } from './shapes.ts';

const wantedFile = z.strictObject({
  messageId: text(200),
  name: filled(limits.title),
  nth: z.int().check(z.gte(0), z.lte(limits.attachments)),
});

export const fileChecks: Checks<FileCalls> = {
  files: z.strictObject({ interactionId: id }),
  recordFiles: z.strictObject({ noun, id }),
  threadFiles: z.strictObject({ threadId: text(200), seen: text(200) }),
  keepFile: z.extend(wantedFile, { interactionId: id }),
  stopFile: wantedFile,
  removeFile: z.strictObject({ id: made7 }),
  retryFile: z.strictObject({ id }),
  filePart: z.strictObject({ id, part: z.int().check(z.gte(0), z.lte(1_000)) }),
};
