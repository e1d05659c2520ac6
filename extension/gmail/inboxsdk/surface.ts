import { type Core, makeCore } from '../core.ts';
import type { Parts } from '../start.ts';
import type { MailSurface } from '../surface.ts';
import { makeOutgoing } from './compose/outgoing.ts';
import { watchWriting } from './compose/seen.ts';
import type { Sdk } from './load.ts';
import { makePanel } from './panel.ts';
import { makePlaces } from './places/places.ts';
import { watchStanding } from './places/standing.ts';
import { makeRowInsight } from './rows.ts';
import { makeThreadInsight } from './threads.ts';

export type SdkParts = Parts & { signal: AbortSignal };

/** The mailbox through InboxSDK. Every call of it is guarded: what throws costs a fact or a place, never the panel. */
export function makeSdkSurface(sdk: Sdk, parts: SdkParts): MailSurface {
  const { page, probes, signal } = parts;
  let core: Core | null = null;
  let standing: ReturnType<typeof watchStanding> | null = null;
  const insight = makeThreadInsight(sdk, probes, () => core?.changed());
  const rows = makeRowInsight(sdk, probes, insight.account);
  const read = makeCore(
    page,
    { ...insight, listed: rows.listed, check: (isOpen) => standing?.look(isOpen) },
    probes,
    signal,
  );
  core = read;
  const panel = makePanel(sdk, parts);
  signal.addEventListener('abort', () => probes.attempt('leave', () => sdk.destroy()), { once: true });
  const outgoing = makeOutgoing(sdk, page, insight, probes, signal);
  read.onPage(() => standing?.changed());
  read.onPage(watchWriting(page.document, outgoing.knows, probes, signal).look);
  return {
    level: 'inboxsdk',
    rows: rows.insight,
    places: makePlaces(sdk, probes, signal, () => {
      standing = watchStanding(page.document, probes, signal);
    }),
    watch: read.watch,
    read: read.read,
    mark: read.mark,
    file: read.file,
    place: (frame, placed) => {
      panel.show(frame, placed);
      read.onPage(panel.keep);
    },
    toggle: (open) => probes.attempt('toggle', () => panel.toggle(open)),
    watchSent: outgoing.watch,
    offerCompose: outgoing.offer,
    write: outgoing.write,
    refreshCompose: outgoing.refresh,
  };
}
