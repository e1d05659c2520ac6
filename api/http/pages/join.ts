import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { joinAnew, joinAs } from '../../services/invitation/accept.ts';
import { fields, read } from './form.ts';
import { codeField, emailField, field, hidden, newPasswordField, passwordField } from './parts.ts';
import { anybody, type Draw, type Routes } from './routes.ts';
import { sessionFor } from './sign-in.ts';
import { goTo, show, type Visit } from './visit.ts';

const joined = (visit: Visit, workspaceId: Id) => goTo(visit, `/w/${workspaceId}/members`);

/** The only way to an account: an invitation's link. Its code stands behind the #, so no log ever holds it. */
export function joinPages({ page, step }: Routes): void {
  page('/join', anybody, draw);
  step(
    '/join',
    anybody,
    async (visit, form) => {
      const { site, c, person } = visit;
      site.tryOnce(c, 'link');
      const { code } = read(z.object({ code: fields.code }), form);
      if (person && form.how === 'here') {
        const { id: userId, email } = person;
        const { workspaceId } = await joinAs(site.world, site.devices, { code, userId, email });
        return joined(visit, workspaceId);
      }
      if (form.how === 'known') {
        const session = await sessionFor(visit, form);
        const { id: userId, email } = session.person;
        const { workspaceId } = await joinAs(site.world, site.devices, { code, userId, email });
        return joined({ ...visit, ...session }, workspaceId);
      }
      const { name, email, password } = fields;
      const given = read(z.object({ name, email, password }), form);
      const { workspaceId } = await joinAnew(site.world, site.devices, site.auth, { ...given, code });
      const session = await site.auth.signIn(given.email, given.password, c.req.raw.headers);
      return joined({ ...visit, ...session }, workspaceId);
    },
    draw,
  );
}

const draw: Draw<Visit> = (visit, said, form = {}) => {
  const { locale, person } = visit;
  const say = { locale };
  const wasKnown = form.how === 'known';
  return show(visit, {
    title: m.server_join_title({}, say),
    said,
    narrow: true,
    takesCode: true,
    body: html`<p>${m.server_join_lead({}, say)}</p>${
      person
        ? html`<form method="post" action="/join">${hidden('how', 'here')}<p>${m.server_join_as({ name: person.name, email: person.email }, say)}</p>${codeField(locale, form.code)}<button>${m.server_join_as_do({}, say)}</button></form>`
        : html`<h2>${m.server_join_new({}, say)}</h2><form method="post" action="/join">${hidden('how', 'new')}${codeField(locale, form.code)}${field(
            {
              name: 'name',
              label: m.server_label_name({}, say),
              complete: 'name',
              value: form.name,
            },
          )}${emailField(locale, wasKnown ? '' : form.email)}${newPasswordField(locale)}<button>${m.server_join_new_do({}, say)}</button></form><h2>${m.server_join_known({}, say)}</h2><form method="post" action="/join">${hidden('how', 'known')}${codeField(locale, form.code)}${emailField(locale, wasKnown ? form.email : '')}${passwordField(locale)}<button class="quiet">${m.server_join_known_do({}, say)}</button></form>`
    }`,
  });
};
