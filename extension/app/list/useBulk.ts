import { useRef, useState } from 'preact/hooks';
import type { ListNoun } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { BulkChange, BulkUndo } from '../../messages/list.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { joinedSteps, mostAtOnce, type Progress, runBulk } from './runBulk.ts';

/** Shorter work shows no progress. */
const quietMs = 1_000;

export type Bulk = {
  /** Null: nothing runs, or not for long enough to be told. */
  progress: Progress | null;
  stop(): void;
  run(event: Event, ids: readonly Id[], change: BulkChange): Promise<void>;
};

const saidOf = (change: BulkChange, count: number, locale: string): string => {
  const shown = new Intl.NumberFormat(locale).format(count);
  if (change.kind === 'remove') return m.list_bulk_removed({ count: shown });
  if (change.kind === 'task') return m.list_bulk_tasks({ count, shown });
  return m.list_bulk_changed({ count: shown });
};

/** Changes many rows, and offers to take it back as one. */
export function useBulk(noun: ListNoun): Bulk {
  const session = useSession();
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);

  async function steps(event: Event, all: BulkUndo) {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const begun = performance.now();
    const tell = (now: Progress) => {
      if (performance.now() - begun > quietMs) setProgress(now);
    };
    const outcome = await session.change(event, () => runBulk(session.client, noun, all, tell, stop.signal));
    if (running.current === stop) setProgress(null);
    return outcome;
  }

  async function undo(event: Event, back: BulkUndo): Promise<void> {
    const outcome = await steps(event, joinedSteps(back));
    if (outcome.ok) session.toasts.show({ tone: 'plain', text: m.list_bulk_undone() });
  }

  return {
    progress,
    stop: () => running.current?.abort(),
    run: async (event, ids, change) => {
      const locale = session.locale.value;
      if (ids.length > mostAtOnce) {
        const count = new Intl.NumberFormat(locale).format(mostAtOnce);
        return session.toasts.show({ tone: 'danger', text: m.list_bulk_too_many({ count }) });
      }
      const outcome = await steps(event, [{ change, ids: [...ids] }]);
      if (!outcome.ok) return;
      const { changed, done, stopped, undo: back } = outcome.value;
      const text = stopped
        ? m.list_bulk_stopped({ done: String(done), total: String(ids.length) })
        : changed === 0
          ? m.list_bulk_nothing()
          : saidOf(change, changed, locale);
      session.toasts.show({
        tone: 'plain',
        text,
        ...(back.length > 0 && {
          action: { label: m.words_undo(), run: (click: Event) => void undo(click, back) },
        }),
      });
    },
  };
}
