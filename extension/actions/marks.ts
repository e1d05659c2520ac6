import * as m from '../../shared/i18n/compiled/messages.js';
import type { MessageMark } from '../gmail/surface.ts';
import { probablyText } from '../messages/probably-text.ts';
import type { LogState } from '../messages/state.ts';
import { whyText } from '../messages/why-text.ts';
import type { Office } from './asker.ts';
import { mailStates } from './log-states.ts';

/** After a change, until then more may change. */
const settleMs = 150;
/** As much of a label as a tooltip has room for. */
const longestLabel = 200;

/** What stands beside a message in the mailbox's page; null: nothing, because the message is nobody's business here. */
function markOf(id: string, log: LogState): MessageMark | null {
  const mark = (state: MessageMark['state'], label: string) => ({
    id,
    state,
    label: label.slice(0, longestLabel),
  });
  switch (log.state) {
    case 'logged':
      return mark('logged', m.log_mark_logged({ who: log.byMe ? m.sidebar_you() : log.by }));
    case 'waiting':
      return mark('waiting', m.log_mark_waiting());
    case 'probably':
      return mark(
        'probably',
        m.log_mark_not({ what: `${m.sidebar_probably_logged({ who: log.by })}. ${probablyText(log.alike)}` }),
      );
    case 'none': {
      const what = log.why ? m.log_not_because({ why: whyText(log.why) }) : m.log_not();
      return mark('none', m.log_mark_not({ what }));
    }
    default:
      return null;
  }
}

/** Whether a thread has anything to do with the workspace: somebody known is on it, or a mail of it is logged. */
const concerns = (log: LogState): boolean =>
  log.state !== 'none' ||
  (log.why?.why !== 'unknown' && log.why?.why !== 'internal' && log.why?.why !== 'excluded');

/**
 * Keeps the marks of each tab's open thread true; what a tab was told last is not told again. `forget`: a new page of
 * it was told nothing.
 */
export function keepMarks(
  { desk: { sessions }, workspaces }: Office,
  {
    tell,
    after,
    report,
  }: {
    tell(tabId: number, threadId: string, marks: MessageMark[]): Promise<unknown>;
    after(ms: number, run: () => void): unknown;
    report(cause: unknown): void;
  },
): { forget(tabId: number): void } {
  const told = new Map<number, string>();
  const waiting = new Set<number>();

  async function keep(tabId: number): Promise<void> {
    waiting.delete(tabId);
    const { shown } = sessions.get(tabId);
    const thread = shown.kind === 'mail' ? shown.screen.thread : null;
    if (shown.kind !== 'mail' || !thread) return;
    const core = await workspaces.of(tabId);
    const of = { account: shown.screen.account, threadId: thread.id, subject: thread.subject };
    const states = core ? await mailStates(core, tabId, of, thread.messages) : [];
    const marks = states.some(({ log }) => concerns(log))
      ? thread.messages.flatMap(({ id }, at) => markOf(id, states[at]?.log ?? { state: 'saving' }) ?? [])
      : [];
    const text = JSON.stringify([thread.id, marks]);
    if (told.get(tabId) === text) return;
    told.set(tabId, text);
    // A tab whose script is gone shows no marks that could be wrong.
    await tell(tabId, thread.id, marks).catch(() => told.delete(tabId));
  }
  const soon = (tabId: number) => {
    if (waiting.has(tabId)) return;
    waiting.add(tabId);
    after(settleMs, () => void keep(tabId).catch(report));
  };
  sessions.onChange(soon);
  workspaces.onOpen(({ mirror }) =>
    mirror.onChange(({ all, nouns }) => {
      if (all || nouns.has('interaction') || nouns.has('contact') || nouns.has('exclusion'))
        for (const tabId of sessions.tabs()) soon(tabId);
    }),
  );
  return { forget: (tabId) => void told.delete(tabId) };
}
