import type { PlacesState } from '../../../messages/places.ts';
import type { Probes } from '../../health.ts';
import type { MailPlaces } from '../../places/host.ts';
import type { Sdk } from '../load.ts';
import { makeAppIcon } from './app-icon.ts';
import { watchHover } from './hover.ts';
import { listChords } from './keys-help.ts';
import { goToRoom, makeRoutes } from './routes.ts';
import { makeSuggestions } from './suggest.ts';
import { makeToolbar } from './toolbar.ts';
import { watchTrusted } from './trusted.ts';

/** Everything of ours in the mailbox beside the panel, the rows and the compose windows. */
export function makePlaces(sdk: Sdk, probes: Probes, signal: AbortSignal, begins: () => void): MailPlaces {
  let last: PlacesState = { due: '', log: null };
  let begun = false;
  let sayDue = (_due: string): void => undefined;
  let sayLog = (_log: PlacesState['log']): void => undefined;
  const go = (path: string): boolean => begun && goToRoom(sdk, probes, path);
  return {
    begin(host) {
      if (begun || signal.aborted) return;
      begun = true;
      makeRoutes(sdk, probes, host);
      listChords(sdk, probes);
      makeSuggestions(sdk, probes, host, go);
      watchHover(sdk, probes, host.pointed, signal);
      const isTrusted = watchTrusted(document, signal);
      sayLog = makeToolbar(sdk, probes, host, isTrusted, () => go('/inbox')).say;
      makeAppIcon(sdk, probes, host, signal).then(
        (icon) => {
          sayDue = icon.say;
          sayDue(last.due);
        },
        () => probes.note('app-icon', false),
      );
      sayLog(last.log);
      begins();
    },
    say(state) {
      last = state;
      sayDue(state.due);
      sayLog(state.log);
    },
    go,
  };
}
