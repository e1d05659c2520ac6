import type { TabSettings, ToTab } from '../../messages/tab.ts';
import type { Line, Runtime } from '../run.ts';
import { type RowWatch, watchRows } from './watch.ts';

/** A conversation opened by its id stands in no list, so that Gmail finds it wherever it lies. */
const threadHash = (id: string): string => `#all/${id}`;

/** The rows of the mailbox's lists, at every level alike: what they show is told, and what is known stands on them. */
export function startRows(
  document: Document,
  location: Location,
  line: Line,
  runtime: Runtime,
  signal: AbortSignal,
): { settings(now: TabSettings | null): void; know: RowWatch['know'] } {
  const watch = watchRows({
    document,
    location,
    signal,
    ask: async (rows) => {
      const answer = await line.send({ type: 'rows', rows });
      settings(answer);
      return answer?.chips ? { chips: answer.chips } : null;
    },
  });
  const settings = (now: TabSettings | null): void => {
    if (!now || typeof now.locale !== 'string') return;
    watch.set(now.paired ? { shown: now.rowChips, locale: now.locale } : null);
  };

  const hear = (message: unknown, sender: { id?: string }): undefined => {
    if (signal.aborted || sender.id !== runtime.id) return;
    const told = message as ToTab;
    if (told?.type === 'settings') {
      settings(told.settings);
      // It may be another workspace's by now.
      watch.again({ forget: true });
    } else if (told?.type === 'rows-changed') watch.again({ forget: false });
    else if (told?.type === 'open-thread' && /^[\w-]{1,100}$/.test(told.threadId))
      location.hash = threadHash(told.threadId);
  };
  runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(hear), { once: true });

  let day = new Date().getDate();
  const lookAgain = (): void => {
    watch.themed();
    // What was due tomorrow is due today.
    if (new Date().getDate() !== day) watch.again({ forget: true });
    day = new Date().getDate();
  };
  document.addEventListener('visibilitychange', lookAgain, { signal });
  return { settings, know: watch.know };
}
