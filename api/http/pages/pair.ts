import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import { createPairingCode } from '../../services/pairing/create.ts';
import { fields, read } from './form.ts';
import { hidden, linkField, timeText } from './parts.ts';
import { anybody, type Draw, type Routes, signedIn } from './routes.ts';
import { type SignedInVisit, show, type Visit } from './visit.ts';

/** A code that carries the server's address: the extension reads it from this page by one click on its icon. */
export function pairPages({ page, step }: Routes): void {
  page('/pair', anybody, (visit, said) => (visit.person ? choose(visit, said) : explain(visit)));
  step('/pair', signedIn, make, choose);
}

async function make(visit: SignedInVisit, form: Record<string, string>): Promise<Response> {
  const { site, locale, person, workspaces } = visit;
  const { workspace } = read(z.object({ workspace: fields.id }), form);
  const here = workspaces.find(({ id }) => id === workspace);
  if (!here) throw new CodedError('not_found');
  const { code, expiresAt } = await createPairingCode(site.world, {
    workspaceId: here.id,
    userId: person.id,
  });
  const link = `${site.originOf(visit.c)}/pair#${code}`;
  const say = { locale };
  return show(visit, {
    title: m.server_pair_ready_title({}, say),
    pairing: link,
    narrow: true,
    body: html`<p>${m.server_pair_ready_lead({ workspace: here.name }, say)}</p><p class="code">${code}</p><p>${m.server_pair_ready_else({}, say)}</p>${linkField(
      m.server_pair_link({}, say),
      link,
    )}<p class="soft">${noteOf(expiresAt, visit)}</p>`,
  });
}

const noteOf = (at: number, { locale }: Visit) =>
  m.server_pair_ready_note({ time: timeText(at, locale) }, { locale });

const choose: Draw<Visit> = (visit, said) => {
  const say = { locale: visit.locale };
  const { workspaces } = visit;
  const make = m.server_pair_make({}, say);
  return show(visit, {
    title: m.server_pair_title({}, say),
    said,
    narrow: true,
    body:
      workspaces.length === 0
        ? html`<p>${m.server_home_none({}, say)}</p>`
        : html`<p>${m.server_home_pair_next({}, say)}</p>${workspaces.length > 1 ? html`<p>${m.server_pair_choose({}, say)}</p>` : ''}<ul class="rows">${workspaces.map(
            ({ id, name }) =>
              html`<li class="row"><div>${name}</div><form method="post" action="/pair">${hidden('workspace', id)}<button aria-label="${make}: ${name}">${make}</button></form></li>`,
          )}</ul>`,
  });
};

/** The one-time link of the console ends here. Its code stands behind the #, so it is never sent, logged or passed on. */
const explain = (visit: Visit): Response => {
  const say = { locale: visit.locale };
  const steps = [
    m.server_pair_step_copy({}, say),
    m.server_pair_step_open({}, say),
    m.server_pair_step_paste({}, say),
  ];
  return show(visit, {
    title: m.server_pair_title({}, say),
    narrow: true,
    body: html`<p>${m.server_pair_lead({}, say)}</p><ol>${steps.map((each) => html`<li>${each}</li>`)}</ol><p class="soft">${m.server_pair_note({}, say)}</p><p><a href="/sign-in?next=/pair">${m.server_page_signin({}, say)}</a></p>`,
  });
};
