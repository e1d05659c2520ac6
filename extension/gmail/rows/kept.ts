import type { RowChips } from '../../messages/rows.ts';
import type { RowSeen } from '../surface.ts';

/** Rows of which it is remembered what stood on them: some ten pages of Gmail's longest list. */
const MOST_KEPT = 1_000;

/** What was answered of each conversation, so that a list that comes back has it in its very first frame. */
export function keepAnswers() {
  const kept = new Map<string, RowChips | null>();
  return {
    of: (id: string | null): RowChips | null => (id === null ? null : (kept.get(id) ?? null)),
    isEmpty: (): boolean => kept.size === 0,
    keep(asked: readonly RowSeen[], answers: ReadonlyMap<string, RowChips>): void {
      for (const { id } of asked) {
        kept.delete(id);
        kept.set(id, answers.get(id) ?? null);
      }
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(oldest);
      }
    },
    forget: (): void => kept.clear(),
  };
}
