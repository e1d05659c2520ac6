import type { RowSeen } from '../../gmail/surface.ts';
import type { RowChips } from '../../messages/rows.ts';
import { type Looking, newLooking } from '../../mirror/looking.ts';
import type { Office } from '../asker.ts';
import { answerRows } from './answer-rows.ts';

/** A pull changes the mirror page by page; the rows are asked for again once after it. */
const coalescedMs = 250;

type RowsParts = Pick<Office, 'desk' | 'workspaces'> & {
  /** Tells a tab that what stands on its rows may be old. */
  tell(tabId: number): void;
};

/** Answers the rows of mailboxes, and tells their tabs when an answer may have become another one. */
export function keepRows({ desk: { settings, sessions }, workspaces, tell }: RowsParts) {
  /** What the answers of a tab were made of, since it last asked for all of them. */
  const lookings = new Map<number, Looking>();
  const stale = new Set<number>();
  let waiting = false;

  const tellLater = (tabs: Iterable<number>): void => {
    for (const tabId of tabs) stale.add(tabId);
    if (waiting || stale.size === 0) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      for (const tabId of stale) {
        lookings.delete(tabId);
        tell(tabId);
      }
      stale.clear();
    }, coalescedMs);
  };

  workspaces.onOpen(({ mirror }) =>
    mirror.onChange((change) => {
      tellLater([...lookings].flatMap(([tabId, looking]) => (looking.isStale(change) ? [tabId] : [])));
    }),
  );
  // Another workspace, other chips, or another language.
  settings.onChange(() => tellLater(lookings.keys()));

  return {
    /** What is to stand on these rows of a tab; null where nobody knows yet. */
    async answer(tabId: number, rows: readonly RowSeen[]): Promise<RowChips[] | null> {
      const { shown } = sessions.get(tabId);
      if (shown.kind !== 'mail') return null;
      const { account } = shown.screen;
      sessions.seeRows(tabId, account, rows);
      const core = await workspaces.of(tabId);
      if (!core || !settings.get().rowChips) return core && [];
      const looking = lookings.get(tabId) ?? newLooking();
      lookings.set(tabId, looking);
      return answerRows(core, account, rows, looking.through(core.mirror));
    },
    forget: (tabId: number): void => {
      lookings.delete(tabId);
    },
  };
}
