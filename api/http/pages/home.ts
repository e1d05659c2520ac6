import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { createWorkspace } from '../../services/workspace/create.ts';
import { listWorkspaces } from '../../services/workspace/list.ts';
import { fields, read } from './form.ts';
import { field, roleName } from './parts.ts';
import { anybody, type Draw, type Routes, serverOwner } from './routes.ts';
import { goTo, show, type Visit } from './visit.ts';

/** To a stranger: what this is, and nothing about who uses it. Signed in: one's workspaces. */
export function homePages({ page, step }: Routes): void {
  page('/', anybody, (visit, said) => (visit.person ? mine(visit, said) : greeting(visit)));
  step(
    '/workspaces',
    serverOwner,
    async (visit, form) => {
      const { name } = read(z.object({ name: fields.name }), form);
      const { locale, person } = visit;
      const { world } = visit.site;
      // One is the first again where that was deleted.
      const kind = (await listWorkspaces(world.directory)).some((each) => each.kind === 'home')
        ? 'team'
        : 'home';
      const { id } = await createWorkspace(world, { name, kind, owner: person, locale });
      return goTo(visit, `/w/${id}/invitations`);
    },
    mine,
  );
}

const mine: Draw<Visit> = (visit, said) => {
  const { locale, workspaces } = visit;
  const say = { locale };
  return show(visit, {
    title: m.server_home_welcome({}, say),
    said,
    body: html`${
      workspaces.length === 0
        ? html`<p>${m.server_home_none({}, say)}</p>`
        : html`<ul class="rows">${workspaces.map(
            ({ id, name, role }) =>
              html`<li class="row"><div><a href="/w/${id}/members">${name}</a><small>${roleName(role, locale)}</small></div></li>`,
          )}</ul><p><a href="/pair">${m.server_menu_pair({}, say)}</a> <span class="soft">${m.server_home_pair_next({}, say)}</span></p><p><a href="/extension">${m.server_extension_title({}, say)}</a></p><p><a href="/app">${m.server_app_menu({}, say)}</a> <span class="soft">${m.server_app_home({}, say)}</span></p>`
    }${
      visit.isServerOwner
        ? html`<h2>${m.server_home_create({}, say)}</h2><form method="post" action="/workspaces">${field({ name: 'name', label: m.server_home_create_name({}, say), most: 300 })}<button>${m.server_home_create_do({}, say)}</button></form>`
        : ''
    }`,
  });
};

const greeting = (visit: Visit): Response => {
  const say = { locale: visit.locale };
  return show(visit, {
    title: m.server_page_title({}, say),
    body: html`<p>${m.server_page_lead({}, say)}</p><p>${m.server_page_pair({}, say)}</p><p><a href="/extension">${m.server_extension_title({}, say)}</a></p><p><a href="/app">${m.server_app_menu({}, say)}</a> <span class="soft">${m.server_app_home({}, say)}</span></p><p><a href="/sign-in">${m.server_page_signin({}, say)}</a></p>`,
  });
};
