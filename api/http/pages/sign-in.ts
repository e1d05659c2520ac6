import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import type { SignedIn } from '../../services/account/auth.ts';
import { emailOf } from '../../services/account/user.ts';
import { type Form, fields, read } from './form.ts';
import { emailField, hidden, passwordField } from './parts.ts';
import { anybody, type Draw, type Routes } from './routes.ts';
import { goTo, show, type Visit } from './visit.ts';

/** Signing in and out on these pages. No answer tells whether there is an account. */
export function signInPages({ page, step }: Routes): void {
  page('/sign-in', anybody, (visit) =>
    visit.person ? goTo(visit, '/') : draw(visit, undefined, { next: visit.c.req.query('next') ?? '' }),
  );
  step(
    '/sign-in',
    anybody,
    async (visit, form) => goTo({ ...visit, ...(await sessionFor(visit, form)) }, nextOf(form.next)),
    draw,
  );
  step(
    '/sign-out',
    anybody,
    async (visit) => goTo({ ...visit, cookies: await visit.site.auth.signOut(visit.c.req.raw.headers) }, '/'),
    draw,
  );
}

/** A session for who knows the password; each address of the network and each account has so many tries a minute. */
export async function sessionFor({ site, c }: Visit, form: Form): Promise<SignedIn> {
  const { email, password } = read(z.object({ email: fields.email, password: fields.anyPassword }), form);
  site.tryOnce(c, { account: emailOf(email) });
  const session = await site.auth.signIn(emailOf(email), password, c.req.raw.headers);
  if (!session) throw new CodedError('auth.refused');
  return session;
}

/** A path of ours and nothing else: two slashes, or one that leans back, would lead to another host. */
export const nextOf = (next: string | undefined): string =>
  /^\/[\w-][\w/-]*$/.test(next ?? '') ? (next ?? '/') : '/';

const draw: Draw<Visit> = (visit, said, form = {}) => {
  const { locale } = visit;
  const say = { locale };
  return show(visit, {
    title: m.server_signin_title({}, say),
    said,
    narrow: true,
    body: html`<form method="post" action="/sign-in">${emailField(locale, form.email)}${passwordField(locale)}${
      form.next ? hidden('next', nextOf(form.next)) : ''
    }<button>${m.server_signin_do({}, say)}</button></form><p><a href="/forgot">${m.server_signin_forgot({}, say)}</a></p>`,
  });
};
