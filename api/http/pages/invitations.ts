import { html, raw } from 'hono/html';
import * as z from 'zod/mini';
import { roles } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { createInvitation } from '../../services/invitation/create.ts';
import { type InvitationListed, listInvitations, revokeInvitation } from '../../services/invitation/list.ts';
import { isAtLeast } from '../../services/member/role.ts';
import { fields, read } from './form.ts';
import type { Html } from './frame.ts';
import { field, hidden, linkField, roleName, timeText } from './parts.ts';
import { type Draw, memberOf, type Routes } from './routes.ts';
import { tabbed } from './tabs.ts';
import type { WorkspaceVisit } from './visit.ts';

/** Links by which people join; mailed too where a mail server is known. */
export function invitationsPages({ page, step }: Routes): void {
  page('/w/:workspace/invitations', memberOf('admin'), draw);
  step('/w/:workspace/invitations', memberOf('admin'), invite, draw);
  step(
    '/w/:workspace/invitations/revoke',
    memberOf('admin'),
    async (visit, form) => {
      await revokeInvitation(visit.site.world, visit.asker, read(z.object({ id: fields.id }), form));
      return draw(visit, { good: true, text: m.server_invite_revoked({}, { locale: visit.locale }) });
    },
    draw,
  );
}

async function invite(visit: WorkspaceVisit, form: Record<string, string>): Promise<Response> {
  const { site, here, locale, person } = visit;
  const { role } = read(z.object({ role: fields.role }), form);
  const email = form.email?.trim() ? read(z.object({ email: fields.email }), form).email : null;
  const { code, expiresAt } = await createInvitation(site.world, visit.asker, { role, email });
  const link = `${site.originOf(visit.c)}/join#${code}`;
  const time = timeText(expiresAt, locale);
  const say = { locale };
  const mailed = email !== null && site.mailer !== null;
  if (mailed)
    site.mailer?.send({
      to: email,
      subject: m.server_mail_invite_subject({ workspace: here.name }, say),
      text: m.server_mail_invite_text({ name: person.name, workspace: here.name, link, time }, say),
    });
  return tabbed(visit, 'invitations', {
    title: m.server_invite_made({}, say),
    said: mailed ? { good: true, text: m.server_invite_mailed({ email }, say) } : undefined,
    body: html`<p>${m.server_invite_made_lead({ time }, say)}</p>${linkField(m.server_link_label({}, say), link)}<p><a href="/w/${here.id}/invitations">${m.server_invite_back({}, say)}</a></p>`,
  });
}

const draw: Draw<WorkspaceVisit> = async (visit, said, form = {}) => {
  const { site, here, locale, asker } = visit;
  const say = { locale };
  const open = await listInvitations(site.world, here.id);
  const grantable = roles.filter((role) => isAtLeast(asker.role, role));
  const chosen = form.role ?? 'member';
  return tabbed(visit, 'invitations', {
    title: m.server_invite_title({}, say),
    said,
    body: html`<form method="post" action="/w/${here.id}/invitations">${field({
      name: 'email',
      type: 'email',
      label: m.server_invite_email({}, say),
      hint: site.mailer ? m.server_invite_email_hint_mail({}, say) : m.server_invite_email_hint({}, say),
      value: form.email,
      most: 254,
      optional: true,
    })}<label>${m.server_invite_role({}, say)}<select name="role">${grantable.map(
      (role) =>
        html`<option value="${role}"${role === chosen ? raw(' selected') : ''}>${roleName(role, locale)}</option>`,
    )}</select></label><button>${m.server_invite_do({}, say)}</button></form><h2>${m.server_invite_open({}, say)}</h2>${
      open.length === 0
        ? html`<p class="soft">${m.server_invite_none({}, say)}</p>`
        : html`<ul class="rows">${open.map((each) => rowOf(visit, each))}</ul>`
    }`,
  });
};

function rowOf(
  { here, locale }: WorkspaceVisit,
  { id, role, email, byName, expiresAt }: InvitationListed,
): Html {
  const say = { locale };
  const facts = [
    roleName(role, locale),
    m.server_invite_until({ time: timeText(expiresAt, locale) }, say),
    ...(byName ? [m.server_invite_by({ name: byName }, say)] : []),
  ];
  return html`<li class="row"><div>${email ?? m.server_invite_anyone({}, say)}<small>${facts.join(' - ')}</small></div><form method="post" action="/w/${here.id}/invitations/revoke">${hidden('id', id)}<button class="quiet">${m.server_invite_revoke({}, say)}</button></form></li>`;
}
