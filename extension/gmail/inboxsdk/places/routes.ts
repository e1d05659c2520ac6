import type { Probes } from '../../health.ts';
import type { PlacesHost } from '../../places/host.ts';
import type { Sdk } from '../load.ts';
import { pathOf, roomAlone, roomWithId, routeOf } from './rooms.ts';

/** As much of InboxSDK's view of a route as is needed here. */
type Room = {
  getElement(): HTMLElement;
  getParams(): Record<string, string>;
  on(name: 'destroy', listener: () => void): unknown;
};

/**
 * Pages of ours in the mailbox's main part, each under an address of the mailbox's own: reloading and its back button
 * lead to them. One frame a visit; the mailbox takes it away with the page.
 */
export function makeRoutes(sdk: Sdk, probes: Probes, host: PlacesHost): void {
  const show = async (view: Room): Promise<void> => {
    const element = probes.attempt('route-element', () => view.getElement());
    if (!element) return;
    const place = document.createElement('div');
    // As high as the mailbox's own pages where it says how high they are, else as its window allows.
    place.style.cssText =
      'all:initial;display:block;box-sizing:border-box;flex:1 1 100%;width:100%;height:100%;min-height:min(420px,60vh);overflow:clip';
    if (!element.style.height || element.style.height === 'NaNpx') place.style.height = 'calc(100vh - 96px)';
    element.append(place);
    let gone = false;
    probes.attempt('route-end', () =>
      view.on('destroy', () => {
        gone = true;
        place.remove();
      }),
    );
    const params = probes.attempt('route-params', () => view.getParams()) ?? {};
    const frame = await host.frame(pathOf(params));
    if (frame && !gone) place.append(frame);
    probes.note('route', frame !== null);
  };
  for (const routeID of [roomAlone, roomWithId])
    probes.attempt('route-handler', () => sdk.Router.handleCustomRoute(routeID, (view) => void show(view)));
  // InboxSDK hears of an address only when it changes. Before ours stands the inbox, where the back button leads.
  if (host.landed === null) return;
  // While a page still loads, another address takes the place of the one before it in its history.
  if (document.readyState === 'complete') landAt(sdk, probes, host.landed);
  else window.addEventListener('load', () => setTimeout(landAt, 0, sdk, probes, host.landed), { once: true });
}

function landAt(sdk: Sdk, probes: Probes, landed: string): void {
  const land = (): unknown => goToRoom(sdk, probes, landed);
  const { location } = window;
  if (/^#(inbox)?$/.test(location.hash)) land();
  else if (location.hash.startsWith('#sidebook/')) {
    // InboxSDK must have heard of it too: it shows the inbox again only if that was the last place of the mailbox's own.
    window.addEventListener('hashchange', () => setTimeout(land), { once: true });
    location.replace('#inbox');
  }
}

/** Leads the mailbox to a page of ours; false where it is none that stands there. */
export function goToRoom(sdk: Sdk, probes: Probes, path: string): boolean {
  const route = routeOf(path);
  if (!route) return false;
  return probes.attempt('route-go', () => sdk.Router.goto(route.routeID, route.params)) !== null;
}
