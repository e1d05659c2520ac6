import * as m from '../../../shared/i18n/compiled/messages.js';
import type { SidebarState } from '../../messages/state.ts';
import type { MenuItem } from '../../ui/MenuRow.tsx';
import type { Session } from './session.ts';

/**
 * Which workspace is shown, where there are several. In a mailbox that is bound to one, picking another binds it to
 * that; elsewhere it is the one shown everywhere.
 */
export function placeItems(session: Session, { place, places, mailbox }: SidebarState): MenuItem[] {
  const { client } = session;
  const change = (event: Event, run: () => Promise<unknown>) => void session.change(event, run);
  const several = places.length > 1;
  const items: MenuItem[] = !several
    ? []
    : places.map(({ id, workspace, server }) => ({
        id: `place ${id}`,
        label: workspace,
        text: workspace,
        // Two servers may have workspaces of one name.
        ...(places.some((one) => one.workspace === workspace && one.id !== id) && { detail: hostOf(server) }),
        checked: id === place,
        onPick: (event) =>
          change(event, () =>
            mailbox?.bound
              ? client.call('bindMailbox', { account: mailbox.account, place: id })
              : client.call('switchPlace', { place: id }),
          ),
      }));
  if (!mailbox || place === null) return items;
  const { account, bound, private: hidden } = mailbox;
  const workspace = places.find(({ id }) => id === place)?.workspace ?? '';
  if (several)
    items.push({
      id: 'bind',
      label: bound ? m.sidebar_mailbox_logs_to({ workspace }) : m.sidebar_mailbox_always({ workspace }),
      checked: bound !== null,
      role: 'switch',
      onPick: (event) =>
        change(event, () => client.call('bindMailbox', { account, place: bound ? null : place })),
    });
  items.push({
    id: 'private',
    label: m.sidebar_mailbox_private(),
    checked: hidden,
    role: 'switch',
    onPick: (event) => change(event, () => client.call('setMailboxPrivate', { account, private: !hidden })),
  });
  return items;
}

const hostOf = (server: string): string => (URL.canParse(server) ? new URL(server).host : server);
