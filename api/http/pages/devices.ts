import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { CodedError } from '../../../shared/kit/error.ts';
import { type Device, listDevices } from '../../services/device/list.ts';
import { revokeDevice } from '../../services/device/revoke.ts';
import { signOutEverywhere } from '../../services/device/sign-out-everywhere.ts';
import { fields, read } from './form.ts';
import type { Html } from './frame.ts';
import { hidden, timeText } from './parts.ts';
import { type Draw, memberOf, type Routes, signedIn } from './routes.ts';
import { tabbed } from './tabs.ts';
import { askerOf, goTo, type SignedInVisit, show, type Visit, type WorkspaceVisit } from './visit.ts';

/** Paired browsers: one's own in every workspace, and for admins all of one workspace. */
export function devicesPages({ page, step }: Routes): void {
  page('/devices', signedIn, mine);
  step(
    '/devices/revoke',
    signedIn,
    async (visit, form) => {
      const { workspace, id } = read(z.object({ workspace: fields.id, id: fields.id }), form);
      const here = visit.workspaces.find((each) => each.id === workspace);
      if (!here) throw new CodedError('not_found');
      const { world, devices } = visit.site;
      await revokeDevice(world, { ...askerOf(visit.person, here), role: 'member' }, devices, { id });
      return mine(visit, { good: true, text: m.server_devices_revoked({}, { locale: visit.locale }) });
    },
    mine,
  );
  step(
    '/devices/everywhere',
    signedIn,
    async (visit) => {
      const { world, devices, auth } = visit.site;
      const cookies = await auth.signOut(visit.c.req.raw.headers);
      await signOutEverywhere(world, devices, { userId: visit.person.id });
      return goTo({ ...visit, cookies }, '/sign-in');
    },
    mine,
  );
  page('/w/:workspace/devices', memberOf('admin'), ofWorkspace);
  step(
    '/w/:workspace/devices/revoke',
    memberOf('admin'),
    async (visit, form) => {
      const { world, devices } = visit.site;
      await revokeDevice(world, visit.asker, devices, read(z.object({ id: fields.id }), form));
      return ofWorkspace(visit, { good: true, text: m.server_devices_revoked({}, { locale: visit.locale }) });
    },
    ofWorkspace,
  );
}

const mine: Draw<SignedInVisit> = async (visit, said) => {
  const say = { locale: visit.locale };
  const lists = await Promise.all(
    visit.workspaces.map(async (here) => ({
      here,
      devices: await listDevices(visit.site.world, { ...askerOf(visit.person, here), role: 'member' }),
    })),
  );
  const some = lists.filter(({ devices }) => devices.length > 0);
  return show(visit, {
    title: m.server_devices_title({}, say),
    said,
    body: html`<p>${m.server_devices_lead({}, say)}</p>${some.length === 0 ? html`<p>${m.server_devices_none({}, say)}</p>` : ''}${some.map(
      ({ here, devices }) =>
        html`<h2>${here.name}</h2><ul class="rows">${devices.map((device) => rowOf(device, visit, '/devices/revoke', hidden('workspace', here.id)))}</ul>`,
    )}<h2>${m.server_devices_everywhere({}, say)}</h2><p>${m.server_devices_everywhere_lead({}, say)}</p><form method="post" action="/devices/everywhere"><button class="bad">${m.server_devices_everywhere({}, say)}</button></form>`,
  });
};

const ofWorkspace: Draw<WorkspaceVisit> = async (visit, said) => {
  const { site, asker, here, locale } = visit;
  const devices = await listDevices(site.world, asker);
  return tabbed(visit, 'devices', {
    title: m.server_devices_of_title({ workspace: here.name }, { locale }),
    said,
    body:
      devices.length === 0
        ? html`<p>${m.server_devices_none({}, { locale })}</p>`
        : html`<ul class="rows">${devices.map((device) => rowOf(device, visit, `/w/${here.id}/devices/revoke`, html``, device.userName))}</ul>`,
  });
};

function rowOf(device: Device, { locale }: Visit, action: string, more: Html, whose = ''): Html {
  const say = { locale };
  const seen =
    device.lastSeenAt === null
      ? m.server_devices_never({}, say)
      : m.server_devices_seen({ time: timeText(device.lastSeenAt, locale) }, say);
  const revoke = m.server_devices_revoke({}, say);
  return html`<li class="row"><div>${device.name}<small>${whose ? `${whose} - ` : ''}${seen}</small></div><form method="post" action="${action}">${hidden('id', device.id)}${more}<button class="quiet" aria-label="${revoke}: ${device.name}">${revoke}</button></form></li>`;
}
