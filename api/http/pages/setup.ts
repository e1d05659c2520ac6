import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import { isSetUp, setUp } from '../../services/account/set-up.ts';
import { fields, read } from './form.ts';
import { codeField, emailField, field, newPasswordField } from './parts.ts';
import { anybody, type Draw, type Routes } from './routes.ts';
import { sentenceOf } from './sentence.ts';
import { goTo, show, type Visit } from './visit.ts';

/** Opened once, by the link that the server printed: the first person becomes the owner. */
export function setupPages({ page, step }: Routes): void {
  page('/setup', anybody, async (visit, said) =>
    (await isSetUp(visit.site.world))
      ? show(visit, {
          title: m.server_setup_title({}, { locale: visit.locale }),
          said: { good: false, text: sentenceOf(new CodedError('setup.done'), visit.locale) },
          body: html`<p><a href="/sign-in">${m.server_page_signin({}, { locale: visit.locale })}</a></p>`,
          narrow: true,
        })
      : draw(visit, said),
  );
  step(
    '/setup',
    anybody,
    async (visit, form) => {
      const { site, c } = visit;
      site.tryOnce(c, 'setup');
      const { code, name, email, password } = fields;
      const given = read(z.object({ code, name, email, password }), form);
      await setUp(site.world, site.auth, given);
      const session = await site.auth.signIn(given.email, given.password, c.req.raw.headers);
      return goTo({ ...visit, ...session }, '/');
    },
    draw,
  );
}

const draw: Draw<Visit> = (visit, said, form = {}) => {
  const { locale } = visit;
  const say = { locale };
  return show(visit, {
    title: m.server_setup_title({}, say),
    said,
    narrow: true,
    takesCode: true,
    body: html`<p>${m.server_setup_lead({}, say)}</p><form method="post" action="/setup">${codeField(locale, form.code)}${field(
      {
        name: 'name',
        label: m.server_label_name({}, say),
        complete: 'name',
        value: form.name,
      },
    )}${emailField(locale, form.email)}${newPasswordField(locale)}<button>${m.server_setup_do({}, say)}</button></form>`,
  });
};
