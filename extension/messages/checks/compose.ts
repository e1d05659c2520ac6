import * as z from 'zod/mini';
import type { ComposeCalls } from '../compose.ts';
import { type Checks, id, maybe, nothing, text } from './shapes.ts';

const templateAsk = z.strictObject({ id, email: maybe(text(300)), contactId: maybe(id) });

export const composeChecks: Checks<ComposeCalls> = {
  templates: nothing,
  templateValues: z.strictObject({ contactId: maybe(id) }),
  templateFor: templateAsk,
  writeTemplate: templateAsk,
  unsettle: z.strictObject({ taskId: id }),
  readSettled: nothing,
  forgetScheduled: z.strictObject({ key: text(200) }),
  readScheduled: nothing,
};
