import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import { createPairingCode } from '../../services/pairing/create.ts';
import { type Form, fields, read } from './form.ts';
import { hidden } from './parts.ts';
import { type Draw, type Routes, signedIn } from './routes.ts';
import { goTo, type SignedInVisit, show } from './visit.ts';

const path = '/app/pair/:asked';

/**
 * One click in the app of a signed-in person makes a code for their browser and sends it back behind the #, where it is
 * never sent or logged. `asked` names that browser's wish: an answer to somebody else's is not taken there.
 */
export function appPairPages({ page, step }: Routes): void {
  page(path, signedIn, choose);
  step(path, signedIn, pair, choose);
}

async function pair(visit: SignedInVisit, form: Form): Promise<Response> {
  const { site, person, workspaces, c } = visit;
  const [only, ...others] = workspaces;
  // The app itself names none; where there is a choice, it is made here.
  if (!only || (form.workspace === undefined && others.length > 0)) return goTo(visit, c.req.path);
  const { workspace } = read(z.object({ workspace: fields.id }), { workspace: only.id, ...form });
  const here = workspaces.find(({ id }) => id === workspace);
  if (!here) throw new CodedError('not_found');
  const { code } = await createPairingCode(site.world, { workspaceId: here.id, userId: person.id });
  return goTo(visit, `/app#/pair/${code}/${encodeURIComponent(c.req.param('asked') ?? '')}`);
}

const choose: Draw<SignedInVisit> = (visit, said) => {
  const { workspaces, c, locale } = visit;
  const say = { locale };
  const use = m.server_app_use({}, say);
  return show(visit, {
    title: m.server_app_title({}, say),
    said,
    narrow: true,
    body:
      workspaces.length === 0
        ? html`<p>${m.server_home_none({}, say)}</p>`
        : html`<p>${m.server_app_lead({}, say)}</p><ul class="rows">${workspaces.map(
            ({ id, name }) =>
              html`<li class="row"><div>${name}</div><form method="post" action="${c.req.path}">${hidden('workspace', id)}<button aria-label="${use}: ${name}">${use}</button></form></li>`,
          )}</ul>`,
  });
};
