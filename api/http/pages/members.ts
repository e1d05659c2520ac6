import { html, raw } from 'hono/html';
import * as z from 'zod/mini';
import { roles } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import { createLink } from '../../services/account/link.ts';
import { changeRole } from '../../services/member/change-role.ts';
import { listMembers, type MemberListed } from '../../services/member/list.ts';
import { removeMember } from '../../services/member/remove.ts';
import { isAtLeast } from '../../services/member/role.ts';
import { fields, read } from './form.ts';
import type { Html } from './frame.ts';
import { hidden, linkField, roleName, timeText } from './parts.ts';
import { type Draw, memberOf, type Routes } from './routes.ts';
import { tabbed } from './tabs.ts';
import { goTo, type WorkspaceVisit } from './visit.ts';

const one = z.object({ id: fields.id });

/** Who works here. Admins give roles, remove, and hand over links for a new password; everybody can leave. */
export function membersPages({ page, step }: Routes): void {
  page('/w/:workspace/members', memberOf('read-only'), draw);
  step(
    '/w/:workspace/members/role',
    memberOf('admin'),
    async (visit, form) => {
      const { id, role } = read(z.object({ id: fields.id, role: fields.role }), form);
      const { world, devices } = visit.site;
      await changeRole(world, visit.asker, devices, { userId: id, role });
      return draw(visit, { good: true, text: m.server_members_changed({}, { locale: visit.locale }) });
    },
    draw,
  );
  step(
    '/w/:workspace/members/remove',
    memberOf('admin'),
    async (visit, form) => {
      const { id } = read(one, form);
      const { world, devices } = visit.site;
      await removeMember(world, visit.asker, devices, { userId: id });
      return draw(visit, { good: true, text: m.server_members_removed({}, { locale: visit.locale }) });
    },
    draw,
  );
  step(
    '/w/:workspace/members/leave',
    memberOf('read-only'),
    async (visit) => {
      const { world, devices } = visit.site;
      await removeMember(world, visit.asker, devices, { userId: visit.person.id });
      return goTo(visit, '/');
    },
    draw,
  );
  step('/w/:workspace/members/reset', memberOf('admin'), resetLink, draw);
}

/** Whoever sets somebody's password is that person everywhere: so only for those whose every workspace one may admin. */
async function resetLink(visit: WorkspaceVisit, form: Record<string, string>): Promise<Response> {
  const { site, locale } = visit;
  const { id } = read(one, form);
  const known = (await listMembers(site.world.directory, visit.here.id)).find((each) => each.id === id);
  if (!known) throw new CodedError('not_found');
  if (!(await mayReset(visit, known))) throw new CodedError('auth.forbidden');
  const { code, expiresAt } = await createLink(site.world, { userId: id, kind: 'reset' });
  const said = { name: known.name, time: timeText(expiresAt, locale) };
  const say = { locale };
  return tabbed(visit, 'members', {
    title: m.server_members_reset_title(said, say),
    body: html`<p>${m.server_members_reset_lead(said, say)}</p>${linkField(m.server_link_label({}, say), `${site.originOf(visit.c)}/reset#${code}`)}`,
  });
}

async function mayReset({ site, asker }: WorkspaceVisit, { id, role }: MemberListed): Promise<boolean> {
  if (!isAtLeast(asker.role, role)) return false;
  const { rows } = await site.world.directory.execute(
    `SELECT 1 FROM membership t LEFT JOIN membership a ON a.workspace_id = t.workspace_id AND a.user_id = ? AND a.removed_at IS NULL
WHERE t.user_id = ? AND t.removed_at IS NULL AND (a.role IS NULL OR a.role NOT IN ('owner', 'admin') OR (t.role = 'owner' AND a.role <> 'owner'))`,
    [asker.userId, id],
  );
  return rows.length === 0;
}

const draw: Draw<WorkspaceVisit> = async (visit, said) => {
  const { site, here, locale } = visit;
  const members = await listMembers(site.world.directory, here.id);
  const say = { locale };
  return tabbed(visit, 'members', {
    title: here.name,
    said,
    body: html`<ul class="rows">${members.map((member) => rowOf(visit, member))}</ul><details><summary>${m.server_members_leave({}, say)}</summary><form method="post" action="/w/${here.id}/members/leave"><button class="bad">${m.server_members_leave({}, say)}</button></form></details>`,
  });
};

function rowOf({ here, asker, person, locale }: WorkspaceVisit, member: MemberListed): Html {
  const say = { locale };
  const { id, name } = member;
  const isMe = id === person.id;
  const mayChange = isAtLeast(here.role, 'admin') && (here.role === 'owner' || member.role !== 'owner');
  const grantable = roles.filter((role) => isAtLeast(asker.role, role));
  const seen =
    member.lastSeenAt === null
      ? ''
      : ` - ${m.server_devices_seen({ time: timeText(member.lastSeenAt, locale) }, say)}`;
  return html`<li class="row"><div>${name}${isMe ? html` <span class="soft">(${m.server_members_you({}, say)})</span>` : ''}<small>${member.email ?? ''}${seen}</small></div>${
    mayChange
      ? html`<form method="post" action="/w/${here.id}/members/role">${hidden('id', id)}<select name="role" aria-label="${m.server_members_role({ name }, say)}">${grantable.map(
          (role) =>
            html`<option value="${role}"${role === member.role ? raw(' selected') : ''}>${roleName(role, locale)}</option>`,
        )}</select><button class="quiet">${m.server_members_change({}, say)}</button></form>${
          isMe
            ? ''
            : html`<details><summary>${m.server_members_more({}, say)}</summary><p>${m.server_members_remove_lead({}, say)}</p><form method="post" action="/w/${here.id}/members/remove">${hidden('id', id)}<button class="bad">${m.server_members_remove({ name }, say)}</button></form>${
                member.email === null
                  ? ''
                  : html`<form method="post" action="/w/${here.id}/members/reset">${hidden('id', id)}<button class="quiet">${m.server_members_reset({}, say)}</button></form>`
              }</details>`
        }`
      : html`<span class="soft">${roleName(member.role, locale)}</span>`
  }</li>`;
}
