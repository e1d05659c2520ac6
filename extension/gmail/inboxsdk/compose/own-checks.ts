import type { ComposeView } from '@inboxsdk/core';
import type { Warning } from '../../../messages/compose.ts';
import type { MailPage } from '../../core.ts';
import type { Probes } from '../../health.ts';
import { hasFile } from './attachments.ts';
import { checksOf } from './checks.ts';
import { recipientsIn, textIn } from './read-compose.ts';

/** After the last change: somebody who types is not disturbed, and is done by the time of sending. */
const restMs = 300;
/** A longer body is not read while its mail is being sent: what was found before counts. */
const longBody = 100_000;

/** What the window itself tells, found out while nobody types: at sending it is looked up. */
export function makeOwnChecks(
  view: ComposeView,
  page: MailPage,
  probes: Probes,
  rested: () => void,
  signal: AbortSignal,
) {
  let read: { text: string } | null = null;
  let found: readonly Warning[] = [];
  let timer = 0;
  const check = (): { text: string } => {
    const text = textIn(view, page);
    const { to, cc, bcc } = recipientsIn(view);
    found = checksOf({
      text,
      subject: view.getSubject(),
      recipients: to.length + cc.length + bcc.length,
      hasFile: hasFile(view.getElement()),
      isReply: view.isReply() || view.isForward(),
      now: page.now(),
    });
    read = { text };
    return read;
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    changed(): void {
      read = null;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        probes.attempt('compose-check', check);
        rested();
      }, restMs);
    },
    warnings(): readonly Warning[] {
      const isShort = (view.getBodyElement().textContent?.length ?? 0) < longBody;
      if (!read && isShort) probes.attempt('compose-check', check);
      return found;
    },
    /** Read anew only where it changed since. */
    text: (): string => (read ?? check()).text,
  };
}
