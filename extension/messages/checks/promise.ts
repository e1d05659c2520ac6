import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import type { PromiseCalls } from '../promise.ts';
import { type Checks, filled, id, maybe, text } from './shapes.ts';

export const promiseChecks: Checks<PromiseCalls> = {
  promises: z.strictObject({ contactId: id, of: maybe(text(300)) }),
  keepPromise: z.strictObject({ id, contactId: id, key: filled(200), title: filled(limits.title) }),
  dismissPromise: z.strictObject({ key: filled(200) }),
  closePromise: z.strictObject({ taskId: id, deed: filled(200), via: maybe(id) }),
  notKept: z.strictObject({ taskId: id, deed: filled(200), reopen: z.boolean() }),
};
