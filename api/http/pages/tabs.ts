import { html, raw } from 'hono/html';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isAtLeast } from '../../services/member/role.ts';
import type { Content } from './frame.ts';
import { show, type WorkspaceVisit } from './visit.ts';

type Tab = 'members' | 'invitations' | 'devices' | 'settings' | 'data';

/** A page of one workspace, with its name and the ways to its other pages. */
export function tabbed(visit: WorkspaceVisit, present: Tab, content: Content): Response {
  const { here, locale } = visit;
  const say = { locale };
  const tabs: [Tab, string][] = [
    ['members', m.server_tab_members({}, say)],
    ...(isAtLeast(here.role, 'admin')
      ? ([
          ['invitations', m.server_tab_invitations({}, say)],
          ['devices', m.server_tab_devices({}, say)],
          ['settings', m.server_tab_workspace({}, say)],
        ] as [Tab, string][])
      : []),
    ...(here.role === 'owner' ? ([['data', m.server_tab_data({}, say)]] as [Tab, string][]) : []),
  ];
  return show(visit, {
    ...content,
    body: html`<nav class="tabs" aria-label="${m.server_tabs_label({}, say)}">${tabs.map(
      ([tab, text]) =>
        html`<a href="/w/${here.id}/${tab}"${tab === present ? raw(' aria-current="page"') : ''}>${text}</a>`,
    )}</nav>${content.body}`,
  });
}
