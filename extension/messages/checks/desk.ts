import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import type { DeskCalls } from '../desk.ts';
import { rowChipKinds } from '../rows.ts';
import { type Checks, filled, id, maybe, nothing, text } from './shapes.ts';

const account = filled(limits.name);

export const deskChecks: Checks<DeskCalls> = {
  pair: z.strictObject({ link: text(limits.url), deviceName: filled(100) }),
  unpair: z.strictObject({ place: id }),
  leave: z.strictObject({ anyway: z.boolean() }),
  takeOffer: z.strictObject({ deviceName: filled(100) }),
  declineOffer: nothing,
  switchPlace: z.strictObject({ place: id }),
  bindMailbox: z.strictObject({ account, place: maybe(id) }),
  setMailboxPrivate: z.strictObject({ account, private: z.boolean() }),
  mailboxes: nothing,
  readEnded: nothing,
  setLocale: z.strictObject({ locale: maybe(z.enum(['en', 'zh-CN', 'zh-TW'])) }),
  setLogOnSend: z.strictObject({ on: z.boolean() }),
  setRowChips: z.strictObject({
    on: z.optional(z.boolean()),
    leftOut: z.optional(z.array(z.enum(rowChipKinds)).check(z.maxLength(rowChipKinds.length))),
  }),
  setTheme: z.strictObject({ theme: maybe(z.enum(['light', 'dark'])) }),
  goTo: z.strictObject({ path: z.string().check(z.regex(/^\/[a-z]+(\/[\w-]{1,64})?$/)) }),
  ledger: nothing,
  health: nothing,
};
