import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { PlacesState } from '../../../messages/places.ts';
import type { Probes } from '../../health.ts';
import type { PlacesHost } from '../../places/host.ts';
import type { Sdk } from '../load.ts';
import { bookIcon, loggedIcon, logIcon, partlyIcon } from './icons.ts';
import { makeQuickMenu } from './quick-menu.ts';

type Log = PlacesState['log'];
/** By which our buttons are known in InboxSDK's elements. */
export const toolbarMark = 'sidebook_toolbar';

const look = (log: Log) =>
  !log || log.logged === 0
    ? { title: m.places_log(), iconUrl: logIcon }
    : log.logged < log.all
      ? { title: m.places_logged_partly(log), iconUrl: partlyIcon }
      : { title: m.places_logged_all(), iconUrl: loggedIcon };

/** Over an open conversation: Log, which says how that stands, and a menu. Over a list: what can be done from there. */
export function makeToolbar(
  sdk: Sdk,
  probes: Probes,
  host: PlacesHost,
  isTrusted: (selector: string) => boolean,
  showStake: () => void,
): { say(log: Log): void } {
  let remove: (() => void) | null = null;
  let shown = '';
  const say = (log: Log): void => {
    const now = look(log);
    // A button cannot be changed: only where it says something else it is taken away and put there again.
    if (now.title === shown) return;
    shown = now.title;
    remove?.();
    remove = probes.attempt('toolbar-log', () =>
      sdk.Toolbars.registerThreadButton({
        ...now,
        iconClass: toolbarMark,
        positions: ['THREAD'],
        threadSection: sdk.Toolbars.SectionNames.METADATA_STATE,
        orderHint: 1,
        onClick: () => {
          if (isTrusted(`.${toolbarMark}`)) host.ask('log');
        },
      }),
    );
  };
  probes.attempt('toolbar-menu', () =>
    sdk.Toolbars.registerThreadButton({
      title: m.places_more(),
      iconUrl: bookIcon,
      iconClass: toolbarMark,
      positions: ['THREAD', 'LIST'],
      hasDropdown: true,
      orderHint: 2,
      onClick: ({ position, dropdown }) => {
        if (!dropdown) return;
        const item = (label: string, run: () => void) => ({
          label,
          run: () => {
            dropdown.close();
            run();
          },
        });
        if (position === 'LIST')
          return makeQuickMenu(
            dropdown.el,
            [item(m.places_list_stake(), showStake), item(m.places_search(), () => host.ask('search'))],
            m.places_list_how(),
          );
        makeQuickMenu(dropdown.el, [
          item(m.places_log(), () => host.ask('log')),
          item(m.places_note(), () => host.ask('note')),
          item(m.places_task(), () => host.ask('task')),
          item(m.places_record(), () => host.ask('record')),
          item(m.places_search(), () => host.ask('search')),
        ]);
      },
    }),
  );
  say(null);
  return { say };
}
