import type { RowChips } from '../../messages/rows.ts';
import type { RowParts } from '../dom/rows.ts';
import type { RowSeen } from '../surface.ts';

/** What is not seen yet is asked for together: each time that rows are drawn the whole list is laid out and painted anew. */
const MANY = 30;
const TOGETHER_MS = 400;
/** Rows of one question, which are drawn in one go: two screens. */
const MOST_ASKED = 100;
/** After a question that nobody could answer yet; then twice as long each time. */
const AGAIN_MS = 1_000;
const LATEST_MS = 60_000;

export type AskRows = (rows: RowSeen[]) => Promise<{ chips: RowChips[] } | null>;

/** A row of the page, as it was read and last asked about. */
export type Known = {
  parts: RowParts;
  near: boolean;
  /** It came near without being seen. */
  ahead: boolean;
  row: RowSeen | null;
  /** `row` as text, to see whether it changed. */
  text: string;
  /** The text that was last asked for, and in which round. */
  asked: string;
  round: number;
};

/**
 * Asks what is to stand on the rows that are near and changed since they were asked about: one question at a time, in
 * the order of the page, patient where nobody can answer yet.
 */
export function makeQuestion({
  known,
  round,
  ask,
  take,
  again,
  signal,
}: {
  known: ReadonlyMap<HTMLElement, Known>;
  round(): number;
  ask: AskRows;
  take(asked: [HTMLElement, RowSeen][], answers: ReadonlyMap<string, RowChips>): void;
  again(): void;
  signal: AbortSignal;
}): () => Promise<void> {
  let asking = false;
  let patience = AGAIN_MS;
  /** Since when something waits that is not seen yet. */
  let aheadSince = 0;

  return async () => {
    const now = round();
    const batch: [HTMLElement, Known, RowSeen][] = [];
    for (const [head, row] of known)
      if (row.near && row.row && (row.asked !== row.text || row.round !== now)) {
        batch.push([head, row, row.row]);
        if (batch.length === MOST_ASKED) break;
      }
    if (batch.length === 0 || asking) return;
    if (batch.length < MANY && batch.every(([, row]) => row.ahead && row.asked === '')) {
      if (aheadSince === 0) {
        aheadSince = performance.now();
        setTimeout(again, TOGETHER_MS);
      }
      if (performance.now() < aheadSince + TOGETHER_MS) return;
    }
    aheadSince = 0;
    asking = true;
    for (const [, row] of batch) [row.asked, row.round] = [row.text, now];
    const answer = await ask(batch.map(([, , row]) => row));
    asking = false;
    if (signal.aborted) return;
    if (!answer) {
      for (const [, row] of batch) row.round = -1;
      setTimeout(again, patience);
      patience = Math.min(patience * 2, LATEST_MS);
      return;
    }
    patience = AGAIN_MS;
    const answers = new Map(answer.chips.map((each) => [each.id, each]));
    take(
      batch.map(([head, , row]) => [head, row]),
      answers,
    );
    again();
  };
}
