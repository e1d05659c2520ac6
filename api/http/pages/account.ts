import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { changeName, changePassword } from '../../services/account/change.ts';
import { passwordLength } from '../../services/account/password.ts';
import { fields, read } from './form.ts';
import { field, newPasswordField } from './parts.ts';
import { type Draw, type Routes, signedIn } from './routes.ts';
import { type SignedInVisit, show } from './visit.ts';

/** One's own name and password. */
export function accountPages({ page, step }: Routes): void {
  page('/account', signedIn, draw);
  step(
    '/account/name',
    signedIn,
    async (visit, form) => {
      const { name } = read(z.object({ name: fields.name }), form);
      const { id, email, name: was } = visit.person;
      await changeName(visit.site.world, { userId: id, was, name, email });
      const renamed = { ...visit, person: { ...visit.person, name } };
      return draw(renamed, { good: true, text: m.server_account_name_done({}, { locale: visit.locale }) });
    },
    draw,
  );
  step(
    '/account/password',
    signedIn,
    async (visit, form) => {
      const { site, c, person, locale } = visit;
      site.tryOnce(c, { account: person.email });
      const given = read(z.object({ present: fields.anyPassword, password: fields.password }), form);
      await changePassword(site.world, site.auth, { ...given, userId: person.id });
      const session = await site.auth.signIn(person.email, given.password, c.req.raw.headers);
      return draw(
        { ...visit, ...session },
        { good: true, text: m.server_account_password_done({}, { locale }) },
      );
    },
    draw,
  );
}

const draw: Draw<SignedInVisit> = (visit, said) => {
  const { locale, person } = visit;
  const say = { locale };
  return show(visit, {
    title: m.server_account_title({}, say),
    said,
    narrow: true,
    body: html`<p class="soft">${person.email}</p><form method="post" action="/account/name">${field({
      name: 'name',
      label: m.server_label_name({}, say),
      value: person.name,
      complete: 'name',
    })}<button>${m.server_account_name_do({}, say)}</button></form><h2>${m.server_account_password({}, say)}</h2><form method="post" action="/account/password">${field(
      {
        name: 'present',
        label: m.server_label_old_password({}, say),
        type: 'password',
        complete: 'current-password',
        most: passwordLength.most,
      },
    )}${newPasswordField(locale, m.server_label_new_password({}, say))}<button>${m.server_reset_do({}, say)}</button></form>`,
  });
};
