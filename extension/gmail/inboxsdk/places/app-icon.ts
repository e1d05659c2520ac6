import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Probes } from '../../health.ts';
import type { PlacesHost } from '../../places/host.ts';
import type { Sdk } from '../load.ts';
import { bookDueIcon, bookIcon } from './icons.ts';
import { listPages } from './pages.ts';
import { roomAlone } from './rooms.ts';

type AppItem = ReturnType<Sdk['AppMenu']['addMenuItem']>;
type Sign = { say(due: string): void };

/** By which our sign is known in InboxSDK's elements. */
export const signMark = 'sidebook_sign';

const nameOf = (due: string): string => (due ? `${m.gmail_panel_title()} (${due})` : m.gmail_panel_title());

/** Our sign among the mailbox's own apps, else in its list of places; under it our pages, with what is due. */
export async function makeAppIcon(
  sdk: Sdk,
  probes: Probes,
  host: PlacesHost,
  signal: AbortSignal,
): Promise<Sign> {
  // Where it cannot tell, the icon stands in the navigation, which both layouts have.
  const inAppMenu = await sdk.AppMenu.isShown().catch(() => false);
  if (signal.aborted) return { say: () => undefined };
  return inAppMenu ? intoAppMenu(sdk, probes, host) : intoNavMenu(sdk, probes, host);
}

function intoAppMenu(sdk: Sdk, probes: Probes, host: PlacesHost): Sign {
  const descriptor = (due: string) => {
    const icon = due ? bookDueIcon : bookIcon;
    return {
      name: nameOf(due),
      className: signMark,
      iconUrl: { lightTheme: icon, darkTheme: icon },
      routeID: roomAlone,
      routeParams: { room: 'board' },
      isRouteActive: (route: { getRouteID(): string | null }) =>
        route.getRouteID()?.startsWith('sidebook/') === true,
    };
  };
  const item: AppItem | null = probes.attempt('app-icon', () => sdk.AppMenu.addMenuItem(descriptor('')));
  const panel = item && probes.attempt('app-panel', () => item.addCollapsiblePanel({}));
  let pages: Sign | null = null;
  let last = '';
  panel?.then(
    (shown) => {
      if (!shown) return;
      pages = listPages(shown, probes, host);
      pages.say(last);
    },
    () => probes.note('app-panel', false),
  );
  return {
    say(due) {
      last = due;
      probes.attempt('app-badge', () => item?.update(descriptor(due)) ?? true);
      pages?.say(due);
    },
  };
}

/**
 * A heading of its own below Gmail's places. InboxSDK shows its icon only while the list is folded to icons, as Gmail
 * does with its own headings; unfolded, what is due stands beside Today.
 */
function intoNavMenu(sdk: Sdk, probes: Probes, host: PlacesHost): Sign {
  const icon = document.createElement('span');
  icon.className = signMark;
  icon.style.cssText = 'display:inline-block;width:20px;height:20px;background:center/contain no-repeat';
  const item = probes.attempt('nav-icon', () =>
    sdk.NavMenu.addNavItem({
      name: m.gmail_panel_title(),
      iconElement: icon,
      routeID: roomAlone,
      routeParams: { room: 'board' },
    }),
  );
  const pages = item && listPages(item, probes, host);
  const say = (due: string): void => {
    icon.style.backgroundImage = `url("${due ? bookDueIcon : bookIcon}")`;
    icon.title = nameOf(due);
    pages?.say(due);
  };
  say('');
  return { say };
}
