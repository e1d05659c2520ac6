import type { Dock } from '../../dock/dock.ts';
import { type MailPage, makeCore, noInsight } from '../core.ts';
import type { MailSurface } from '../surface.ts';

/** The mailbox by our own reading of Gmail's page: the only level in Firefox, the second elsewhere. */
export function makeDomSurface(page: MailPage, dock: Dock, signal: AbortSignal): MailSurface {
  const core = makeCore(page, noInsight, signal);
  return {
    level: 'dom',
    watch: core.watch,
    read: core.read,
    place: async (frame) => {
      const first = !frame.isConnected;
      dock.hold(frame);
      // Whoever closed it meanwhile wants it closed.
      if (first) dock.open(true);
      return 'dock';
    },
    toggle: (open) => dock.open(open ?? !dock.isOpen()),
    // The page tells of a sent mail only in requests that are out of this level's reach; no switch is offered for it.
    watchSent: () => {},
    offerLogOnSend: () => {},
  };
}
