import type { RowChips } from '../../messages/rows.ts';
import { partsOf, readRow, rowId, rowsIn } from '../dom/rows.ts';
import { selectors } from '../dom/selectors.ts';
import { themeOf } from '../dom/theme.ts';
import type { RowInsight } from '../surface.ts';
import { makeChips } from './chips.ts';
import { keepAnswers } from './kept.ts';
import { type AskRows, type Known, makeQuestion } from './question.ts';

/** How far beyond what is seen rows are read: some two screens, of which nobody sees that they are drawn. */
const AHEAD_PX = 1_500;
/** Of one slice; an animation frame has 16 ms, and Gmail wants most of them. */
const SLICE_MS = 6;
const IDLE_WITHIN_MS = 150;
/** A mailbox may be made dark while it stands. */
const THEME_MS = 2_000;

const namesRow = selectors.rowId.join();
const holdsRow = (node: Node): node is Element =>
  node instanceof Element && (node.matches(namesRow) || node.querySelector(namesRow) !== null);

const noInsight: RowInsight = { rows: () => [], facts: () => ({}) };

export type RowsParts = {
  document: Document;
  location: Pick<Location, 'hash'>;
  ask: AskRows;
  signal: AbortSignal;
};

/**
 * Reads the rows of the mailbox's lists that are on the screen or near it, each once per change and in idle time, asks
 * what is to stand on them, and keeps it there. What stands on a row is taken away in the very turn in which Gmail makes
 * it another conversation's, before that is painted.
 */
export function watchRows({ document, location, ask, signal }: RowsParts) {
  const known = new Map<HTMLElement, Known>();
  const headOf = new WeakMap<Element, HTMLElement>();
  const dirty = new Set<HTMLElement>();
  const chips = makeChips(document);
  const answered = keepAnswers();
  const view = document.defaultView as Window & typeof globalThis;
  let insight = noInsight;
  let look: { shown: boolean; locale: string } | null = null;
  let round = 0;
  let wantsScan = true;
  let waiting = false;
  let themedAt = 0;
  let dark = false;

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const row = known.get(target as HTMLElement);
        if (!row) continue;
        row.near = isIntersecting;
        row.ahead = box.top > view.innerHeight || box.bottom < 0;
        if (isIntersecting && row.text === '') dirty.add(target as HTMLElement);
      }
      schedule();
    },
    // `scrollMargin` is for lists that scroll within the page, as Gmail's do; older browsers read only what is seen.
    { rootMargin: `${AHEAD_PX}px 0px`, scrollMargin: `${AHEAD_PX}px 0px` } as IntersectionObserverInit,
  );

  function take(part: HTMLElement): void {
    const parts = partsOf(part);
    const [head] = parts;
    for (const each of parts) headOf.set(each, head);
    const row = known.get(head);
    if (row) row.parts = parts;
    else {
      known.set(head, { parts, near: false, ahead: false, row: null, text: '', asked: '', round: -1 });
      near.observe(head);
    }
  }

  function scan(): void {
    wantsScan = false;
    for (const head of known.keys())
      if (!head.isConnected) {
        near.unobserve(head);
        known.delete(head);
        dirty.delete(head);
      }
    chips.prune();
    for (const row of rowsIn(document)) if (!headOf.has(row) || !known.has(headOf.get(row) ?? row)) take(row);
    for (const row of insight.rows()) if (!headOf.has(row)) take(row);
  }

  const changed = (records: readonly MutationRecord[]): void => {
    const touched = new Set<HTMLElement>();
    const came: Element[] = [];
    for (const { target, type, attributeName, addedNodes } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const part = element?.closest('tr');
      const head = part && headOf.get(part);
      if (attributeName === 'class' && target === document.body) themedAt = 0;
      // Rows change their looks under the pointer all the time; only a row's own class says whether it was read.
      if (head && known.has(head)) {
        if (attributeName !== 'class' || element === part) touched.add(head);
      } else if (type === 'childList') {
        const added = [...addedNodes].filter(holdsRow);
        came.push(...added);
        wantsScan ||= added.length > 0;
      } else if (attributeName?.startsWith('data-')) wantsScan = true;
    }
    for (const head of touched) {
      const row = known.get(head);
      if (!row) continue;
      row.parts = partsOf(head);
      chips.check(row.parts, rowId(row.parts) ?? insight.facts(head).id ?? null);
      dirty.add(head);
    }
    if (came.length > 0 || touched.size > 0) drawKept([...touched, ...came.flatMap(rowsIn)]);
    if (touched.size > 0 || wantsScan || themedAt === 0) schedule();
  };
  const observer = new MutationObserver(changed);

  function read(head: HTMLElement, row: Known): void {
    const seen = readRow(row.parts, location, () => insight.facts(head));
    row.row = seen;
    row.text = seen ? JSON.stringify(seen) : '';
  }

  /** What we do ourselves is no change of the page. */
  function unseen(work: () => void): void {
    changed(observer.takeRecords());
    work();
    observer.takeRecords();
  }

  /** In the turn in which Gmail shows rows again, before they are painted: nothing on them moves later. */
  function drawKept(parts: readonly HTMLElement[]): void {
    if (!look?.shown || answered.isEmpty()) return;
    const until = performance.now() + SLICE_MS;
    for (const part of parts) {
      const row = partsOf(part);
      const kept = answered.of(rowId(row));
      if (kept) chips.show(row, kept, { dark, locale: look.locale });
      if (performance.now() > until) break;
    }
    // What we do ourselves is no change of the page.
    observer.takeRecords();
  }

  function draw(heads: readonly HTMLElement[], answers: ReadonlyMap<string, RowChips>): void {
    if (!look?.shown) return;
    const drawn = { dark, locale: look.locale };
    unseen(() => {
      for (const head of heads) {
        const row = known.get(head);
        const id = row && rowId(row.parts) !== null ? rowId(row.parts) : (row?.row?.id ?? null);
        // The row may be another one's since it was asked for.
        if (row?.row && row.row.id === id) chips.show(row.parts, answers.get(id) ?? null, drawn);
      }
    });
  }

  const question = makeQuestion({
    known,
    round: () => round,
    ask,
    take: (asked, answers) => {
      answered.keep(
        asked.map(([, row]) => row),
        answers,
      );
      draw(
        asked.map(([head]) => head),
        answers,
      );
    },
    again: () => schedule(),
    signal,
  });

  function slice(): void {
    waiting = false;
    if (signal.aborted || !look) return;
    const until = performance.now() + SLICE_MS;
    if (wantsScan) scan();
    if (until - themedAt > THEME_MS) {
      themedAt = until;
      themed();
    }
    for (const head of dirty) {
      if (performance.now() > until) {
        // What was read by now is asked for meanwhile: rows come in the order of the page, those that are seen before others.
        void question();
        schedule();
        return;
      }
      const row = known.get(head);
      if (row && !row.near) continue;
      dirty.delete(head);
      if (!row) continue;
      read(head, row);
      // Gmail drew the row anew without what stood on it.
      if (chips.isMissing(head)) row.round = -1;
    }
    void question();
  }

  function themed(): void {
    dark = themeOf(document) === 'dark';
    chips.setDark(dark);
  }

  function schedule(): void {
    if (waiting || signal.aborted || !look) return;
    waiting = true;
    if ('requestIdleCallback' in view) view.requestIdleCallback(slice, { timeout: IDLE_WITHIN_MS });
    else setTimeout(slice, IDLE_WITHIN_MS / 3);
  }

  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['data-legacy-thread-id', 'data-thread-id', 'email', 'title', 'class'],
  });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      near.disconnect();
      chips.clearAll();
    },
    { once: true },
  );

  return {
    /** What the user set; null: there is nobody to ask. */
    set(next: { shown: boolean; locale: string } | null): void {
      if (JSON.stringify(next) === JSON.stringify(look)) return;
      look = next;
      round += 1;
      answered.forget();
      if (!next?.shown) unseen(chips.clearAll);
      schedule();
    },
    /** What stands on the rows may be old; `forget`: nothing of it is shown again before it is answered anew. */
    again({ forget }: { forget: boolean }): void {
      if (forget) answered.forget();
      round += 1;
      schedule();
    },
    know(better: RowInsight): void {
      insight = better;
      wantsScan = true;
      for (const head of known.keys()) dirty.add(head);
      schedule();
    },
    themed,
  };
}

export type RowWatch = ReturnType<typeof watchRows>;
