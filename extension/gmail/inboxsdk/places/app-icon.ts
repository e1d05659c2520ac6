import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Probes } from '../../health.ts';
import type { PlacesHost } from '../../places/host.ts';
import type { Sdk } from '../load.ts';
import { bookDueIcon, bookIcon } from './icons.ts';
import { listedRooms, roomAlone } from './rooms.ts';

type AppItem = ReturnType<Sdk['AppMenu']['addMenuItem']>;

const nameOf = (due: string): string => (due ? `${m.gmail_panel_title()} (${due})` : m.gmail_panel_title());

/** Our sign among the mailbox's own apps, else in its list of places; under it our pages, with what is due. */
export async function makeAppIcon(
  sdk: Sdk,
  probes: Probes,
  host: PlacesHost,
  signal: AbortSignal,
): Promise<{ say(due: string): void }> {
  // Where it cannot tell, the icon stands in the navigation, which both layouts have.
  const inAppMenu = await sdk.AppMenu.isShown().catch(() => false);
  if (signal.aborted) return { say: () => undefined };
  return inAppMenu ? intoAppMenu(sdk, probes, host) : intoNavMenu(sdk, probes, host);
}

function intoAppMenu(sdk: Sdk, probes: Probes, host: PlacesHost): { say(due: string): void } {
  const descriptor = (due: string) => {
    const icon = due ? bookDueIcon : bookIcon;
    return {
      name: nameOf(due),
      iconUrl: { lightTheme: icon, darkTheme: icon },
      routeID: roomAlone,
      routeParams: { room: 'board' },
      isRouteActive: (route: { getRouteID(): string | null }) =>
        route.getRouteID()?.startsWith('sidebook/') === true,
    };
  };
  const item: AppItem | null = probes.attempt('app-icon', () => sdk.AppMenu.addMenuItem(descriptor('')));
  const panel = item && probes.attempt('app-panel', () => item.addCollapsiblePanel({}));
  panel?.then(
    (shown) => {
      if (!shown) return;
      probes.attempt('app-today', () =>
        shown.addNavItem({ name: m.places_today(), onClick: () => host.ask('today') }),
      );
      for (const { room, label } of listedRooms)
        probes.attempt('app-room', () =>
          shown.addNavItem({ name: label(), routeID: roomAlone, routeParams: { room } }),
        );
    },
    () => probes.note('app-panel', false),
  );
  return { say: (due) => probes.attempt('app-badge', () => item?.update(descriptor(due)) ?? true) };
}

function intoNavMenu(sdk: Sdk, probes: Probes, host: PlacesHost): { say(due: string): void } {
  const icon = document.createElement('span');
  icon.style.cssText = 'display:inline-block;width:20px;height:20px;background:center/contain no-repeat';
  const draw = (due: string): void => {
    icon.style.backgroundImage = `url("${due ? bookDueIcon : bookIcon}")`;
    icon.title = nameOf(due);
  };
  draw('');
  const item = probes.attempt('nav-icon', () =>
    sdk.NavMenu.addNavItem({
      name: m.gmail_panel_title(),
      iconElement: icon,
      routeID: roomAlone,
      routeParams: { room: 'board' },
    }),
  );
  if (item) {
    probes.attempt('nav-today', () =>
      item.addNavItem({ name: m.places_today(), onClick: () => host.ask('today') }),
    );
    for (const { room, label } of listedRooms)
      probes.attempt('nav-room', () =>
        item.addNavItem({ name: label(), routeID: roomAlone, routeParams: { room } }),
      );
  }
  return { say: draw };
}
