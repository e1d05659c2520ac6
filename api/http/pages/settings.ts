import { html } from 'hono/html';
import * as z from 'zod/mini';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { renameWorkspace } from '../../services/workspace/rename.ts';
import { fields, read } from './form.ts';
import { field } from './parts.ts';
import { type Draw, memberOf, type Routes } from './routes.ts';
import { tabbed } from './tabs.ts';
import type { WorkspaceVisit } from './visit.ts';

/** What an admin can change of a workspace as a whole. */
export function settingsPages({ page, step }: Routes): void {
  page('/w/:workspace/settings', memberOf('admin'), draw);
  step(
    '/w/:workspace/settings',
    memberOf('admin'),
    async (visit, form) => {
      const { name } = read(z.object({ name: fields.name }), form);
      await renameWorkspace(visit.site.world, { workspaceId: visit.here.id, name });
      const renamed = { ...visit, here: { ...visit.here, name } };
      return draw(renamed, { good: true, text: m.server_workspace_renamed({}, { locale: visit.locale }) });
    },
    draw,
  );
}

const draw: Draw<WorkspaceVisit> = (visit, said, form = {}) => {
  const { here, locale } = visit;
  const say = { locale };
  return tabbed(visit, 'settings', {
    title: here.name,
    said,
    body: html`<form method="post" action="/w/${here.id}/settings">${field({
      name: 'name',
      label: m.server_workspace_rename({}, say),
      value: form.name ?? here.name,
    })}<button>${m.server_workspace_rename_do({}, say)}</button></form>`,
  });
};
