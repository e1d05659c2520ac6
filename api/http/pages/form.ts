import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import { roles } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import { passwordLength } from '../../services/account/password.ts';

/** A form as it arrives: one text a field. */
export type Form = Record<string, string>;

/** Bytes of a form; the longest holds a name, an address, a password and a code. */
export const mostOfForm = 16_384;

export function formOf(body: string): Form {
  const form: Form = {};
  // First one wins, and no name can reach a prototype.
  for (const [name, value] of new URLSearchParams(body)) if (/^[a-z]{1,20}$/.test(name)) form[name] ??= value;
  return form;
}

/** Reads the fields that a page asks for; what is wrong is named by its field. */
export function read<T extends z.ZodMiniObject>(shape: T, form: Form): z.infer<T> {
  const parsed = z.safeParse(shape, form);
  if (parsed.success) return parsed.data;
  throw new CodedError('input.invalid', String(parsed.error.issues[0]?.path[0] ?? ''));
}

// Control characters have no place in a name, and would forge lines of a mail.
const plain = /^[^\p{Cc}]*$/u;

export const fields = {
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.name), z.regex(plain)),
  email: z.string().check(z.trim(), z.maxLength(254), z.regex(/^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+$/)),
  password: z.string().check(z.minLength(passwordLength.least), z.maxLength(passwordLength.most)),
  /** As somebody typed it to sign in: any text, but not a book. */
  anyPassword: z.string().check(z.minLength(1), z.maxLength(passwordLength.most)),
  /** A link's code, or the whole link. */
  code: z.pipe(
    z.string().check(z.maxLength(400)),
    z.transform((text: string) => text.slice(text.lastIndexOf('#') + 1).trim()),
  ),
  id: z.string().check(z.maxLength(36)),
  role: z.enum(roles),
};
