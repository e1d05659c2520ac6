import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';
import type { ListRow, ListWindow } from '../../messages/list.ts';
import type { PageSession } from '../page.ts';

/** Rows asked for at a time. */
const chunk = 50;

export type Rows = {
  /** Null: not known yet. */
  total: number | null;
  at(index: number): ListRow | undefined;
  /** These rows are on the screen, or near it. */
  show(from: number, to: number): void;
  code: ErrorCode | null;
};

type Kept = { key: string; total: number | null; rows: Map<number, ListRow> };
/** Rows beyond these many chunks around the screen are asked for again when somebody comes back to them. */
const keptChunks = 40;

/** A query without what changes no row: how wide its columns are. */
const keyOf = (query: ListQuery, place: string | null | undefined): string =>
  JSON.stringify([place, { ...query, columns: query.columns.map(({ field }) => field) }]);

/**
 * The rows of a query as far as they were on the screen. What is known stays until the answer comes: of the same query
 * after a change, and of the one before it while the new one is worked out.
 */
export function useRows(page: PageSession, query: ListQuery | null, head: ListWindow | null): Rows {
  const state = page.state.value;
  const version = state?.version ?? 0;
  const key = query ? keyOf(query, state?.place) : '';
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const kept = useRef<Kept>({ key: '', total: null, rows: new Map() });
  const asked = useRef({ of: '', chunks: new Set<number>() });
  const range = useRef({ from: 0, to: chunk });
  const code = useRef<ErrorCode | null>(null);
  const latest = useRef({ key, version, query });
  latest.current = { key, version, query };
  if (head && kept.current.total === null)
    kept.current = { key: '', total: head.total, rows: new Map(head.rows.entries()) };

  function take(key: string, at: number, window: ListWindow): void {
    // An answer to a question that nobody has any more.
    if (key !== latest.current.key) return;
    code.current = null;
    const rows = kept.current.key === key ? kept.current.rows : new Map<number, ListRow>();
    for (let i = window.from; i < window.from + chunk; i++) rows.delete(i);
    for (const [i, row] of window.rows.entries()) rows.set(window.from + i, row);
    for (const far of asked.current.chunks) {
      if (Math.abs(far - at) <= keptChunks) continue;
      asked.current.chunks.delete(far);
      for (let i = far * chunk; i < (far + 1) * chunk; i++) rows.delete(i);
    }
    kept.current = { key, total: window.total, rows };
    draw(0);
  }

  const ask = () => {
    const { key, version, query } = latest.current;
    if (!query) return;
    if (asked.current.of !== `${version} ${key}`)
      asked.current = { of: `${version} ${key}`, chunks: new Set() };
    const { chunks } = asked.current;
    const { from, to } = range.current;
    for (let at = Math.floor(from / chunk); at * chunk < Math.max(to, from + 1); at++) {
      if (chunks.has(at)) continue;
      chunks.add(at);
      page.client.call('list', { query, from: at * chunk, count: chunk }).then(
        (window) => take(key, at, window),
        (error: unknown) => {
          chunks.delete(at);
          code.current = error instanceof CodedError ? error.code : 'server.unexpected';
          draw(0);
        },
      );
    }
  };

  // The key stands for the query.
  useEffect(ask, [key, version]);
  return {
    total: kept.current.total,
    at: (index) => kept.current.rows.get(index),
    show: (from, to) => {
      range.current = { from, to };
      ask();
    },
    code: code.current,
  };
}
