import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { createLink, resetPassword } from '../../services/account/link.ts';
import { emailOf, userByEmail } from '../../services/account/user.ts';
import { fields, read } from './form.ts';
import { codeField, emailField, newPasswordField, timeText } from './parts.ts';
import { anybody, type Draw, type Routes } from './routes.ts';
import { show, type Visit } from './visit.ts';

/** A new password: by a link that an admin handed over, or one that was mailed. */
export function resetPages({ page, step }: Routes): void {
  page('/reset', anybody, draw);
  step(
    '/reset',
    anybody,
    async (visit, form) => {
      const { site, c } = visit;
      site.tryOnce(c, 'link');
      const given = read(z.object({ code: fields.code, password: fields.password }), form);
      await resetPassword(site.world, site.auth, given);
      return done(visit, m.server_reset_done({}, { locale: visit.locale }));
    },
    draw,
  );
  page('/forgot', anybody, forgot);
  step(
    '/forgot',
    anybody,
    async (visit, form) => {
      visit.site.tryOnce(visit.c, 'link');
      const { email } = read(z.object({ email: fields.email }), form);
      // Looked up and mailed after the answer, which so comes alike, and as fast, for every address.
      setTimeout(
        () => mailLink(visit, email).catch((err: unknown) => visit.site.log.error({ err }, 'unexpected')),
        50,
      );
      return done(visit, m.server_forgot_done({}, { locale: visit.locale }));
    },
    forgot,
  );
}

async function mailLink({ site, c, locale }: Visit, email: string): Promise<void> {
  const user = await userByEmail(site.world.directory, email);
  if (!user || !site.mailer) return;
  const { code, expiresAt } = await createLink(site.world, { userId: user.id, kind: 'reset' });
  const link = `${site.originOf(c)}/reset#${code}`;
  const say = { locale };
  site.mailer.send({
    to: emailOf(email),
    subject: m.server_mail_reset_subject({}, say),
    text: m.server_mail_reset_text({ link, time: timeText(expiresAt, locale) }, say),
  });
}

const done = (visit: Visit, text: string): Response =>
  show(visit, {
    title: m.server_reset_title({}, { locale: visit.locale }),
    said: { good: true, text },
    narrow: true,
    body: html`<p><a href="/sign-in">${m.server_page_signin({}, { locale: visit.locale })}</a></p>`,
  });

const draw: Draw<Visit> = (visit, said, form = {}) => {
  const { locale } = visit;
  const say = { locale };
  return show(visit, {
    title: m.server_reset_title({}, say),
    said,
    narrow: true,
    takesCode: true,
    body: html`<p>${m.server_reset_lead({}, say)}</p><form method="post" action="/reset">${codeField(locale, form.code)}${newPasswordField(
      locale,
      m.server_label_new_password({}, say),
    )}<button>${m.server_reset_do({}, say)}</button></form>`,
  });
};

const forgot: Draw<Visit> = (visit, said, form = {}) => {
  const { locale, site } = visit;
  const say = { locale };
  return show(visit, {
    title: m.server_forgot_title({}, say),
    said,
    narrow: true,
    body: site.mailer
      ? html`<p>${m.server_forgot_lead({}, say)}</p><form method="post" action="/forgot">${emailField(locale, form.email)}<button>${m.server_forgot_do({}, say)}</button></form>`
      : html`<p>${m.server_forgot_by_hand({}, say)}</p>`,
  });
};
