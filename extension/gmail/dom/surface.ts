import type { Dock } from '../../dock/dock.ts';
import { type MailPage, makeCore, noInsight } from '../core.ts';
import type { Probes } from '../health.ts';
import type { MailSurface } from '../surface.ts';
import { watchWriting } from './writing.ts';

/** The mailbox by our own reading of Gmail's page: the only level in Firefox, the second elsewhere. */
export function makeDomSurface(page: MailPage, dock: Dock, probes: Probes, signal: AbortSignal): MailSurface {
  const core = makeCore(page, noInsight, probes, signal);
  return {
    level: 'dom',
    watch: core.watch,
    read: core.read,
    mark: core.mark,
    file: core.file,
    place: (frame, placed) => {
      dock.hold(frame);
      dock.hide(false);
      dock.open(true);
      probes.note('dock', true);
      placed('dock');
    },
    toggle: (open) => dock.open(open ?? !dock.isOpen()),
    // The page tells of a sent mail only in requests that are out of this level's reach.
    watchSent: () => {},
    offerCompose: (desk) => watchWriting(page.document, (on) => void desk.ask({ of: 'plain', on }), signal),
    refreshCompose: () => {},
  };
}
