import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Probes } from '../../health.ts';
import type { PlacesHost } from '../../places/host.ts';
import { listedRooms, roomAlone } from './rooms.ts';
import { signOf } from './signs.ts';

/** As much of InboxSDK's items as is needed here. */
type Item = {
  name: string;
  iconElement: HTMLElement;
  orderHint: number;
  subtitle?: string;
  onClick?: () => void;
  routeID?: string;
  routeParams?: Record<string, string>;
};
type Menu = { addNavItem(item: Item): { remove(): void } };

/** Today with how much is due, as Gmail counts beside its own places, and our pages. */
export function listPages(menu: Menu, probes: Probes, host: PlacesHost): { say(due: string): void } {
  let shown: string | null = null;
  let today: { remove(): void } | null = null;
  for (const [at, { room, label }] of listedRooms.entries())
    probes.attempt('nav-room', () =>
      menu.addNavItem({
        name: label(),
        iconElement: signOf(room),
        orderHint: at + 1,
        routeID: roomAlone,
        routeParams: { room },
      }),
    );
  const say = (due: string): void => {
    if (due === shown) return;
    shown = due;
    // An item cannot be changed: where it says something else it is taken away and put there again.
    today?.remove();
    today = probes.attempt('nav-today', () =>
      menu.addNavItem({
        name: m.places_today(),
        iconElement: signOf('today'),
        orderHint: 0,
        subtitle: due,
        onClick: () => host.ask('today'),
      }),
    );
  };
  say('');
  return { say };
}
