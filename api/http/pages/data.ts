import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { assertPassword } from '../../services/account/change.ts';
import { asideDays } from '../../services/backup/keep.ts';
import { erasePerson } from '../../services/erasure/erase.ts';
import { deleteWorkspace } from '../../services/erasure/workspace.ts';
import { exportPerson } from '../../services/export/person.ts';
import { exportWorkspace } from '../../services/export/workspace.ts';
import { usedBy } from '../../services/file/used.ts';
import { type Form, fields, read } from './form.ts';
import type { Html } from './frame.ts';
import { field, timeText } from './parts.ts';
import { type Draw, memberOf, type Routes } from './routes.ts';
import { tabbed } from './tabs.ts';
import { goTo, type WorkspaceVisit } from './visit.ts';

const path = '/w/:workspace/data';

/** What an owner does with the data as a whole. Each step asks for the password: a session left open is not enough. */
export function dataPages({ page, step }: Routes): void {
  const owner = memberOf('owner');
  page(path, owner, draw);
  step(`${path}/export`, owner, exportAll, draw);
  step(`${path}/person`, owner, exportOne, draw);
  step(`${path}/erase`, owner, erase, draw);
  step(`${path}/delete`, owner, remove, draw);
}

async function exportAll(visit: WorkspaceVisit, form: Form): Promise<Response> {
  await assertOwner(visit, form);
  const { site, here, person } = visit;
  const { path: file, remove } = await exportWorkspace(site.keeper, { workspaceId: here.id, by: person.id });
  const stream = createReadStream(file);
  // However the download ends, nothing of it stays on the server.
  stream.once('close', () => void remove());
  return attachment(Readable.toWeb(stream) as ReadableStream, 'application/zip', 'zip');
}

async function exportOne(visit: WorkspaceVisit, form: Form): Promise<Response> {
  await assertOwner(visit, form);
  const { email } = read(z.object({ email: fields.email }), form);
  const { world } = visit.site;
  const here = await world.workspace(visit.here.id);
  const parts = exportPerson(here, { person: { email }, by: visit.person.id, now: world.now() });
  // Its first part tells whether there is such a person.
  const first = await parts.next();
  const all = async function* () {
    yield first.value ?? '';
    yield* parts;
  };
  const bytes = Readable.from(all(), { encoding: 'utf8' }).map((text: string) => Buffer.from(text));
  return attachment(Readable.toWeb(bytes) as ReadableStream, 'application/json', 'json');
}

async function erase(visit: WorkspaceVisit, form: Form): Promise<Response> {
  const { site, here, person, locale } = visit;
  if (form.sure !== 'yes')
    return draw(visit, { good: false, text: m.server_data_sure_missing({}, { locale }) });
  await assertOwner(visit, form);
  const { email } = read(z.object({ email: fields.email }), form);
  await erasePerson(site.keeper, { workspaceId: here.id, person: { email }, by: person.id });
  return draw(visit, { good: true, text: m.server_data_erased({}, { locale }) });
}

async function remove(visit: WorkspaceVisit, form: Form): Promise<Response> {
  const { site, here, locale } = visit;
  if (form.name?.trim() !== here.name.trim())
    return draw(visit, { good: false, text: m.server_data_delete_other({}, { locale }) });
  await assertOwner(visit, form);
  await deleteWorkspace(site.keeper, { workspaceId: here.id, backup: form.backup === 'yes' });
  return goTo(visit, '/');
}

async function assertOwner({ site, c, person }: WorkspaceVisit, form: Form): Promise<void> {
  site.tryOnce(c, { account: person.email });
  const { present } = read(z.object({ present: fields.anyPassword }), form);
  await assertPassword(site.world, site.auth, { userId: person.id, present });
}

const attachment = (body: ReadableStream, type: string, end: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="sidebook-export.${end}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });

const draw: Draw<WorkspaceVisit> = async (visit, said) => {
  const { here, locale, site } = visit;
  const say = { locale };
  const gone = site.world.now() + Math.max(asideDays, site.keeper.settings.backups.keep) * 86_400_000;
  const password = passwordAgain(visit);
  const { db } = await site.world.workspace(here.id);
  const { files, bytes } = await usedBy(db);
  const used = { files, used: megabytes(bytes, locale), room: megabytes(site.world.fileRoom, locale) };
  const email = field({
    name: 'email',
    type: 'email',
    label: m.server_data_person_email({}, say),
    most: 254,
  });
  const to = (step: string) => `/w/${here.id}/data/${step}`;
  return tabbed(visit, 'data', {
    title: m.server_data_title({ workspace: here.name }, say),
    said,
    body: html`<p>${m.server_data_lead({}, say)}</p>
<h2>${m.server_data_export({}, say)}</h2><p>${m.server_data_export_lead({}, say)}</p><form method="post" action="${to('export')}">${password}<button>${m.server_data_export_do({}, say)}</button></form>
<h2>${m.server_data_files({}, say)}</h2><p>${m.server_data_files_used(used, say)}</p>
<h2>${m.server_data_person({}, say)}</h2><p>${m.server_data_person_lead({}, say)}</p><form method="post" action="${to('person')}">${email}${password}<button class="quiet">${m.server_data_person_export({}, say)}</button></form>
<details><summary>${m.server_data_erase({}, say)}</summary><p>${m.server_data_erase_lead({ time: timeText(gone, locale) }, say)}</p><form method="post" action="${to('erase')}">${email}${password}${tick('sure', m.server_data_erase_sure({}, say))}<button class="bad">${m.server_data_erase({}, say)}</button></form></details>
<details><summary>${m.server_data_delete({}, say)}</summary><p>${m.server_data_delete_lead({}, say)}</p><form method="post" action="${to('delete')}">${field({ name: 'name', label: m.server_data_delete_name({}, say) })}${password}${tick('backup', m.server_data_delete_backup({}, say), true)}<button class="bad">${m.server_data_delete_do({}, say)}</button></form></details>`,
  });
};

const megabytes = (bytes: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(
    bytes / 1_000_000,
  );

const passwordAgain = ({ locale }: WorkspaceVisit): Html =>
  field({
    name: 'present',
    type: 'password',
    label: m.server_data_password({}, { locale }),
    complete: 'current-password',
    most: 128,
  });

const tick = (name: string, label: string, on = false): Html =>
  html`<label class="tick"><input type="checkbox" name="${name}" value="yes"${on ? ' checked' : ''}>${label}</label>`;
